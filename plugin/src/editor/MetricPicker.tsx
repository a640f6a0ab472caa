import { t } from '@grafana/i18n';
import { Combobox, InlineField } from '@grafana/ui';
import React from 'react';
import { metricsFor } from './applicable';
import { labelOf, meant, variableChoices } from './choices';
import type { FieldsProps } from './fields';
import { about, findMetrics, metricChoices } from './metricChoices';

interface Props extends Pick<FieldsProps, 'query' | 'catalogue' | 'variables' | 'loading'> {
  id: string;
  /** The chosen metric; empty for none. */
  value: string;
  onChoose: (id: string) => void;
}

/** Finds a metric by anything that is said of it: its name, definition, unit, or what it is counted from. */
export function MetricPicker({ id, query, catalogue, variables, loading, value, onChoose }: Props) {
  const all = metricChoices(catalogue.metrics);
  const chosen = catalogue.metrics.find((metric) => metric.id === value);
  const find = (typed: string) => metricChoices(findMetrics(metricsFor(query.format, catalogue), typed));
  // Enter takes what was typed before the list is there: then it is the first that would be found.
  const fitting = (typed: string) => {
    const exact = meant(all, typed);
    return all.some((metric) => metric.value === exact) ? exact : (find(typed)[0]?.value ?? typed);
  };
  const options = (typed: string) =>
    Promise.resolve([
      ...find(typed),
      ...variableChoices(variables.filter((name) => typed !== '' && `$${name}`.includes(typed))),
    ]);
  return (
    <InlineField
      label={t('editor.metric.label', 'Metric')}
      labelWidth={18}
      tooltip={chosen ? about(chosen) : t('editor.metric.tooltip', 'What is counted')}
    >
      <Combobox
        id={id}
        placeholder={t('editor.metric.placeholder', 'Search by name, definition or unit')}
        options={options}
        value={value === '' ? null : { value, label: labelOf(all, value) }}
        loading={loading}
        createCustomValue
        width={44}
        onChange={({ value: found }) => onChoose(fitting(found))}
      />
    </InlineField>
  );
}
