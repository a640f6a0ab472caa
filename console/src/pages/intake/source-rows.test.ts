import { describe, expect, it } from '@jest/globals';
import type { Frame } from '@switchboard/viz';
import { Query, QueryBody } from '../../../../server/src/query/query.schema.js';
import { sourcesOf, sourcesQuery } from './source-rows.js';

const frame = (columns: Record<string, unknown[]>): Frame => ({
  schema: {
    meta: {},
    fields: Object.entries(columns).map(([name, [first]]) => ({
      name,
      type: typeof first === 'string' ? 'string' : 'number',
      config: {},
    })),
  },
  data: { values: Object.values(columns) },
});

it('asks for the day before, as the service takes it', () => {
  const body = sourcesQuery(Date.UTC(2026, 10, 2, 12));
  expect([body.from, body.to]).toEqual(['2026-11-01T12:00:00.000Z', '2026-11-02T12:00:00.000Z']);
  expect(QueryBody.safeParse(body).error).toBeUndefined();
  for (const query of body.queries) expect(Query.safeParse(query).error).toBeUndefined();
});

describe('sourcesOf', () => {
  it('tells each source, the silent ones first', () => {
    const rows = sourcesOf([
      frame({
        source: ['pbx', 'sms', 'chat'],
        intake_age_seconds: [5, 90_000, 5],
      }),
      frame({
        source: ['chat', 'pbx'],
        ingest_lag_seconds: [3, 2],
        records_received: [7, 10],
        records_stored: [7, 6],
        records_duplicate: [0, 3],
        records_rejected: [0, 1],
        records_conflicting: [0, 2],
        rejection_rate: [null, 10],
      }),
    ]);
    expect(rows.map(({ source }) => source)).toEqual(['sms', 'chat', 'pbx']);
    expect(rows[2]).toEqual({
      source: 'pbx', age: 5, lag: 2, received: 10, stored: 6, duplicates: 3, rejected: 1, conflicts: 2, rejectionRate: 10,
    }); // prettier-ignore
    expect(rows[0]).toMatchObject({ age: 90_000, lag: null, received: 0, rejectionRate: null });
    expect(rows[1]).toMatchObject({ age: 5, lag: 3, received: 7, rejectionRate: null });
  });

  it('has no rows where nothing came in', () => {
    expect(sourcesOf([frame({})])).toEqual([]);
    expect(sourcesOf([])).toEqual([]);
  });
});
