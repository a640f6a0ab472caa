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

/** Asks what every source sent in the day before now; the age is a state of this moment, which is asked for alone. */
export function sourcesQuery(now: number) {
  const question = (refId: string, metrics: string[]) => ({
    refId,
    metrics,
    groupBy: ['source'],
    interval: 'none',
    format: 'table',
  });
  return {
    from: new Date(now - dayMs).toISOString(),
    to: new Date(now).toISOString(),
    queries: [
      question('age', ['intake_age_seconds']),
      question('day', ['ingest_lag_seconds', 'rejection_rate', ...counts]),
    ],
  };
}

/** The numbers of each source, by the metric's id, whichever answer they stand in. */
function numbersBySource(frames: readonly Frame[]): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  for (const { schema, data } of frames) {
    const sources = data.values[schema.fields.findIndex(({ name }) => name === 'source')] ?? [];
    sources.forEach((source, row) => {
      const own = all.get(String(source)) ?? new Map<string, number>();
      all.set(String(source), own);
      schema.fields.forEach(({ name }, column) => {
        const value = data.values[column]?.[row];
        if (typeof value === 'number') own.set(name, value);
      });
    });
  }
  return all;
}

/** The answers by source, the one that has been silent the longest first. */
export function sourcesOf(frames: readonly Frame[]): SourceRow[] {
  const rows = [...numbersBySource(frames)].map(([source, numbers]) => ({
    source,
    age: numbers.get('intake_age_seconds') ?? null,
    lag: numbers.get('ingest_lag_seconds') ?? null,
    received: numbers.get('records_received') ?? 0,
    stored: numbers.get('records_stored') ?? 0,
    duplicates: numbers.get('records_duplicate') ?? 0,
    rejected: numbers.get('records_rejected') ?? 0,
    conflicts: numbers.get('records_conflicting') ?? 0,
    rejectionRate: numbers.get('rejection_rate') ?? null,
  }));
  return rows.sort((a, b) => (b.age ?? Infinity) - (a.age ?? Infinity) || a.source.localeCompare(b.source));
}
