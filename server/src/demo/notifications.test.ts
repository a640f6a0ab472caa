import { describe, expect, it } from '@jest/globals';
import { dayRecords } from './day.js';
import type { RecordInput } from './record.js';
import { addDays } from './zone.js';

const records = Array.from({ length: 21 }, (_, i) => dayRecords('demo', addDays('2026-10-05', i))).flat();
const all = (kind: string): RecordInput[] => records.filter((record) => record.kind === kind);
const notifications = all('notification');
const byId = new Map(notifications.map((record) => [record['id'], record]));

/** The times that a notification of each status has beside createdAt. */
const times: Readonly<Record<string, readonly string[]>> = {
  created: [],
  scheduled: [],
  sent: ['sentAt'],
  skipped: ['cancelledAt'],
  cancelled: ['cancelledAt'],
  expired: ['sentAt', 'failedAt'],
  undelivered: ['sentAt', 'failedAt'],
  rejected: ['failedAt'],
  failed: ['failedAt'],
  delivered: ['sentAt', 'deliveredAt'],
  read: ['sentAt', 'deliveredAt', 'readAt'],
};

describe('notifications', () => {
  it('move forward through the times that their status implies', () => {
    const order = ['createdAt', 'sentAt', 'deliveredAt', 'readAt', 'failedAt', 'cancelledAt'];
    const odd = notifications.filter((record) => {
      const status = String(record['status']);
      const given = order.filter((field) => record[field] !== undefined);
      const bounced = status === 'delivered' && record['failedAt'] !== undefined ? ['failedAt'] : [];
      const expected = ['createdAt', ...(times[status] ?? ['unknown']), ...bounced];
      const forward = given.every(
        (field, i) => i === 0 || Number(record[field]) >= Number(record[String(given[i - 1])]),
      );
      return given.join() !== expected.join() || !forward;
    });
    expect(notifications.length).toBeGreaterThan(4000);
    expect(odd).toEqual([]);
  });

  it('leave no sooner than the time chosen for them', () => {
    const scheduled = notifications.filter((record) => record['scheduledAt'] !== undefined);
    expect(scheduled.length).toBeGreaterThan(100);
    for (const { createdAt, scheduledAt, sentAt } of scheduled) {
      expect(Number(scheduledAt)).toBeGreaterThan(Number(createdAt));
      if (sentAt !== undefined) expect(Number(sentAt)).toBeGreaterThanOrEqual(Number(scheduledAt));
    }
  });

  it('tell why they failed, and only then', () => {
    expect(notifications.filter(({ error, failedAt }) => (error !== undefined) !== (failedAt !== undefined))).toEqual(
      [],
    );
    const errors = notifications.flatMap(({ error }) => (error === undefined ? [] : [error as { class: string }]));
    expect(new Set(errors.map((error) => error.class)).size).toBe(8);
  });

  it('fall back from Viber to SMS under one trigger', () => {
    const second = notifications.filter((record) => record['attempt'] === 2);
    expect(second.length).toBeGreaterThan(100);
    for (const record of second) {
      const first = byId.get(record['trigger']);
      expect([first?.['channel'], record['channel'], first?.['attempt']]).toEqual(['viber', 'sms', 1]);
      expect(['skipped', 'expired', 'undelivered', 'rejected', 'failed']).toContain(first?.['status']);
      expect(Number(record['createdAt'])).toBeGreaterThan(Number(first?.['failedAt'] ?? first?.['cancelledAt']));
    }
  });

  it('cost per part what was sent, in the currency of the channel', () => {
    const mispriced = notifications.filter(({ channel, sentAt, cost }) => {
      return (cost !== undefined) !== (sentAt !== undefined && channel !== 'push');
    });
    expect(mispriced).toEqual([]);
    const messages = notifications.filter(({ channel, sentAt }) => channel === 'sms' && sentAt !== undefined);
    const prices = new Set(messages.map(({ parts, cost }) => JSON.stringify([parts, cost])));
    expect([...prices].toSorted()).toEqual([
      '[1,{"amount":"3.2000","currency":"RUB"}]',
      '[2,{"amount":"6.4000","currency":"RUB"}]',
      '[3,{"amount":"9.6000","currency":"RUB"}]',
    ]);
    expect(new Set(notifications.map(({ parts }) => parts))).toEqual(new Set([undefined, 1, 2, 3]));
  });

  it('stay created, required ones and optional ones, for a while or for good', () => {
    const left = notifications.filter(({ status }) => status === 'created');
    expect(left.filter(({ optional }) => optional === false).length).toBeGreaterThan(5);
    expect(left.filter(({ optional }) => optional === true).length).toBeGreaterThan(5);
    const slow = notifications.filter(({ createdAt, scheduledAt, sentAt }) => {
      return scheduledAt === undefined && Number(sentAt) - Number(createdAt) > 20_000;
    });
    expect(slow.length / notifications.length).toBeGreaterThan(0.1);
  });

  it('are clicked, answered and complained about once they have arrived', () => {
    const engagements = all('engagement');
    expect(new Set(engagements.map(({ action }) => action))).toEqual(
      new Set(['click', 'reply', 'unsubscribe', 'complaint']),
    );
    for (const { notification, at } of engagements) {
      expect(Number(at)).toBeGreaterThan(Number(byId.get(notification)?.['deliveredAt']));
    }
  });
});
