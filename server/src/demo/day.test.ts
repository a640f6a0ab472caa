import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isRejection, parseRecord } from '../facts/record.js';
import { dayRecords } from './day.js';
import { historyScale } from './history.js';
import { worldRecords } from './names.js';
import { outageOf } from './outages.js';
import type { RecordInput } from './record.js';
import { momentsOf } from './stages.js';
import { demoZone } from './world.js';
import { addDays, dayBounds } from './zone.js';

const digest = (records: readonly RecordInput[]): string =>
  createHash('sha256').update(JSON.stringify(records)).digest('hex');
const context = {
  source: 'demo',
  now: Date.UTC(2026, 11, 1),
  hashPersonal: () => 'f00d',
  keepTexts: true,
  nameless: () => '',
};
const refusals = (records: readonly RecordInput[]): unknown[] =>
  records.map((record) => parseRecord(record, context)).filter(isRejection);

const month = Array.from({ length: 28 }, (_, age) => dayRecords('demo', addDays('2026-11-20', -age))).flat();
const valuesOf = (kind: string, field: string): Set<unknown> =>
  new Set(month.filter((record) => record.kind === kind).map((record) => record[field]));

describe('dayRecords', () => {
  it('depends on nothing but seed, day and scale', () => {
    const once = digest(dayRecords('demo', '2026-03-05'));
    dayRecords('demo', '2026-03-04', 0.3);
    dayRecords('other', '2026-03-05');
    expect(digest(dayRecords('demo', '2026-03-05'))).toBe(once);
    expect(digest(dayRecords('other', '2026-03-05'))).not.toBe(once);
    expect(digest(dayRecords('demo', '2026-03-06'))).not.toBe(once);
  });

  it('gives the history that it has always given', () => {
    expect(digest(dayRecords('demo', '2026-03-05'))).toBe(
      '0589a725cb64e4703cf6f5ce23b3913cd2861c8d284fa9f5ff16bb817cf4781c',
    );
  });

  it('makes nothing that ingest would refuse', () => {
    expect(refusals(month)).toEqual([]);
    expect(refusals(worldRecords('demo'))).toEqual([]);
    expect(refusals([{ kind: 'call', id: 'x', startedAt: 'noon' }])).toHaveLength(1);
  });

  it('names every fact once, also across days', () => {
    const names = month.map(({ kind, source, id }) => `${kind} ${String(source)} ${String(id)}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['2026-11-20', demoZone],
    ['2026-03-08', 'America/New_York'],
    ['2026-11-01', 'America/New_York'],
  ])('keeps %s in %s within the day and one day more', (day, zone) => {
    const { start, end } = dayBounds(day, zone);
    const moments = dayRecords('demo', day, 1, zone).flatMap(momentsOf);
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(start);
    expect(Math.max(...moments)).toBeLessThan(end + 86_400_000);
    expect(moments.every(Number.isInteger)).toBe(true);
  });

  it('comes to about a million records in 800 days, the older half thinner', () => {
    let [older, newer] = [0, 0];
    for (let age = 0; age < 800; age += 9) {
      const count = dayRecords('demo', addDays('2026-11-21', -age), historyScale(age)).length;
      if (age < 400) newer += count * 9;
      else older += count * 9;
    }
    expect((older + newer) / 1e6).toBeGreaterThan(0.85);
    expect((older + newer) / 1e6).toBeLessThan(1.15);
    expect(older / newer).toBeLessThan(0.5);
  });

  it('fills every panel within a month', () => {
    expect(valuesOf('dialogue', 'channel').size).toBe(13);
    expect(valuesOf('dialogue', 'chat').size).toBe(5);
    expect(valuesOf('call', 'status').size).toBe(9);
    expect(valuesOf('call', 'botOutcome')).toEqual(
      new Set([undefined, 'goal', 'transferred', 'hung_up', 'not_understood', 'no_answer', 'machine', 'error']),
    );
    expect(valuesOf('notification', 'status').size).toBe(11);
    expect(valuesOf('notification', 'channel').size).toBe(5);
    expect(valuesOf('queue_entry', 'queue')).toEqual(new Set(['sales', 'support', 'billing', 'chat']));
    expect(valuesOf('queue_entry', 'reason')).toEqual(
      new Set(['answered', 'abandoned', 'timeout', 'overflow', 'key', 'empty', 'blocked']),
    );
    expect(valuesOf('call', 'trunk')).toEqual(new Set(['trunk-north', 'trunk-south', 'trunk-world', undefined]));
    expect(valuesOf('assignment', 'operator').size).toBe(14);
    expect(valuesOf('change', 'state')).toEqual(new Set(['open', 'pending', 'handed_off', 'resolved']));
    expect(valuesOf('engagement', 'action')).toEqual(new Set(['click', 'reply', 'unsubscribe', 'complaint']));
    expect(valuesOf('rating', 'scale')).toEqual(new Set(['csat', 'nps']));
    expect(valuesOf('notification', 'attempt')).toEqual(new Set([1, 2]));
    expect(new Set(month.map(({ kind }) => kind)).size).toBe(15);
  });

  it('calls what panels show by names that people read', () => {
    const named = new Set(worldRecords('demo').map(({ dimension, value }) => `${String(dimension)} ${String(value)}`));
    const shown = [
      'chat',
      'bot',
      'operator',
      'group',
      'queue',
      'trunk',
      'campaign',
      'provider',
      'template',
      'topic',
      'project',
    ];
    const values = month.flatMap((record) =>
      shown.flatMap((dimension) => (typeof record[dimension] === 'string' ? [`${dimension} ${record[dimension]}`] : [])),
    ); // prettier-ignore
    const nameless = [...new Set(values)].filter((value) => !named.has(value));
    expect(values.length).toBeGreaterThan(10_000);
    expect(nameless).toEqual([]);
  });

  it('has calls in nearly every quarter of an hour, by day and by night', () => {
    const quarters = new Set<number>();
    for (const { kind, startedAt } of month) if (kind === 'call') quarters.add(Math.floor(Number(startedAt) / 900_000));
    expect(quarters.size / (28 * 96)).toBeGreaterThan(0.95);
  });

  it("shows a carrier's outage in the calls of its trunk", () => {
    const days = Array.from({ length: 400 }, (_, age) => addDays('2026-11-20', -age));
    const troubled = days.flatMap((day) => {
      const outage = outageOf('demo', 'trunk-north', day, dayBounds(day, demoZone));
      return outage ? [{ day, outage }] : [];
    });
    expect(troubled.length).toBeGreaterThan(2);
    const inside = { all: 0, refused: 0 };
    const outside = { all: 0, refused: 0 };
    for (const { day, outage } of troubled) {
      for (const record of dayRecords('demo', day)) {
        if ((record.kind !== 'call' && record.kind !== 'leg') || record['trunk'] !== 'trunk-north') continue;
        const at = Number(record['startedAt']);
        const tally = at >= outage.start && at < outage.end ? inside : outside;
        tally.all++;
        if (record['status'] === 'congestion') tally.refused++;
      }
    }
    expect(inside.refused / inside.all).toBeGreaterThan(0.3);
    expect(outside.refused / outside.all).toBeLessThan(0.05);
  });
});
