import { describe, expect, it } from '@jest/globals';
import { dayRecords } from './day.js';
import type { RecordInput } from './record.js';
import { addDays } from './zone.js';

/** Working days, weekends, a public holiday; days in a row, because shifts and facts cross midnight. */
const days = ['2026-11-16', '2026-05-07', '2025-12-29'].flatMap((first) =>
  Array.from({ length: 9 }, (_, i) => addDays(first, i)),
);
const records = days.flatMap((day) => dayRecords('demo', day));
const all = (kind: string): RecordInput[] => records.filter((record) => record.kind === kind);

interface Span {
  readonly from: number;
  readonly to: number;
}

function byOperator(list: readonly RecordInput[], span: (record: RecordInput) => Span): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const record of list) {
    const operator = String(record['operator']);
    spans.set(operator, [...(spans.get(operator) ?? []), span(record)]);
  }
  for (const list of spans.values()) list.sort((a, b) => a.from - b.from);
  return spans;
}

/** The most spans of one operator that hold a common moment. */
function mostAtOnce(spans: Map<string, Span[]>): number {
  let most = 0;
  for (const list of spans.values()) {
    for (const { from } of list)
      most = Math.max(most, list.filter((span) => span.from <= from && from < span.to).length);
  }
  return most;
}

const presence = (state: string) =>
  byOperator(
    all('presence').filter((record) => record['state'] === state),
    (record) => ({ from: Number(record['startedAt']), to: Number(record['endedAt']) }),
  );
const covered = (spans: Map<string, Span[]>, operator: string, at: number): boolean =>
  (spans.get(operator) ?? []).some(({ from, to }) => from <= at && at <= to);

const accepted = all('assignment').filter((record) => record['acceptedAt'] !== undefined);
const work = (record: RecordInput): Span => ({
  from: Number(record['acceptedAt'] ?? record['startedAt']),
  to: Number(record['endedAt']) + Number(record['wrapSeconds'] ?? 0) * 1000,
});

describe('operators', () => {
  it('are in one state at a time', () => {
    const states = byOperator(all('presence'), (record) => ({
      from: Number(record['startedAt']),
      to: Number(record['endedAt']),
    }));
    expect(states.size).toBe(14);
    expect([...states.values()].flat().filter(({ from, to }) => to <= from)).toEqual([]);
    expect(mostAtOnce(states)).toBe(1);
  });

  it('pause for lunch, breaks and other reasons, and go home', () => {
    const reasons = (state: string) =>
      new Set(all('presence').flatMap((record) => (record['state'] === state ? [record['reason']] : [])));
    expect(reasons('paused')).toEqual(new Set(['lunch', 'break', 'training', 'coaching', 'technical']));
    expect([reasons('online'), reasons('offline')]).toEqual([new Set([undefined]), new Set([undefined])]);
    expect(presence('offline').size).toBe(14);
  });

  it('are online when they accept something', () => {
    const online = presence('online');
    expect(accepted.length).toBeGreaterThan(2000);
    const elsewhere = accepted.filter(
      (record) => !covered(online, String(record['operator']), Number(record['acceptedAt'])),
    );
    expect(elsewhere).toEqual([]);
  });

  it('pause and leave only when their work is done', () => {
    const paused = presence('paused');
    const offline = presence('offline');
    const interrupted = accepted.filter((record) => {
      const operator = String(record['operator']);
      const { from, to } = work(record);
      // Only the wrap-up of a chat may reach into a break.
      const end = record['dialogue'] === undefined ? to : Number(record['endedAt']);
      const away = [...(paused.get(operator) ?? []), ...(offline.get(operator) ?? [])];
      return away.some((span) => span.from < end && from < span.to);
    });
    expect(interrupted).toEqual([]);
  });

  it('speak on one call and write in at most two chats at a time', () => {
    const own = all('call').filter((record) => record['operator'] !== undefined && record['direction'] !== 'inbound');
    const called = new Set(accepted.map((record) => record['call']));
    const calls = [
      ...accepted.filter((record) => record['call'] !== undefined),
      ...own.filter(({ id }) => !called.has(id)),
    ];
    expect(mostAtOnce(byOperator(calls, work))).toBe(1);
    const chats = accepted.filter((record) => record['dialogue'] !== undefined);
    expect(mostAtOnce(byOperator(chats, (record) => ({ ...work(record), to: Number(record['endedAt']) })))).toBe(2);
  });

  it('let some offers pass, which end with a reason and without an acceptance', () => {
    const passed = all('assignment').filter((record) => record['acceptedAt'] === undefined);
    expect(new Set(passed.map((record) => record['endReason']))).toEqual(new Set(['timeout', 'declined', 'released']));
    const backwards = all('assignment').filter(({ offeredAt, acceptedAt = offeredAt, endedAt }) => {
      return !(Number(offeredAt) <= Number(acceptedAt) && Number(acceptedAt) <= Number(endedAt));
    });
    expect(backwards).toEqual([]);
  });

  it('are too few now and then, so that customers wait', () => {
    const entries = all('queue_entry').filter((record) => record['call'] !== undefined);
    const answered = entries.filter((record) => record['reason'] === 'answered');
    const quick = answered.filter((record) => Number(record['answeredAt']) - Number(record['enteredAt']) <= 20_000);
    expect(quick.length / entries.length).toBeGreaterThan(0.6);
    expect(quick.length / entries.length).toBeLessThan(0.9);
    const abandoned = entries.filter((record) => record['reason'] === 'abandoned');
    expect(abandoned.length / entries.length).toBeGreaterThan(0.03);
    expect(abandoned.length / entries.length).toBeLessThan(0.2);
  });
});
