import { InlineField, MultiCombobox, Stack } from '@grafana/ui';
import React from 'react';
import { metricId } from '../query/model';
import { dimensionChoices, metricChoices, withChosen } from './choices';
import { withGroupBy, withMetrics } from './edit';
import type { FieldsProps } from './fields';

/** What is counted, and by what it is told apart. */
export function MetricFields({ query, catalogue, dimensions, loading, onChange }: FieldsProps) {
  const metrics = (query.metrics ?? []).map(metricId);
  const groupBy = query.groupBy ?? [];
  const description = catalogue.metrics.find(({ id }) => id === metrics[0])?.description;
  return (
    <Stack direction="row" gap={1} wrap="wrap">
      <InlineField label="Metrics" labelWidth={12} tooltip={description ?? 'What is counted'}>
        <MultiCombobox
          id={`metrics-${query.refId}`}
          placeholder="Choose metrics"
          options={withChosen(metricChoices(catalogue.metrics), metrics)}
          value={metrics}
          loading={loading}
          createCustomValue
          minWidth={30}
          maxWidth={80}
          width="auto"
          onChange={(chosen) =>
            onChange(
              withMetrics(
                query,
                chosen.map(({ value }) => value),
              ),
            )
          }
        />
      </InlineField>
      <InlineField label="Group by" labelWidth={12} tooltip="A number for each value of these, instead of one for all">
        <MultiCombobox
          id={`group-by-${query.refId}`}
          placeholder="Nothing"
          options={withChosen(dimensionChoices(dimensions), groupBy)}
          value={groupBy}
          loading={loading}
          createCustomValue
          minWidth={20}
          maxWidth={60}
          width="auto"
          onChange={(chosen) =>
            onChange(
              withGroupBy(
                query,
                chosen.map(({ value }) => value),
              ),
            )
          }
        />
      </InlineField>
    </Stack>
  );
}
