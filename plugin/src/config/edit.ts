import type { DataSourcePluginOptionsEditorProps, DataSourceSettings } from '@grafana/data';
import type { SwitchboardSecrets, SwitchboardSettings } from '../settings';

export type Options = DataSourceSettings<SwitchboardSettings, SwitchboardSecrets>;

/** What Grafana hands to the configuration page, and the page to its parts. */
export type Props = DataSourcePluginOptionsEditorProps<SwitchboardSettings, SwitchboardSecrets>;

/** Changes settings; one that is undefined is not saved, so that the tenant's own or Grafana's default holds. */
export function withSettings(options: Options, change: SwitchboardSettings): Options {
  return { ...options, jsonData: { ...options.jsonData, ...change } };
}

export type SecretName = keyof SwitchboardSecrets;

/** Whether Grafana has a secret stored. */
export function isStored({ secureJsonFields }: Options, name: SecretName): boolean {
  return secureJsonFields?.[name] ?? false;
}

export function withSecret(options: Options, name: SecretName, value: string): Options {
  return { ...options, secureJsonData: { ...options.secureJsonData, [name]: value } };
}

/** Forgets a stored secret, so that another can be entered. */
export function withoutSecret(options: Options, name: SecretName): Options {
  return {
    ...options,
    secureJsonFields: { ...options.secureJsonFields, [name]: false },
    secureJsonData: { ...options.secureJsonData, [name]: '' },
  };
}

/** Whole seconds above 0; anything else means the default. */
export function secondsOf(entered: number): number | undefined {
  return Number.isInteger(entered) && entered > 0 ? entered : undefined;
}
