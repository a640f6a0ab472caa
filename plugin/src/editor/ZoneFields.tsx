import { t } from '@grafana/i18n';
import React from 'react';
import { ChoiceField } from './ChoiceField';
import { weekStartChoices } from './choices';
import { withSettings } from './edit';
import type { FieldsProps } from './fields';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

interface Props extends FieldsProps {
  labelWidth: number;
}

/** In whose days and weeks the query counts, where not in the dashboard's. */
export function ZoneFields({ query, labelWidth, onChange }: Props) {
  return (
    <>
      <ChoiceField
        id={`time-zone-${query.refId}`}
        label={t('editor.zone.label', 'Time zone')}
        labelWidth={labelWidth}
        tooltip={t(
          'editor.zone.tooltip',
          'Whose days count. Alert rules use that of the data source where none is chosen',
        )}
        placeholder={t('editor.zone.none', 'The dashboard’s')}
        choices={ZONES}
        value={query.timeZone}
        custom
        onChange={(timeZone) => onChange(withSettings(query, { timeZone }))}
      />
      <ChoiceField
        id={`week-start-${query.refId}`}
        label={t('editor.week-start.label', 'Week starts on')}
        labelWidth={labelWidth}
        placeholder={t('editor.week-start.none', 'As in Grafana')}
        choices={weekStartChoices()}
        value={query.weekStart}
        onChange={(weekStart) => onChange(withSettings(query, { weekStart }))}
      />
    </>
  );
}
