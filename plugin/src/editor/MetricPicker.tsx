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
  const options = (typed: string) =>
    Promise.resolve([
      ...metricChoices(findMetrics(metricsFor(query.format, catalogue), typed)),
      ...variableChoices(variables.filter((name) => typed !== '' && `$${name}`.includes(typed))),
    ]);
  return (
    <InlineField
      label={t('editor.metric.label', 'Metric')}
      labelWidth={16}
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
        onChange={({ value: found }) => onChoose(meant(all, found))}
      />
    </InlineField>
  );
}
