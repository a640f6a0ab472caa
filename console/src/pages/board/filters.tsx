import { ALL, type Dashboard, type Span, type Variable, variablesOf } from '@switchboard/viz';
import { Checkbox, Group, MultiSelect, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { AdHocFilters } from './ad-hoc-filters.js';
import { DimensionFilter } from './dimension-filter.js';
import type { BoardControl } from './use-board-state.js';

interface Props {
  dashboard: Dashboard;
  control: BoardControl;
  span: Span;
}

/** The board's variables, each as the control that its type asks for. */
export function Filters({ dashboard, control, span }: Props) {
  const { t } = useSpeech();
  const variables = useMemo(() => variablesOf(dashboard), [dashboard]);
  if (variables.length === 0) return null;
  return (
    <Group role="group" aria-label={t('board.filters')} gap="xs" mb="sm" align="flex-end">
      {variables.map((variable) => (
        <Filter key={variable.name} variable={variable} control={control} span={span} />
      ))}
    </Group>
  );
}

function Filter({ variable, control, span }: { variable: Variable; control: BoardControl; span: Span }) {
  const { state, change } = control;
  const chosen = state.values[variable.name] ?? [];
  const choose = (values: readonly string[]): void => change({ values: { ...state.values, [variable.name]: values } });
  switch (variable.type) {
    case 'dimension':
      return <DimensionFilter variable={variable} chosen={chosen} onChange={choose} span={span} />;
    case 'custom':
      return <CustomFilter variable={variable} chosen={chosen} onChange={choose} />;
    case 'switch':
      return (
        <Checkbox
          size="xs"
          mb={8}
          label={variable.label}
          checked={chosen[0] === 'true'}
          onChange={({ currentTarget }) => choose([String(currentTarget.checked)])}
        />
      );
    case 'adhoc':
      return <AdHocFilters label={variable.label} filters={state.adHoc} onChange={(adHoc) => change({ adHoc })} />;
  }
}

interface CustomProps {
  variable: Extract<Variable, { type: 'custom' }>;
  chosen: readonly string[];
  onChange: (values: readonly string[]) => void;
}

function CustomFilter({ variable: { label, options, multi, includeAll }, chosen, onChange }: CustomProps) {
  const { t } = useSpeech();
  const data = [...options];
  if (multi) {
    return (
      <MultiSelect
        size="xs"
        label={label}
        data={data}
        value={chosen.filter((value) => value !== ALL)}
        onChange={(values) => onChange(values.length === 0 && includeAll ? [ALL] : values)}
      />
    );
  }
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={chosen[0] ?? ''}
      onChange={({ currentTarget }) => onChange([currentTarget.value])}
      data={[...(includeAll ? [{ value: ALL, label: t('board.all') }] : []), ...data]}
    />
  );
}
