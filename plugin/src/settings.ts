import type { DataSourceJsonData } from '@grafana/data';

export type WeekStart = 'monday' | 'sunday' | 'saturday';

/**
 * What a data source stores in the open: its own zone and week start, which serve alerts that have no browser, and
 * Grafana's standard HTTP settings under the names by which every backend plugin reads them. The names of
 * headers stand beside them, as config/headers.ts reads and writes them.
 */
export interface SwitchboardSettings extends DataSourceJsonData {
  /** IANA name; the tenant's where missing. */
  timeZone?: string;
  /** The tenant's where missing. */
  weekStart?: WeekStart;
  /** Seconds; 30 where missing. */
  timeout?: number;
  tlsSkipVerify?: boolean;
  tlsAuthWithCACert?: boolean;
  /** Grafana shows a certificate of its own. */
  tlsAuth?: boolean;
  /** The name that the service's certificate is for, where it is not the host of the URL. */
  serverName?: string;
  enableSecureSocksProxy?: boolean;
  /** Names of the browser's cookies that are sent along. */
  keepCookies?: string[];
  oauthPassThru?: boolean;
}

/** What only the backend sees; certificates and keys are PEM. */
export interface SwitchboardSecrets {
  apiKey?: string;
  tlsCACert?: string;
  tlsClientCert?: string;
  tlsClientKey?: string;
  [headerValue: `httpHeaderValue${number}`]: string | undefined;
}
