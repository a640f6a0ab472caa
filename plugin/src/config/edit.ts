import type { DataSourceSettings } from '@grafana/data';
import type { SwitchboardSecrets, SwitchboardSettings } from '../settings';

export type Options = DataSourceSettings<SwitchboardSettings, SwitchboardSecrets>;

/** Changes settings; one that is undefined is taken out, so that the tenant's own holds. */
export function withSettings(options: Options, change: Partial<SwitchboardSettings>): Options {
  const merged = Object.entries({ ...options.jsonData, ...change }).filter(([, value]) => value !== undefined);
  return { ...options, jsonData: Object.fromEntries(merged) };
}

export type SecretName = keyof SwitchboardSecrets;

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
