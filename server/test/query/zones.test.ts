import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { grid, type Interval, intervals } from '../../src/query/buckets.js';
import { stretchesBetween } from '../../src/query/zone.js';
import { createTestDatabase, type TestDatabase } from '../database.js';

const DAY = 86_400_000;
const STEP = 6 * 3_600_000;
const YEAR = Date.UTC(2024, 0, 1);
const UNITS = { '1d': 'day', '1w': 'week', '1M': 'month', '1y': 'year' } as const;

/** What PostgreSQL knows of the zones at the instants: the wall clock, cut to the unit, as epoch milliseconds. */
async function cut(
  pool: pg.Pool,
  zones: readonly string[],
  instants: readonly number[],
  unit: string,
): Promise<Map<string, number[]>> {
  const { rows } = await pool.query<{ zone: string; cut: string[] }>(
    `select z.zone, array_agg((extract(epoch from date_trunc($3, i.at at time zone z.zone)) * 1000)::int8 order by i.n) as cut
     from unnest($1::text[]) z(zone), unnest($2::timestamptz[]) with ordinality i(at, n) group by 1`,
    [zones, instants.map((at) => new Date(at).toISOString()), unit],
  );
  return new Map(rows.map(({ zone, cut: all }) => [zone, all.map(Number)]));
}

describe('zones, as PostgreSQL knows them', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let zones: string[];
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = database.pool;
    const { rows } = await pool.query<{ name: string }>('select name from pg_timezone_names');
    const known = new Set(rows.map(({ name }) => name));
    zones = Intl.supportedValuesOf('timeZone').filter((zone) => known.has(zone));
  });
  afterAll(() => database.drop());

  it('are nearly all that Intl knows', () => {
    expect(zones.length).toBeGreaterThan(400);
  });

  it('have the same offsets all year round', async () => {
    const [from, to] = [YEAR, YEAR + 366 * DAY];
    const differing: string[] = [];
    for (const zone of zones) {
      const { rows } = await pool.query<{ change: string; offset: string }>(
        `select (extract(epoch from at) * 1000)::int8 as change, (extract(epoch from off) * 1000)::int8 as offset
         from (select at, off, lag(off) over (order by at) as earlier
           from (select at, (at at time zone $1) - (at at time zone 'UTC') as off
             from generate_series($2::timestamptz, $3, '6 hours') at) x) y
         where earlier is distinct from off order by 1`,
        [zone, new Date(from).toISOString(), new Date(to).toISOString()],
      );
      const theirs = rows.map((row) => [Number(row.change), Number(row.offset)]);
      // A change is seen at the first step after it.
      const ours = stretchesBetween(zone, from, to).map(({ start, offset }) => [
        Math.max(from, Math.ceil(start / STEP) * STEP),
        offset,
      ]);
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) differing.push(zone);
    }
    // Node and PostgreSQL bring their own releases of the zones, which now and then differ for a country or two.
    expect(differing.length).toBeLessThanOrEqual(3);
    zones = zones.filter((zone) => !differing.includes(zone));
  });

  it.each(Object.entries(UNITS))('cut random ranges into the same %s buckets', async (interval, unit) => {
    const range = fc.tuple(fc.integer({ min: 0, max: 400 * DAY }), fc.integer({ min: 1, max: 60 * DAY }));
    const [[start, length]] = fc.sample(range, { seed: 20261122, numRuns: 1 }) as [[number, number]];
    for (const [from, to] of [
      [YEAR + start, YEAR + start + length],
      [YEAR, YEAR + 400 * DAY],
    ] as const) {
      const step = Math.max(1, Math.floor((to - from) / 300));
      const instants = Array.from({ length: 300 }, (_, index) => from + index * step).filter((at) => at < to);
      const labels = await cut(pool, zones, instants, unit);
      for (const zone of zones) {
        const { boundaries, times } = grid(interval as Interval, zone, 'monday', from, to);
        expect(boundaries[0]).toBe(from);
        expect(times[0]).toBeLessThanOrEqual(from);
        const bucketOf = new Map<number, number>();
        instants.forEach((at, index) => {
          const bucket = boundaries.findLastIndex((boundary) => boundary <= at);
          const label = labels.get(zone)![index]!;
          // One label, one bucket, and the other way round.
          const seen = bucketOf.get(label) ?? bucket;
          if (seen !== bucket)
            throw new Error(`${zone}: ${new Date(at).toISOString()} of ${interval} is cut elsewhere.`);
          bucketOf.set(label, bucket);
        });
        expect(new Set(bucketOf.values()).size).toBe(bucketOf.size);
      }
    }
  });

  it('begin each day at the first instant of its date', async () => {
    const [from, to] = [YEAR, YEAR + 366 * DAY];
    for (const zone of zones.filter((name) => stretchesBetween(name, from, to).length > 1)) {
      const { boundaries } = grid('1d', zone, 'monday', from, to);
      const edges = boundaries.slice(1).flatMap((at) => [at - 1, at]);
      const dates = (await cut(pool, [zone], edges, 'day')).get(zone)!;
      for (let i = 0; i < dates.length; i += 2) {
        if (dates[i]! >= dates[i + 1]!)
          throw new Error(`${zone}: no new day at ${new Date(edges[i + 1]!).toISOString()}`);
      }
    }
  });

  it('never leave a gap between buckets of any length', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...intervals),
        fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2037, 0, 1) }),
        fc.integer({ min: 1, max: 2 * DAY }),
        (zone, interval, from, length) => {
          const { boundaries, times, end } = grid(interval, zone, 'monday', from, from + length);
          const ascending = (all: readonly number[]) => all.every((at, index) => index === 0 || at > all[index - 1]!);
          expect(ascending(times) && ascending(boundaries)).toBe(true);
          expect(boundaries.slice(1)).toEqual(times.slice(1));
          expect(times[0]! <= from && end >= from + length && times.at(-1)! < from + length).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
