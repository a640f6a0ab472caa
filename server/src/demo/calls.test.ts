import { describe, expect, it } from '@jest/globals';
import { dayRecords } from './day.js';
import type { RecordInput } from './record.js';
import { addDays } from './zone.js';

const records = Array.from({ length: 14 }, (_, i) => dayRecords('demo', addDays('2026-10-05', i))).flat();
const all = (kind: string): RecordInput[] => records.filter((record) => record.kind === kind);
const calls = new Map(all('call').map((record) => [record['id'], record]));
const entries = all('queue_entry').filter((record) => record['call'] !== undefined);
const accepted = all('assignment').filter((record) => record['acceptedAt'] !== undefined);

describe('calls', () => {
  it('run forward and end', () => {
    const odd = [...calls.values(), ...all('leg')].filter((call) => {
      const times = ['startedAt', 'ringingAt', 'answeredAt', 'endedAt']
        .flatMap((field) => call[field] ?? [])
        .map(Number);
      const forward = times.every((time, i) => i === 0 || time >= Number(times[i - 1]));
      return !forward || call['endedAt'] === undefined || call['status'] === 'open';
    });
    expect(odd).toEqual([]);
  });

  it('have been answered if and only if their status says so', () => {
    const odd = [...calls.values()].filter(
      ({ answeredAt, status }) => (answeredAt !== undefined) !== (status === 'answered'),
    );
    expect(odd).toEqual([]);
  });

  it('are spoken on by whoever is said to', () => {
    const answered = [...calls.values()].filter((call) => call['status'] === 'answered');
    expect(answered.length).toBeGreaterThan(3000);
    const odd = answered.filter((call) => {
      const length = (Number(call['endedAt']) - Number(call['answeredAt'])) / 1000;
      const spoken = Number(call['talkSeconds'] ?? 0) + Number(call['holdSeconds'] ?? 0);
      const byOperator = call['operator'] !== undefined;
      const says = byOperator ? Number(call['talkSeconds']) > 0 : call['bot'] !== undefined && spoken === 0;
      return !(length > 0 && spoken <= length && says && call['mosHundredths'] !== undefined);
    });
    expect(odd).toEqual([]);
  });

  it('waited in a queue as long as the queue says', () => {
    expect(entries.length).toBeGreaterThan(1000);
    for (const entry of entries) {
      const call = calls.get(entry['call']);
      const answered = entry['reason'] === 'answered';
      expect(call).toBeDefined();
      expect(Number(entry['leftAt'])).toBeGreaterThanOrEqual(Number(entry['enteredAt']));
      expect(entry['answeredAt']).toBe(answered ? entry['leftAt'] : undefined);
      const taken = accepted.filter(
        (record) => record['call'] === entry['call'] && record['acceptedAt'] === entry['answeredAt'],
      );
      expect(taken.map((record) => record['operator'])).toEqual(answered ? [entry['operator']] : []);
      if (!answered && entry['reason'] !== 'overflow') expect(call?.['endedAt']).toBe(entry['leftAt']);
    }
  });

  it('overflow into the support queue without losing a moment', () => {
    const overflown = entries.filter((entry) => entry['reason'] === 'overflow');
    expect(overflown.length).toBeGreaterThan(20);
    for (const entry of overflown) {
      const next = entries.filter((other) => other['call'] === entry['call'] && other['enteredAt'] === entry['leftAt']);
      expect(next.map((other) => other['queue'])).toEqual(['support']);
    }
  });

  it('are transferred to another operator', () => {
    const transferred = accepted.filter((record) => record['transferredTo'] !== undefined);
    expect(transferred.length).toBeGreaterThan(20);
    for (const record of transferred) {
      expect(record['endReason']).toBe('transferred');
      expect(record['transferredTo']).not.toBe(record['operator']);
      const second = accepted.filter(
        (other) => other['call'] === record['call'] && other['operator'] === record['transferredTo'],
      );
      expect(second).toHaveLength(1);
      expect(Number(second[0]?.['offeredAt'])).toBeGreaterThanOrEqual(Number(record['endedAt']));
    }
  });

  it('have legs that fit them', () => {
    const legs = all('leg');
    expect(legs.length).toBeGreaterThan(100);
    for (const leg of legs) {
      const call = calls.get(leg['call']);
      expect(Number(leg['startedAt'])).toBeGreaterThanOrEqual(Number(call?.['startedAt']));
      expect(Number(leg['endedAt'])).toBeLessThanOrEqual(Number(call?.['endedAt']));
    }
  });
});
