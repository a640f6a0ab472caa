import { t } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { applicable } from './applicable';
import { withAdded } from './edit';
import type { FieldsProps } from './fields';
import { MetricPicker } from './MetricPicker';
import { MetricRow } from './MetricRow';

/** What is counted: a row for each metric, and a way to add one. */
export function MetricsField(props: FieldsProps) {
  const { query, catalogue, onChange } = props;
  const metrics = query.metrics ?? [];
  const [adding, setAdding] = useState(false);
  const more = applicable(query, catalogue).moreMetrics;
  return (
    <Stack direction="column" gap={0.5}>
      {metrics.map((metric, index) => (
        <MetricRow key={index} {...props} index={index} metric={metric} />
      ))}
      {(adding || metrics.length === 0) && (
        <MetricPicker
          {...props}
          id={`metric-${query.refId}-${metrics.length}`}
          value=""
          onChoose={(id) => {
            setAdding(false);
            onChange(withAdded(query, id));
          }}
        />
      )}
      {more && !adding && metrics.length > 0 && (
        <div>
          <Button type="button" size="sm" variant="secondary" icon="plus" onClick={() => setAdding(true)}>
            {t('editor.metric.add', 'Add metric')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
