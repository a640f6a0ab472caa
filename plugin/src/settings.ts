import type { DataSourceJsonData } from '@grafana/data';

export const WEEK_STARTS = ['monday', 'sunday', 'saturday'] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];

/** What a data source stores in the open. The zone and week start serve alerts, which have no browser. */
export interface SwitchboardSettings extends DataSourceJsonData {
  /** IANA name; the tenant's where missing. */
  timeZone?: string;
  /** The tenant's where missing. */
  weekStart?: WeekStart;
  /** Seconds; 30 where missing. */
  timeout?: number;
  tlsSkipVerify?: boolean;
  tlsAuthWithCACert?: boolean;
  enableSecureSocksProxy?: boolean;
}

/** What only the backend sees. */
export interface SwitchboardSecrets {
  apiKey?: string;
  /** PEM. */
  tlsCACert?: string;
}
