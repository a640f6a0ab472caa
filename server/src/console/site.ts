/** The token of what the console knows of its surroundings. */
export const SITE = Symbol('SITE');

/** Where the console stands and what stands beside it. */
export interface Site {
  /** How others reach the service, where that is not its own address. */
  readonly publicUrl: string | undefined;
  /** Whether that is by https: then cookies travel by nothing else. */
  readonly secure: boolean;
  /** Where people find Grafana; a Grafana that is started along is known only later. */
  grafana: string | null;
}

export function siteOf({
  publicUrl,
  grafanaUrl,
}: {
  publicUrl: string | undefined;
  grafanaUrl: string | undefined;
}): Site {
  return { publicUrl, secure: publicUrl?.startsWith('https:') ?? false, grafana: grafanaUrl ?? null };
}
