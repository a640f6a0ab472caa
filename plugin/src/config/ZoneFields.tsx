import { Combobox, type ComboboxOption, Field, FieldSet, Stack } from '@grafana/ui';
import React from 'react';
import { WEEK_STARTS, type WeekStart } from '../settings';
import type { Props } from './ConfigEditor';
import { withSettings } from './edit';

const WEEK_START_CHOICES: Array<ComboboxOption<WeekStart>> = WEEK_STARTS.map((day) => ({
  value: day,
  label: day.charAt(0).toUpperCase() + day.slice(1),
}));
const ZONE_CHOICES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

/** The zone and week of questions that carry none: those of alert rules and of externally shared dashboards. */
export function ZoneFields({ options, onOptionsChange }: Props) {
  const { timeZone, weekStart } = options.jsonData;
  return (
    <FieldSet label="Days and weeks of alert rules">
      <Stack direction="column" gap={2}>
        <Field
          label="Time zone"
          description="Alert rules have no browser and so no time zone of their own. The tenant’s where empty."
          noMargin
        >
          <Combobox
            id="switchboard-time-zone"
            placeholder="The tenant’s"
            options={ZONE_CHOICES}
            value={timeZone ?? null}
            createCustomValue
            isClearable
            width={40}
            onChange={(chosen) => onOptionsChange(withSettings(options, { timeZone: chosen?.value }))}
          />
        </Field>
        <Field label="Week starts on" description="The tenant’s where empty." noMargin>
          <Combobox
            id="switchboard-week-start"
            placeholder="The tenant’s"
            options={WEEK_START_CHOICES}
            value={weekStart ?? null}
            isClearable
            width={40}
            onChange={(chosen) => onOptionsChange(withSettings(options, { weekStart: chosen?.value }))}
          />
        </Field>
      </Stack>
    </FieldSet>
  );
}
