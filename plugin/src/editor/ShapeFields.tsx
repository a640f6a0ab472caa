import { Combobox, InlineField, Stack } from '@grafana/ui';
import React from 'react';
import { FORMAT_CHOICES, INTERVAL_CHOICES, withChosen } from './choices';
import type { FieldsProps } from './fields';
import { TopFields } from './TopFields';

/** How the numbers are laid out: over time or not, and how many groups. */
export function ShapeFields(props: FieldsProps) {
  const { query, onChange } = props;
  const interval = query.interval ?? 'auto';
  const format = query.format ?? 'time_series';
  return (
    <Stack direction="row" gap={1} wrap="wrap">
      <InlineField label="Format" labelWidth={12}>
        <Combobox
          id={`format-${query.refId}`}
          options={withChosen(FORMAT_CHOICES, [format])}
          value={format}
          width={24}
          onChange={({ value }) => onChange({ ...query, format: value })}
        />
      </InlineField>
      <InlineField label="Interval" tooltip="The length of each step over time, in the dashboard’s time zone">
        <Combobox
          id={`interval-${query.refId}`}
          options={withChosen(INTERVAL_CHOICES, [interval])}
          value={interval}
          createCustomValue
          width={20}
          onChange={({ value }) => onChange({ ...query, interval: value })}
        />
      </InlineField>
      {(query.groupBy ?? []).length > 0 && <TopFields {...props} />}
    </Stack>
  );
}
