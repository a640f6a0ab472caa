import { describe, expect, it } from '@jest/globals';
import { dayRecords } from './day.js';
import type { RecordInput } from './record.js';
import { addDays } from './zone.js';

const records = Array.from({ length: 14 }, (_, i) => dayRecords('demo', addDays('2026-10-05', i))).flat();
const all = (kind: string): RecordInput[] => records.filter((record) => record.kind === kind);
const dialogues = new Map(all('dialogue').map((record) => [record['id'], record]));
const messages = all('message');
const accepted = all('assignment').filter((record) => record['acceptedAt'] !== undefined);

describe('dialogues', () => {
  it('hold their messages between start and close', () => {
    const stray = messages.filter(({ dialogue, sentAt, channel }) => {
      const own = dialogues.get(dialogue);
      const inside = Number(own?.['startedAt']) <= Number(sentAt) && Number(sentAt) <= Number(own?.['closedAt']);
      return !inside || channel !== own?.['channel'];
    });
    expect(messages.length).toBeGreaterThan(5000);
    expect(stray).toEqual([]);
  });

  it('are answered by operators who took them before', () => {
    const written = messages.filter((message) => message['author'] === 'operator');
    expect(written.length).toBeGreaterThan(1000);
    const uninvited = written.filter(({ dialogue, operator, sentAt }) => {
      const own = accepted.filter((record) => record['dialogue'] === dialogue && record['operator'] === operator);
      return !own.some(({ acceptedAt, endedAt }) => {
        return Number(acceptedAt) <= Number(sentAt) && Number(sentAt) <= Number(endedAt);
      });
    });
    expect(uninvited).toEqual([]);
  });

  it('divide into robot, operator and nobody, with some that no customer wrote in', () => {
    const authors = new Map<unknown, Set<unknown>>([...dialogues.keys()].map((id) => [id, new Set()]));
    for (const message of messages) authors.get(message['dialogue'])?.add(message['author']);
    const share = (test: (who: Set<unknown>) => boolean): number =>
      [...authors.values()].filter(test).length / authors.size;
    const byOperator = share((who) => who.has('operator'));
    const byRobot = share((who) => !who.has('operator') && who.has('bot'));
    expect(byOperator).toBeGreaterThan(0.25);
    expect(byRobot).toBeGreaterThan(0.5);
    expect(1 - byOperator - byRobot).toBeGreaterThan(0.005);
    expect(share((who) => !who.has('customer'))).toBeGreaterThan(0.02);
    expect(share((who) => who.has('operator') && who.has('bot'))).toBeGreaterThan(0.2);
  });

  it('tell where visitors of the website are, and nobody else', () => {
    for (const dialogue of dialogues.values()) {
      expect(dialogue['location'] !== undefined).toBe(dialogue['channel'] === 'web');
      expect(dialogue['visitor'] !== undefined).toBe(dialogue['channel'] === 'web');
    }
  });

  it('cost roubles mostly, dollars sometimes, by the messenger', () => {
    const currencies = new Map<unknown, Set<unknown>>();
    for (const { channel, cost } of dialogues.values()) {
      const { currency, amount } = cost as { currency: string; amount: string };
      expect(amount).toMatch(/^\d+\.\d{4}$/);
      currencies.set(channel, (currencies.get(channel) ?? new Set()).add(currency));
    }
    expect([...currencies.values()].every((found) => found.size === 1)).toBe(true);
    expect(currencies.get('web')).toEqual(new Set(['RUB']));
    expect(currencies.get('whatsapp')).toEqual(new Set(['USD']));
  });

  it('come up again: resolved, opened, closed later', () => {
    const reopened = all('change').filter((record) => record['state'] === 'open');
    expect(reopened.length).toBeGreaterThan(5);
    for (const change of reopened) {
      const resolved = all('change').find(
        (record) => record['dialogue'] === change['dialogue'] && record['state'] === 'resolved',
      );
      expect(Number(resolved?.['at'])).toBeLessThan(Number(change['at']));
      expect(Number(dialogues.get(change['dialogue'])?.['closedAt'])).toBeGreaterThanOrEqual(Number(change['at']));
    }
  });

  it('stay open while they wait for somebody else, and are closed hours later', () => {
    const pending = all('change').filter((record) => record['state'] === 'pending');
    expect(pending.length).toBeGreaterThan(20);
    for (const { dialogue, at } of pending) {
      const waited = Number(dialogues.get(dialogue)?.['closedAt']) - Number(at);
      expect(waited).toBeGreaterThanOrEqual(3_600_000);
      const last = accepted.filter((record) => record['dialogue'] === dialogue).at(-1);
      expect([last?.['endedAt'], last?.['endReason']]).toEqual([at, 'released']);
    }
  });

  it('are several at once by day', () => {
    const open = Array.from({ length: 14 }, (_, day) => {
      const noon = Date.UTC(2026, 9, 5 + day, 12);
      return [...dialogues.values()].filter(
        ({ startedAt, closedAt }) => Number(startedAt) <= noon && noon < Number(closedAt),
      ).length;
    });
    expect(open.reduce((sum, count) => sum + count, 0) / open.length).toBeGreaterThan(1);
  });

  it('are rated and bought after, not before they close', () => {
    const later = [...all('rating'), ...all('transaction')].filter((record) => record['dialogue'] !== undefined);
    expect(later.length).toBeGreaterThan(400);
    for (const record of later) {
      expect(Number(record['at'])).toBeGreaterThan(Number(dialogues.get(record['dialogue'])?.['closedAt']));
    }
  });

  it('repeat what people say, so that there are popular phrases', () => {
    const counts = new Map<unknown, number>();
    for (const { author, text } of messages) {
      if (author === 'customer' && text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const sorted = [...counts.values()].sort((a, b) => b - a);
    expect(sorted.length).toBeGreaterThan(30);
    expect(sorted[0] ?? 0).toBeGreaterThan(4 * (sorted[20] ?? Infinity));
  });
});
