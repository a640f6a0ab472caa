import type { Frame } from '@switchboard/viz';

const counts = ['records_received', 'records_stored', 'records_duplicate', 'records_rejected', 'records_conflicting'];
const dayMs = 86_400_000;

/** What one source sent; null where nothing is known. */
export interface SourceRow {
  readonly source: string;
  /** Seconds since the newest moment that a record speaks of. */
  readonly age: number | null;
  /** Seconds, the 95th percentile. */
  readonly lag: number | null;
  readonly received: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly conflicts: number;
  /** Percent, 0 to 100. */
  readonly rejectionRate: number | null;
}

/** Asks what every source sent in the day before now. */
export function sourcesQuery(now: number) {
  return {
    from: new Date(now - dayMs).toISOString(),
    to: new Date(now).toISOString(),
    queries: [
      {
        refId: 'A',
        metrics: ['intake_age_seconds', 'ingest_lag_seconds', 'rejection_rate', ...counts],
        groupBy: ['source'],
        interval: 'none',
        format: 'table',
      },
    ],
  };
}

/** The answer by source, the one that has been silent the longest first. */
export function sourcesOf(frames: readonly Frame[]): SourceRow[] {
  const columns = new Map<string, readonly unknown[]>();
  for (const { schema, data } of frames) {
    schema.fields.forEach(({ name }, index) => columns.set(name, data.values[index] ?? []));
  }
  const number = (name: string, row: number): number | null => {
    const value = columns.get(name)?.[row];
    return typeof value === 'number' ? value : null;
  };
  const rows = (columns.get('source') ?? []).map((source, row) => ({
    source: String(source),
    age: number('intake_age_seconds', row),
    lag: number('ingest_lag_seconds', row),
    received: number('records_received', row) ?? 0,
    stored: number('records_stored', row) ?? 0,
    duplicates: number('records_duplicate', row) ?? 0,
    rejected: number('records_rejected', row) ?? 0,
    conflicts: number('records_conflicting', row) ?? 0,
    rejectionRate: number('rejection_rate', row),
  }));
  return rows.sort((a, b) => (b.age ?? Infinity) - (a.age ?? Infinity) || a.source.localeCompare(b.source));
}
