import { Stack } from '@grafana/ui';
import React from 'react';
import { metricId } from '../query/model';
import { dimensionChoices, metricChoices, withChosen } from './choices';
import { withGroupBy, withMetrics } from './edit';
import type { FieldsProps } from './fields';
import { MultiField } from './MultiField';

/** What is counted, and by what it is told apart. */
export function MetricFields({ query, catalogue, dimensions, loading, onChange }: FieldsProps) {
  const metrics = (query.metrics ?? []).map(metricId);
  const groupBy = query.groupBy ?? [];
  const description = catalogue.metrics.find(({ id }) => id === metrics[0])?.description;
  return (
    <Stack direction="row" gap={1} wrap="wrap">
      <MultiField
        id={`metrics-${query.refId}`}
        label="Metrics"
        labelWidth={12}
        tooltip={description ?? 'What is counted'}
        placeholder="Choose metrics"
        options={withChosen(metricChoices(catalogue.metrics), metrics)}
        value={metrics}
        loading={loading}
        minWidth={30}
        onChange={(ids) => onChange(withMetrics(query, ids))}
      />
      <MultiField
        id={`group-by-${query.refId}`}
        label="Group by"
        labelWidth={12}
        tooltip="A number for each value of these, instead of one for all"
        placeholder="Nothing"
        options={withChosen(dimensionChoices(dimensions), groupBy)}
        value={groupBy}
        loading={loading}
        minWidth={20}
        onChange={(ids) => onChange(withGroupBy(query, ids))}
      />
    </Stack>
  );
}
