import { t } from '@grafana/i18n';
import { Combobox, type ComboboxOption, Field, FieldSet, Stack } from '@grafana/ui';
import React from 'react';
import { useHandOn } from '../editor/useHandOn';
import type { WeekStart } from '../settings';
import { type Options, type Props, withSettings } from './edit';
import { zoneProblem } from './problems';

/** The zone and week of questions that carry none: those of alert rules and of externally shared dashboards. */
export function ZoneFields({ options, onOptionsChange }: Props) {
  const { timeZone, weekStart } = options.jsonData;
  const handOn = useHandOn(options, sameSettings, (changed) => onOptionsChange(changed));
  const badZone = zoneProblem(options);
  return (
    <FieldSet label={t('config.zone.title', 'Days and weeks of alert rules')}>
      <Stack direction="column" gap={2}>
        <Field
          label={t('config.zone.time-zone.label', 'Time zone')}
          description={t(
            'config.zone.time-zone.description',
            'Alert rules have no browser and so no time zone of their own. The tenant’s where empty.',
          )}
          noMargin
          invalid={badZone !== undefined}
          error={badZone}
        >
          <Combobox
            id="switchboard-time-zone"
            placeholder={t('config.zone.placeholder', 'The tenant’s')}
            options={ZONE_CHOICES}
            value={timeZone ?? null}
            createCustomValue
            isClearable
            width={40}
            onChange={(chosen) => handOn(withSettings(options, { timeZone: chosen?.value }))}
          />
        </Field>
        <Field
          label={t('config.zone.week-start.label', 'Week starts on')}
          description={t('config.zone.week-start.description', 'The tenant’s where empty.')}
          noMargin
        >
          <Combobox
            id="switchboard-week-start"
            placeholder={t('config.zone.placeholder', 'The tenant’s')}
            options={weekStartChoices()}
            value={weekStart ?? null}
            isClearable
            width={40}
            onChange={(chosen) => handOn(withSettings(options, { weekStart: chosen?.value }))}
          />
        </Field>
      </Stack>
    </FieldSet>
  );
}

function sameSettings(one: Options, other: Options): boolean {
  return JSON.stringify(one.jsonData) === JSON.stringify(other.jsonData);
}

const ZONE_CHOICES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({
  value: zone,
  label: zone,
}));

function weekStartChoices(): Array<ComboboxOption<WeekStart>> {
  return [
    { value: 'monday', label: t('config.zone.monday', 'Monday') },
    { value: 'sunday', label: t('config.zone.sunday', 'Sunday') },
    { value: 'saturday', label: t('config.zone.saturday', 'Saturday') },
  ];
}
