import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';

/** The way end to end: records in by HTTP, numbers out by the query that a panel asks, answers worked out by hand. */
describe('numbers of records', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  async function send(tenant: TestTenant, records: readonly object[]): Promise<void> {
    const { status, body } = await app.call('POST', '/api/v1/records', tenant.ingestKey, { records });
    expect({ status, rejected: body.rejected }).toEqual({ status: 200, rejected: [] });
  }

  /** Single numbers by metric. */
  async function ask(tenant: TestTenant, ids: readonly string[], query: object = {}): Promise<Record<string, number | null>> {
    const queries = ids.map((id, index) => ({ refId: `q${index}`, metrics: [id], format: 'single', ...query }));
    const range = { timeZone: 'UTC', from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
    const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, { ...range, queries });
    return Object.fromEntries(ids.map((id, index) => [id, body.results[`q${index}`].frames[0].data.values[0][0]]));
  } // prettier-ignore

  it('a dialogue of a bot that an operator takes over is the operator’s, and the clock runs from the handing over', async () => {
    const tenant = await app.tenant();
    const at = (time: string) => `2025-05-05T${time}Z`;
    await send(tenant, [
      { kind: 'dialogue', id: 'd', channel: 'web', startedAt: at('10:00:00'), closedAt: at('10:20:00') },
      { kind: 'message', id: 'm1', dialogue: 'd', author: 'customer', sentAt: at('10:00:00') },
      { kind: 'message', id: 'm2', dialogue: 'd', author: 'bot', sentAt: at('10:00:01') },
      { kind: 'message', id: 'm3', dialogue: 'd', author: 'customer', sentAt: at('10:05:00') },
      { kind: 'change', id: 'c1', of: 'dialogue', dialogue: 'd', state: 'handed_off', at: at('10:06:00') },
      { kind: 'message', id: 'm4', dialogue: 'd', author: 'operator', operator: 'ann', sentAt: at('10:06:40') },
      { kind: 'message', id: 'm5', dialogue: 'd', author: 'customer', sentAt: at('10:07:00') },
      { kind: 'message', id: 'm6', dialogue: 'd', author: 'operator', operator: 'ann', sentAt: at('10:07:30') },
    ]);
    const outcomes = [
      'dialogues_bot',
      'dialogues_operator',
      'handoff',
      'handoff_rate',
      'containment_rate',
      'automation_rate',
    ];
    expect(await ask(tenant, outcomes)).toEqual({
      ...{
        dialogues_bot: 0,
        dialogues_operator: 1,
        handoff: 1,
        handoff_rate: 100,
        containment_rate: 0,
        automation_rate: 0,
      },
    });
    const times = ['first_response_time', 'average_next_response_time', 'resolution_time'];
    expect(await ask(tenant, times)).toEqual({
      first_response_time: 40,
      // 6 min 40 s for the first turn, bots do not stop that clock, and 30 s for the second.
      average_next_response_time: (400 + 30) / 2,
      resolution_time: 1200,
    });
  });

  it('a call that talked without an answer is unanswered, and no average knows its talk', async () => {
    const tenant = await app.tenant();
    const call = {
      kind: 'call',
      direction: 'inbound',
      startedAt: '2025-05-05T10:00:00Z',
      endedAt: '2025-05-05T10:01:00Z',
    };
    await send(tenant, [{ ...call, id: 'c', status: 'no_answer', talkSeconds: 50 }]);
    const ids = [
      'calls',
      'calls_answered',
      'calls_missed',
      'answer_rate',
      'asr',
      'average_talk_time',
      'average_handling_time',
      'average_call_duration',
    ];
    expect(await ask(tenant, ids)).toEqual({
      ...{ calls: 1, calls_answered: 0, calls_missed: 1, answer_rate: 0, asr: 0 },
      ...{ average_talk_time: null, average_handling_time: null, average_call_duration: null },
    });
  });

  it('a late correction changes the numbers of then, a deletion takes them away', async () => {
    const tenant = await app.tenant();
    const sms = {
      kind: 'notification',
      id: 'n',
      channel: 'sms',
      createdAt: '2025-05-05T10:00:00Z',
      sentAt: '2025-05-05T10:00:00Z',
    };
    const ids = [
      'notifications_sent',
      'delivery_rate',
      'notifications_pending_percent',
      'delivery_latency',
      'sms_parts_average',
    ];
    await send(tenant, [{ ...sms, status: 'sent', parts: 1 }]);
    const pending = {
      notifications_sent: 1,
      delivery_rate: 0,
      notifications_pending_percent: 100,
      delivery_latency: null,
    };
    expect(await ask(tenant, ids)).toEqual({ ...pending, sms_parts_average: 1 });
    await send(tenant, [
      { ...sms, status: 'delivered', deliveredAt: '2025-05-07T10:00:00Z', observedAt: '2025-05-09T00:00:00Z' },
    ]);
    await send(tenant, [
      { kind: 'notification', id: 'n', parts: 3, correct: true, observedAt: '2025-08-01T00:00:00Z' },
    ]);
    const arrived = {
      notifications_sent: 1,
      delivery_rate: 100,
      notifications_pending_percent: 0,
      delivery_latency: 172_800,
    };
    expect(await ask(tenant, ids)).toEqual({ ...arrived, sms_parts_average: 3 });
    await send(tenant, [{ kind: 'notification', id: 'n', deleted: true, observedAt: '2025-08-02T00:00:00Z' }]);
    expect(await ask(tenant, ids)).toEqual({
      ...{ notifications_sent: 0, delivery_rate: null, notifications_pending_percent: null, delivery_latency: null },
      sms_parts_average: null,
    });
  });

  it.each([
    // Clocks go forward at 02:00 of the day, 01:00Z: 23 hours; back at 03:00, 01:00Z: 25 hours.
    ['Europe/Berlin', '2025-03-29T23:00:00Z', 23],
    ['Europe/Berlin', '2025-10-25T22:00:00Z', 25],
    ['America/New_York', '2025-03-09T05:00:00Z', 23],
    ['America/New_York', '2025-11-02T04:00:00Z', 25],
    ['Asia/Kathmandu', '2025-03-29T18:15:00Z', 24],
  ])('a day of %s that begins at %s has %i hours of calls', async (timeZone, midnight, hours) => {
    const tenant = await app.tenant();
    const start = Date.parse(midnight);
    const hour = 3_600_000;
    // One at each half hour from the day before to the day after, and one in the last millisecond before the day and in it.
    const moments = Array.from({ length: 75 }, (_, index) => start - 25 * hour + index * hour + 30 * 60_000);
    moments.push(start - 1, start + hours * hour - 1);
    await send(tenant, moments.map((at, index) => ({ kind: 'call', id: `c${index}`, startedAt: at, status: 'busy' })));
    const query = { refId: 'A', metrics: ['calls'], interval: '1d' };
    const around = { from: start - 10 * hour, to: start + (hours + 10) * hour, timeZone };
    const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, { ...around, queries: [query] });
    const [times, calls] = body.results.A.frames[0].data.values as [number[], number[]];
    expect(times.slice(1)).toEqual([start, start + hours * hour]);
    expect(calls).toEqual([11, hours + 1, 10]);
    const byHour = { ...query, interval: 'none', format: 'table', groupBy: ['hour_of_day'], from: start, to: start + hours * hour };
    const answer = await app.call('POST', '/api/v1/query', tenant.readKey, { timeZone, queries: [byHour] });
    const [names, counts] = answer.body.results.A.frames[0].data.values as [string[], number[]];
    const twice = hours === 25 ? (timeZone === 'Europe/Berlin' ? '2' : '1') : undefined;
    const skipped = hours === 23 ? '2' : undefined;
    const expected = Array.from({ length: 24 }, (_, index) => String(index))
      .filter((name) => name !== skipped)
      .map((name) => [name, (name === twice ? 2 : 1) + (name === '23' ? 1 : 0)]);
    expect(Object.fromEntries(names.map((name, index) => [name, counts[index]]))).toEqual(Object.fromEntries(expected));
  }); // prettier-ignore
});
