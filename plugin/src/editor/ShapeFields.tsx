import { t } from '@grafana/i18n';
import { Combobox, InlineField, Stack } from '@grafana/ui';
import React from 'react';
import { applicable } from './applicable';
import { closest, formatChoices, intervalChoices, withChosen } from './choices';
import { usualInterval, withFormat, withInterval } from './edit';
import type { FieldsProps } from './fields';
import { RecordFields } from './RecordFields';

/** How the numbers are laid out: over time or not, as records or as states. */
export function ShapeFields(props: FieldsProps) {
  const { query, catalogue, onChange } = props;
  const fits = applicable(query, catalogue);
  const format = query.format ?? 'time_series';
  const interval = query.interval ?? usualInterval(format);
  return (
    <Stack direction="row" gap={0.5} wrap="wrap">
      <InlineField label={t('editor.format.label', 'Format')} labelWidth={18}>
        <Combobox
          id={`format-${query.refId}`}
          options={withChosen(formatChoices(), [format])}
          value={format}
          width={44}
          onChange={({ value }) => onChange(withFormat(query, value))}
        />
      </InlineField>
      {fits.interval && (
        <InlineField
          label={t('editor.interval.label', 'Interval')}
          tooltip={t('editor.interval.tooltip', 'The length of each step over time, in the dashboard’s time zone')}
        >
          <Combobox
            id={`interval-${query.refId}`}
            options={withChosen(intervalChoices(), [interval])}
            value={interval}
            createCustomValue
            width={20}
            onChange={({ value }) => onChange(withInterval(query, closest(intervalChoices(), value)))}
          />
        </InlineField>
      )}
      {(fits.records || fits.operators) && <RecordFields {...props} />}
    </Stack>
  );
}
