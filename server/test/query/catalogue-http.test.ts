import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { metrics } from '../../src/catalogue/metrics.js';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';
import { insertFacts } from './rows.js';

describe('what can be asked for', () => {
  let app: TestApp;
  let tenant: TestTenant;
  beforeAll(async () => {
    app = await startTestApp();
    tenant = await app.tenant();
    const [at, before] = ['2026-11-03T10:00:00Z', '2026-08-01T00:00:00Z'];
    const channels = ['viber', 'web', 'web', null, 'pigeon'];
    await insertFacts(
      app.pool,
      tenant.id,
      'dialogue',
      channels.map((channel) => ({ at, channel, tags: ['new', 'vip'] })),
    );
    await insertFacts(app.pool, tenant.id, 'notification', [
      { at, channel: 'viber', provider: 'p' },
      { at, channel: 'viber' },
    ]);
    await insertFacts(app.pool, tenant.id, 'presence', [{ at, operator: 'zoe', state: 'paused', reason: 'lunch' }]);
    await insertFacts(app.pool, tenant.id, 'dialogue', [{ at: before, channel: 'telex' }]);
    await insertFacts(app.pool, tenant.id, 'name', [
      { at, dimension: 'channel', value: 'pigeon', label: 'Carrier pigeon' },
      { at, dimension: 'queue', value: 'q7', label: 'Loans' },
    ]);
  });
  afterAll(() => app.stop());

  const get = (path: string) => app.call('GET', `/api/v1/${path}`, tenant.readKey);
  const values = async (id: string, parameters: Record<string, string> = {}) => {
    const range = { from: '2026-11-01T00:00:00Z', to: '2026-11-08T00:00:00Z' };
    const { status, body } = await get(
      `dimensions/${id}/values?${new URLSearchParams({ ...range, ...parameters }).toString()}`,
    );
    expect(status).toBe(200);
    return body;
  };

  it('is set as the tenant has it', async () => {
    const other = await app.tenant();
    const change = { threshold: 45, minCount: 7 };
    await app.call('PATCH', `/api/v1/tenants/${other.slug}/settings`, other.adminKey, change);
    const defaultsFor = async (key: string) => {
      const { metrics: told } = (await app.call('GET', '/api/v1/catalogue', key)).body;
      const of = (wanted: string) => told.find(({ id }: { id: string }) => id === wanted).defaults;
      return [of('service_level'), of('post_dial_delay'), of('calls')];
    };
    expect(await defaultsFor(other.readKey)).toEqual([{ threshold: 45, shortAbandon: 5 }, { percentile: 50 }, {}]);
    expect(await defaultsFor(tenant.readKey)).toEqual([{ threshold: 20, shortAbandon: 5 }, { percentile: 50 }, {}]);
  });

  it('is told by the catalogue', async () => {
    const { status, body } = await get('catalogue');
    expect(status).toBe(200);
    expect(body.metrics.map(({ id }: { id: string }) => id)).toEqual(Object.keys(metrics));
    expect(body.metrics.find(({ id }: { id: string }) => id === 'service_level')).toMatchObject({
      unit: 'percent',
      decimals: 1,
      direction: 'up',
      additivity: 'ratio',
      timeAxis: 'enteredAt',
      parameters: ['threshold', 'shortAbandon'],
      dimensions: expect.arrayContaining(['queue', 'trunk', 'channel', 'hour_of_day']),
    });
    const adding = (wanted: string) => {
      const { additivity, aggregation } = body.metrics.find(({ id }: { id: string }) => id === wanted);
      return [additivity, aggregation];
    };
    expect(adding('queue_now')).toEqual(['gauge', 'at_end']);
    expect(adding('online_time')).toEqual(['additive', 'sum']);
    expect(adding('cps_peak')).toEqual(['max', 'max']);
    expect(adding('concurrent_calls_average')).toEqual(['ratio', 'avg']);
    expect(body.parameters.find(({ id }: { id: string }) => id === 'percentile')).toEqual({
      id: 'percentile',
      description: 'The value that so many percent of the facts do not exceed.',
      unit: 'percent',
      bounds: 'more than 0 and less than 100',
      ...{ min: 0, max: 100, exclusive: true, whole: false },
    });
    expect(body.dimensions.find(({ id }: { id: string }) => id === 'author').values).toEqual([
      { value: 'customer', label: 'Customer' },
      { value: 'bot', label: 'Bot' },
      { value: 'operator', label: 'Operator' },
    ]);
    const noted = (wanted: string) => body.facts.find(({ name }: { name: string }) => name === wanted);
    const names = body.metrics.map(({ facts }: { facts: string }) => facts);
    expect(names.filter((name: string) => noted(name) === undefined)).toEqual([]);
    expect(noted('dialogues')).toMatchObject({ withCustomerMessages: true });
    expect(noted('dialogues').columns).toEqual(expect.arrayContaining(['channel', 'tags', 'firstResponseSeconds']));
    expect(noted('tallies of records')).toEqual({
      name: 'tallies of records',
      columns: [],
      withCustomerMessages: false,
      multiValued: [],
    });
    expect(body.limits).toMatchObject({ points: 11_000, series: 1_000, subDayDays: 400 });
  });

  it('are the values of the range, the most frequent first, then what is known otherwise', async () => {
    const { values: all, more } = await values('channel');
    expect(all.slice(0, 4)).toEqual([
      { value: 'viber', label: 'Viber' },
      { value: 'web', label: 'Web' },
      { value: 'pigeon', label: 'Carrier pigeon' },
      { value: 'telegram', label: 'Telegram' },
    ]);
    expect(more).toBe(false);
    expect(JSON.stringify(all)).not.toMatch('telex');
    expect(await values('queue')).toEqual({ values: [{ value: 'q7', label: 'Loans' }], more: false });
    expect((await values('operator')).values).toEqual([{ value: 'zoe', label: 'zoe' }]);
    expect((await values('reason')).values[0]).toEqual({ value: 'lunch', label: 'lunch' });
    expect((await values('tags')).values.map(({ value }: { value: string }) => value)).toEqual(['new', 'vip']);
  });

  it('are searched by value and by label, and cut', async () => {
    expect(await values('channel', { search: 'CARR' })).toEqual({
      values: [{ value: 'pigeon', label: 'Carrier pigeon' }],
      more: false,
    });
    expect(await values('channel', { search: 'we' })).toMatchObject({
      values: [{ value: 'web' }, { value: 'wechat' }],
    });
    expect(await values('channel', { limit: '1' })).toEqual({
      values: [{ value: 'viber', label: 'Viber' }],
      more: true,
    });
  });

  it('are those of facts that pass the other filters', async () => {
    const filters = JSON.stringify([{ key: 'provider', operator: '=', values: ['p'] }]);
    expect(await values('channel', { filters })).toEqual({ values: [{ value: 'viber', label: 'Viber' }], more: false });
  });

  it('are not emptied by an optional filter on what their facts do not have', async () => {
    const only = async (...filters: object[]) => {
      const { values: found } = await values('channel', { filters: JSON.stringify(filters) });
      return found.map(({ value }: { value: string }) => value);
    };
    const trunk = { key: 'trunk', operator: '=', values: ['t1'] };
    expect(await only(trunk)).toEqual([]);
    // Nothing with a channel has a trunk: as without the filter, what is known otherwise too.
    expect((await only({ ...trunk, optional: true })).slice(0, 4)).toEqual(['viber', 'web', 'pigeon', 'telegram']);
    // Notifications have a provider, dialogues have tags: each is narrowed by what it has.
    const provider = { key: 'provider', operator: '=', values: ['none'], optional: true };
    expect(await only(provider)).toEqual(['web', 'pigeon', 'viber']);
    expect(await only(provider, { key: 'tags', operator: '=', values: ['old'], optional: true })).toEqual([]);
    expect(await only(provider, { key: 'tags', operator: '=', values: ['vip'] })).toEqual(['web', 'pigeon', 'viber']);
    expect(await only({ ...trunk, values: [] })).toContain('telegram');
  });

  it('are nothing for a dimension that is none', async () => {
    const { status, body } = await get('dimensions/chanel/values');
    expect([status, body.code, body.detail]).toEqual([
      404,
      'not_found',
      'There is no dimension “chanel”: did you mean “channel”?',
    ]);
    expect((await get('dimensions/channel/values?filters=x')).status).toBe(400);
  });
});
