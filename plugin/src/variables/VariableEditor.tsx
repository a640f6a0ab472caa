import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Combobox, InlineField, Stack } from '@grafana/ui';
import React from 'react';
import { useCatalogue } from '../catalogue/useCatalogue';
import type { SwitchboardDataSource } from '../datasource';
import { dimensionChoices, withChosen } from '../editor/choices';
import { FiltersField } from '../editor/FiltersField';
import type { SwitchboardQuery } from '../query/model';
import type { SwitchboardSettings } from '../settings';
import { readVariableQuery, type SwitchboardVariableQuery } from './model';

export type Props = QueryEditorProps<
  SwitchboardDataSource,
  SwitchboardQuery,
  SwitchboardSettings,
  SwitchboardVariableQuery
>;

/** Chooses whose values a variable lists. Grafana may hand it a query without anything in it, or a plain text. */
export function VariableEditor({ datasource, query, onChange, range }: Props) {
  const { catalogue, loading, error } = useCatalogue(datasource);
  const { dimension, filters = [], refId = 'variable' } = readVariableQuery(query) ?? {};
  const change = (changed: Partial<SwitchboardVariableQuery>) => onChange({ refId, dimension, filters, ...changed });
  return (
    <Stack direction="column" gap={1}>
      {error !== undefined && (
        <Alert severity="warning" title={t('variables.no-catalogue', 'The list of dimensions could not be loaded')}>
          {error}
        </Alert>
      )}
      <InlineField
        label={t('variables.dimension.label', 'Values of')}
        labelWidth={12}
        tooltip={t('variables.dimension.tooltip', 'The variable lists the values of this dimension')}
      >
        <Combobox
          id="variable-dimension"
          placeholder={t('variables.dimension.placeholder', 'Choose a dimension')}
          options={withChosen(dimensionChoices(catalogue.dimensions), dimension ? [dimension] : [])}
          value={dimension ?? null}
          loading={loading}
          createCustomValue
          width={30}
          onChange={({ value }) => change({ dimension: value })}
        />
      </InlineField>
      {dimension !== undefined && (
        <FiltersField
          idPrefix="variable-filters"
          filters={filters}
          dimensions={catalogue.dimensions}
          loadValues={(of, search) => datasource.dimensionValues(of, { range, search })}
          onChange={(changed) => change({ filters: changed })}
        />
      )}
    </Stack>
  );
}
