import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Stack } from '@grafana/ui';
import React, { useEffect } from 'react';
import { sharedDimensions } from '../catalogue/catalogue';
import { useCatalogue } from '../catalogue/useCatalogue';
import type { SwitchboardDataSource } from '../datasource';
import { bodyOf } from '../query/body';
import { migrateEditor } from '../query/migrateEditor';
import { metricId, orDefault, type SwitchboardQuery } from '../query/model';
import { expandFilters } from '../query/normalise';
import type { SwitchboardSettings } from '../settings';
import { AskedJson } from './AskedJson';
import { withFilters } from './edit';
import { Explanation } from './Explanation';
import type { FieldsProps } from './fields';
import { FiltersField } from './FiltersField';
import { Fold } from './Fold';
import { GroupFields } from './GroupFields';
import { MetricsField } from './MetricsField';
import { OptionFields } from './OptionFields';
import { optionsSummary } from './options';
import { ShapeFields } from './ShapeFields';
import { useChange } from './useChange';

export type Props = QueryEditorProps<SwitchboardDataSource, SwitchboardQuery, SwitchboardSettings>;

/** Builds a query from the service's catalogue: the essentials at once, the rest folded, and what it means in words. */
export const QueryEditor = migrateEditor(Builder);

function Builder({ datasource, query: saved, app, onChange, onRunQuery, range, data }: Props) {
  const query = orDefault(saved, app);
  const { catalogue, loading, error } = useCatalogue(datasource);
  const { templates } = datasource;
  const { scopedVars = {}, filters: adHoc, timezone } = data?.request ?? {};
  const asked = (shown: SwitchboardQuery) => datasource.applyTemplateVariables(shown, scopedVars, adHoc);
  useEffect(() => {
    // A rule is saved as it is, without the default query that a dashboard adds: it would ask nothing.
    if (saved.metrics === undefined) onChange(query);
  }, [saved, query, onChange]);
  const change = useChange({ query, onChange, onRunQuery, asked });
  const fields: FieldsProps = {
    query,
    catalogue,
    dimensions: sharedDimensions(catalogue, (query.metrics ?? []).map(metricId)),
    variables: templates.getVariables().flatMap(({ type, name }) => (type === 'adhoc' ? [] : [name])),
    loading,
    loadValues: (dimension, search, others) =>
      datasource.dimensionValues(dimension, {
        range,
        search,
        filters: expandFilters(others, { templates, scopedVars }),
      }),
    onChange: change,
  };
  return (
    <Stack direction="column" gap={1}>
      {error !== undefined && (
        <Alert severity="warning" title={t('editor.no-catalogue', 'The list of metrics could not be loaded')}>
          {error}
        </Alert>
      )}
      <MetricsField {...fields} />
      <GroupFields {...fields} />
      <FiltersField
        idPrefix={`filters-${query.refId}`}
        filters={query.filters ?? []}
        dimensions={fields.dimensions}
        variables={fields.variables}
        mayBeOptional={(query.metrics ?? []).length > 1}
        loadValues={fields.loadValues}
        onChange={(filters) => change(withFilters(query, filters))}
      />
      <ShapeFields {...fields} />
      <Fold id={`options-${query.refId}`} title={t('editor.options.title', 'Options')} summary={optionsSummary(query)}>
        <OptionFields {...fields} />
      </Fold>
      <Explanation query={query} catalogue={catalogue} />
      <AskedJson refId={query.refId} body={() => bodyOf(asked(query), range, timezone)} />
    </Stack>
  );
}
