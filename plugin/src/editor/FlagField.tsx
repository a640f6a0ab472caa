import { t } from '@grafana/i18n';
import React from 'react';
import { ChoiceField } from './ChoiceField';

interface Props {
  id: string;
  label: string;
  tooltip: string;
  labelWidth: number;
  value: boolean | string | undefined;
  onChange: (value: boolean | string | undefined) => void;
}

/** On or off; or a variable, where a switch of the dashboard decides. */
export function FlagField({ value, onChange, ...rest }: Props) {
  return (
    <ChoiceField
      {...rest}
      placeholder={t('editor.flag.off', 'No')}
      choices={[{ value: 'true', label: t('editor.flag.on', 'Yes') }]}
      value={value === undefined || value === false ? null : String(value)}
      custom
      width={20}
      onChange={(chosen) => onChange(chosen === 'true' ? true : chosen)}
    />
  );
}
