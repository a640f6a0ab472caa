import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Combobox, type ComboboxOption, InlineField, Stack } from '@grafana/ui';
import React from 'react';
import { useCatalogue } from '../catalogue/useCatalogue';
import type { SwitchboardDataSource } from '../datasource';
import { intervalChoices } from '../editor/choices';
import { MultiField } from '../editor/MultiField';
import { useHandOn } from '../editor/useHandOn';
import { sameQuestion } from '../query/body';
import type { SwitchboardQuery } from '../query/model';
import type { SwitchboardSettings } from '../settings';
import { DimensionField } from './DimensionField';
import { MoreValues } from './MoreValues';
import { type List, readVariableQuery, type SwitchboardVariableQuery } from './model';
import { ValuesFields } from './ValuesFields';

export type Props = QueryEditorProps<
  SwitchboardDataSource,
  SwitchboardQuery,
  SwitchboardSettings,
  SwitchboardVariableQuery
>;

const NOTHING: SwitchboardVariableQuery = { refId: 'variable', list: 'values' };

function sameList(one: SwitchboardVariableQuery, other: SwitchboardVariableQuery): boolean {
  return sameQuestion(readVariableQuery(one) ?? NOTHING, readVariableQuery(other) ?? NOTHING);
}

/** Chooses what a variable lists. Grafana may hand it a query without anything in it, or a plain text. */
export function VariableEditor({ datasource, query, onChange, range }: Props) {
  const { catalogue, loading, error } = useCatalogue(datasource);
  // What names no dimension yet lists nothing, but the choice of the list stays.
  const asked = readVariableQuery(query) ?? NOTHING;
  const handOn = useHandOn(asked, sameList, (changed) => onChange(changed));
  const change = (changed: Partial<SwitchboardVariableQuery>) => handOn({ ...asked, ...changed });
  return (
    <Stack direction="column" gap={1}>
      {error !== undefined && (
        <Alert severity="warning" title={t('variables.no-catalogue', 'The list of dimensions could not be loaded')}>
          {error}
        </Alert>
      )}
      <InlineField label={t('variables.list.label', 'Lists')} labelWidth={18}>
        <Combobox
          id="variable-list"
          options={listChoices()}
          value={asked.list ?? 'values'}
          width={44}
          onChange={({ value }) => handOn({ refId: asked.refId, list: value })}
        />
      </InlineField>
      {asked.list === 'values' && (
        <ValuesFields {...{ datasource, catalogue, loading, range, asked }} onChange={change} />
      )}
      {asked.list === 'values' && asked.dimension && <MoreValues {...{ datasource, asked, range }} />}
      {asked.list === 'metrics' && (
        <DimensionField
          label={t('variables.having.label', 'Having')}
          tooltip={t('variables.having.tooltip', 'Only metrics that can be grouped and filtered by this dimension')}
          placeholder={t('variables.having.placeholder', 'Any dimensions')}
          dimensions={catalogue.dimensions}
          value={asked.dimension}
          loading={loading}
          onChange={(dimension) => change({ dimension })}
        />
      )}
      {asked.list === 'intervals' && (
        <MultiField
          id="variable-intervals"
          label={t('variables.intervals.label', 'Intervals')}
          labelWidth={18}
          tooltip={t('variables.intervals.tooltip', 'For the interval of a query; none chosen lists all steps')}
          placeholder={t('variables.intervals.placeholder', 'All steps')}
          options={intervalChoices()}
          value={asked.intervals ?? []}
          minWidth={30}
          onChange={(intervals) => change({ intervals })}
        />
      )}
    </Stack>
  );
}

function listChoices(): Array<ComboboxOption<List>> {
  return [
    {
      value: 'values',
      label: t('variables.list.values', 'Values of a dimension'),
      description: t('variables.list.values-about', 'Such as the queues, for filters and groups'),
    },
    {
      value: 'metrics',
      label: t('variables.list.metrics', 'Metrics'),
      description: t('variables.list.metrics-about', 'For panels whose metric is chosen above them'),
    },
    {
      value: 'intervals',
      label: t('variables.list.intervals', 'Intervals'),
      description: t('variables.list.intervals-about', 'The steps of time that a query can have'),
    },
  ];
}
