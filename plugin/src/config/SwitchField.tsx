import { Field, Switch } from '@grafana/ui';
import React from 'react';
import type { SwitchboardSettings } from '../settings';
import { type Props, withSettings } from './edit';

type Switches = Extract<
  keyof SwitchboardSettings,
  'tlsSkipVerify' | 'tlsAuthWithCACert' | 'tlsAuth' | 'enableSecureSocksProxy' | 'oauthPassThru'
>;

interface SwitchProps extends Props {
  name: Switches;
  label: string;
  description: string;
}

/** A setting that is on or off; off is not written down. */
export function SwitchField({ options, onOptionsChange, name, label, description }: SwitchProps) {
  return (
    <Field label={label} description={description} noMargin>
      <Switch
        id={`switchboard-${name}`}
        value={options.jsonData[name] ?? false}
        onChange={({ currentTarget }) => onOptionsChange(withSettings(options, setting(name, currentTarget.checked)))}
      />
    </Field>
  );
}

function setting(name: Switches, on: boolean): SwitchboardSettings {
  const change: SwitchboardSettings = {};
  change[name] = on || undefined;
  return change;
}
