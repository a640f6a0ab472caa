import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';

const at = (time: string) => `2026-11-03T${time}:00Z`;
const ms = (time: string) => Date.parse(at(time));
const range = { from: at('09:00'), to: at('12:00') };

interface Field {
  name: string;
  labels?: object;
  config: Record<string, unknown>;
}

describe('the states of operators', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let empty: TestTenant;
  beforeAll(async () => {
    app = await startTestApp();
    tenant = await app.tenant();
    empty = await app.tenant();
    let made = 0;
    const presence = (operator: string, state: string, startedAt: string, endedAt: string | null, more: object = {}) => ({
      kind: 'presence', id: `p${(made += 1)}`, operator, state, startedAt, ...(endedAt && { endedAt }), ...more,
    }); // prettier-ignore
    const change = (operator: string, state: string, time: string) => ({
      kind: 'change', id: `c${(made += 1)}`, of: 'operator', operator, state, at: time,
    }); // prettier-ignore
    const records = [
      // Begins before the range; pauses for lunch, is gone for a while, is back to the end.
      presence('ann', 'online', at('08:00'), at('10:00')),
      presence('ann', 'paused', at('10:00'), at('10:30'), { reason: 'lunch' }),
      presence('ann', 'online', at('11:00'), at('13:00')),
      // Says changes only, but whole intervals of another system override from 9:30 to 9:45.
      change('bob', 'online', at('09:15')),
      presence('bob', 'paused', at('09:30'), at('09:45'), { source: 'other' }),
      change('bob', 'offline', at('11:30')),
      // Two intervals of one state that touch are one.
      presence('eve', 'online', at('11:00'), at('11:10')),
      presence('eve', 'online', at('11:10'), at('11:20'), { source: 'other' }),
      presence('zoe', 'online', at('07:00'), at('08:00')),
      { kind: 'name', id: 'n', dimension: 'operator', value: 'eve', label: 'Eve Adams' },
    ];
    const sent = await app.call('POST', '/api/v1/records', tenant.ingestKey, { records });
    expect(sent.body).toMatchObject({ stored: records.length, rejected: [] });
  });
  afterAll(() => app.stop());

  const answer = async (query: object, key = tenant.readKey) => {
    const queries = [{ refId: 'A', metrics: ['presence_time'], format: 'states', ...query }];
    return (await app.call('POST', '/api/v1/query', key, { ...range, queries })).body.results.A;
  };
  const ask = async (
    query: object,
  ): Promise<{ fields: Field[]; values: unknown[][]; meta: Record<string, unknown> }> => {
    const { frames } = await answer(query);
    return { fields: frames[0].schema.fields, values: frames[0].data.values, meta: frames[0].schema.meta };
  };

  it('are a field for each, told anew at every change until null closes', async () => {
    const { fields, values, meta } = await ask({});
    expect(fields.map(({ name, labels }) => [name, labels])).toEqual([
      ['time', undefined],
      ['ann', { operator: 'ann' }],
      ['bob', { operator: 'bob' }],
      ['eve', { operator: 'eve' }],
    ]);
    const times = ['09:00', '09:15', '09:30', '09:45', '10:00', '10:30', '11:00', '11:20', '11:30'];
    expect(values).toEqual([
      times.map(ms),
      ['online', 'online', 'online', 'online', 'paused', null, 'online', 'online', 'online'],
      [null, 'online', 'paused', 'online', 'online', 'online', 'online', 'online', 'offline'],
      [null, null, null, null, null, null, 'online', null, null],
    ]);
    expect(fields[3]?.config).toMatchObject({ displayNameFromDS: 'Eve Adams' });
    expect(fields[1]?.config['mappings']).toEqual([
      { type: 'value', options: { online: { text: 'Online' }, paused: { text: 'Paused' } } },
    ]);
    expect(meta).toEqual({
      type: 'table',
      typeVersion: [0, 1],
      executedQueryString: 'The states behind Time in states, 2026-11-03 12:00 to 15:00 (Europe/Moscow)',
    });
  });

  it('are only those that the metric measures', async () => {
    const { fields, values } = await ask({ metrics: ['paused_time'], groupBy: ['reason'] });
    expect(fields.map(({ name }) => name)).toEqual(['time', 'ann', 'bob']);
    expect(values).toEqual([
      ['09:30', '09:45', '10:00', '10:30'].map(ms),
      [null, null, 'lunch', null],
      ['paused', null, null, null],
    ]);
  });

  it('are those of the operators longest at work, and of filters', async () => {
    const { fields, meta } = await ask({ limit: 1 });
    // Ann: 1 h + 30 min + 1 h; Bob: 2 h 15 min.
    expect(fields.map(({ name }) => name)).toEqual(['time', 'ann']);
    expect(meta['notices']).toEqual([
      { severity: 'info', text: 'Only 1 of 3 operators are shown: those who were at work the longest.' },
    ]);
    const { fields: some } = await ask({ filters: [{ key: 'operator', operator: '!=', values: ['ann'] }] });
    expect(some.map(({ name }) => name)).toEqual(['time', 'bob', 'eve']);
  });

  it('add up to the time that the metric tells', async () => {
    const queries = [{ refId: 'A', metrics: ['presence_time'], groupBy: ['operator', 'state'], format: 'table' }];
    const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, { ...range, queries });
    const [operators, states, seconds]: [string[], string[], number[]] = body.results.A.frames[0].data.values;
    const told = new Map(operators.map((who, index) => [`${who} ${states[index]}`, seconds[index]]));
    const { fields, values } = await ask({});
    const times = [...(values[0] as number[]), Date.parse(range.to)];
    const shown = new Map<string, number>();
    for (const [index, { name }] of fields.entries()) {
      if (index === 0) continue;
      values[index]?.forEach((state, row) => {
        if (state === null) return;
        const key = `${name} ${state as string}`;
        shown.set(key, (shown.get(key) ?? 0) + ((times[row + 1] ?? 0) - (times[row] ?? 0)) / 1000);
      });
    }
    expect(shown).toEqual(told);
  });

  it('end now where the range goes on', async () => {
    const hour = 3_600_000;
    const now = Date.now();
    const open = {
      kind: 'presence',
      id: 'open',
      operator: 'kim',
      state: 'online',
      startedAt: new Date(now - hour).toISOString(),
    };
    await app.call('POST', '/api/v1/records', tenant.ingestKey, { records: [open] });
    const filters = [{ key: 'operator', operator: '=', values: ['kim'] }];
    const { values } = await ask({ from: now - 2 * hour, to: now + 2 * hour, filters });
    const [times = [], states] = values as [number[], unknown[]];
    expect(states).toEqual(['online', null]);
    expect(times[0]).toBe(now - hour);
    expect(times[1]).toBeGreaterThanOrEqual(now);
    expect(times[1]).toBeLessThan(now + 60_000);
    expect((await ask({ from: now + hour, to: now + 2 * hour })).fields).toEqual([]);
  });

  it('are nobody’s without records', async () => {
    expect((await answer({}, empty.readKey)).frames[0].schema.fields).toEqual([]);
  });

  it.each<[object, string]>([
    [
      { metrics: ['calls'] },
      'The metric “calls” has no states of operators: ask for “online_time”, “paused_time”, “operators_online_average” or “presence_time”.',
    ],
    [{ metrics: ['operators_online'] }, 'has no states of operators'],
    [{ metrics: ['presence_time', 'online_time'] }, 'States are shown of one metric: ask for one.'],
    [{ groupBy: ['group'] }, 'not by “group”'],
    [{ filters: [{ key: 'trunk', operator: '=', values: ['x'] }] }, 'has no dimension “trunk”'],
  ])('%j is refused in a sentence', async (query, sentence) => {
    const refused = await answer(query);
    expect(refused.status).toBe(400);
    expect(refused.error).toContain(sentence);
  });
});
