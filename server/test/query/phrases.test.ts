import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';

const range = { from: '2026-11-01T00:00:00Z', to: '2026-11-08T00:00:00Z' };
const said: [string, string, number][] = [
  ['customer', 'Where is my order?', 3],
  ['customer', ' where is my ORDER? ', 2],
  ['customer', 'Cancel', 3],
  ['customer', 'My number is +7 916 123-45-67', 2],
  ['customer', 'Only once', 1],
  ['bot', 'Cancel', 1],
  ['bot', 'How can I help?', 4],
];

describe.each([true, false])('popular phrases where texts are kept: %s', (keepTexts) => {
  let app: TestApp;
  let tenant: TestTenant;
  beforeAll(async () => {
    app = await startTestApp();
    tenant = await app.tenant();
    await app.call('PATCH', `/api/v1/tenants/${tenant.slug}/settings`, tenant.adminKey, { keepTexts });
    const records = said.flatMap(
      ([author, text, times], index) =>
      Array.from({ length: times }, (_, time) => ({
        kind: 'message', id: `${index}-${time}`, dialogue: 'd', author, text, type: 'text', sentAt: `2026-11-0${2 + time}T10:00:00Z`,
      })), // prettier-ignore
    );
    const button = {
      kind: 'message',
      dialogue: 'd',
      author: 'customer',
      type: 'button',
      sentAt: '2026-11-03T11:00:00Z',
    };
    const pressed = Array.from({ length: 5 }, (_, n) => ({ ...button, id: `b${n}`, text: 'GET_STARTED' }));
    const sent = await app.call('POST', '/api/v1/records', tenant.ingestKey, { records: [...records, ...pressed] });
    expect(sent.body).toMatchObject({ stored: 21, rejected: [] });
  });
  afterAll(() => app.stop());

  const ask = async (query: object) => {
    const queries = [{ refId: 'A', metrics: ['phrases'], groupBy: ['phrase'], format: 'table', ...query }];
    const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, { ...range, queries });
    if (body.results.A.error) throw new Error(body.results.A.error);
    const [frame] = body.results.A.frames;
    const [names = [], numbers = []]: unknown[][] = frame.data.values;
    return names.map((name, index) => [name, numbers[index]]);
  };
  const by = (author: string) => [{ key: 'author', operator: '=', values: [author] }];

  it('are those seen often enough, the most frequent first', async () => {
    expect(await ask({})).toEqual([['where is my order?', 5], ['cancel', 4], ['how can i help?', 4]]); // prettier-ignore
    expect(await ask({ filters: by('customer') })).toEqual([['where is my order?', 5], ['cancel', 3]]); // prettier-ignore
    expect(await ask({ filters: by('bot') })).toEqual([['how can i help?', 4]]);
  });

  it('never name a rare one among the top, nor as others', async () => {
    const filters = by('customer');
    expect(await ask({ filters, top: { limit: 1, others: false } })).toEqual([['where is my order?', 5]]);
    expect(await ask({ filters, top: { limit: 10, others: true } })).toEqual([
      ['where is my order?', 5],
      ['cancel', 3],
      ['Others', 3],
    ]);
  });

  it('begin at the count that is asked for', async () => {
    const metrics = (minCount: number) => ({
      metrics: [{ id: 'phrases', params: { minCount } }],
      filters: by('customer'),
    });
    expect(await ask(metrics(2))).toEqual([['where is my order?', 5], ['cancel', 3], ['my number is [number]', 2]]); // prettier-ignore
    expect(await ask(metrics(6))).toEqual([]);
  });

  it('count in the whole range, not in a bucket', async () => {
    const queries = [
      { refId: 'A', metrics: ['phrases'], groupBy: ['phrase'], filters: by('customer'), interval: '1d' },
      { refId: 'B', metrics: ['phrases'], groupBy: ['author'], format: 'table' },
    ];
    const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, { ...range, queries });
    const { schema, data } = body.results.A.frames[0];
    expect(schema.fields.map((field: { labels?: object }) => field.labels)).toEqual([
      undefined,
      { phrase: 'where is my order?' },
      { phrase: 'cancel' },
    ]);
    expect(data.values.slice(1)).toEqual([[0, 2, 2, 1, 0, 0, 0, 0], [0, 1, 1, 1, 0, 0, 0, 0]]); // prettier-ignore
    expect(body.results.B.frames[0].data.values).toEqual([['customer', 'bot'], [11, 5]]); // prettier-ignore
  });

  it('are counted by a filter of their own beside all messages', async () => {
    const metrics = [{ id: 'phrases', filters: [{ key: 'phrase', operator: '=', values: ['cancel'] }] }, 'messages'];
    const queries = [{ refId: 'A', metrics, format: 'table' }];
    const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, { ...range, queries });
    expect(body.results.A.frames[0].data.values).toEqual([[4], [21]]);
  });

  it('begin at the count that the tenant has set', async () => {
    const settings = `/api/v1/tenants/${tenant.slug}/settings`;
    const { body } = await app.call('PATCH', settings, tenant.adminKey, { minCount: 4 });
    expect(body).toMatchObject({ minCount: 4 });
    expect(await ask({})).toEqual([['where is my order?', 5], ['cancel', 4], ['how can i help?', 4]]); // prettier-ignore
    expect(await ask({ filters: by('customer') })).toEqual([['where is my order?', 5]]);
    for (const minCount of [0, 1.5, '3', 1e9]) {
      expect((await app.call('PATCH', settings, tenant.adminKey, { minCount })).status).toBe(400);
    }
    await app.call('PATCH', settings, tenant.adminKey, { minCount: null });
    expect(await ask({ filters: by('customer') })).toHaveLength(2);
  });

  it('are the only values that the dimension tells', async () => {
    const address = `/api/v1/dimensions/phrase/values?from=${range.from}&to=${range.to}`;
    const values = async (more: string) =>
      (await app.call('GET', address + more, tenant.readKey)).body.values.map(({ value }: { value: string }) => value);
    expect(await values('')).toEqual(['where is my order?', 'cancel', 'how can i help?']);
    expect(await values('&search=once')).toEqual([]);
  });

  it('are no dimension of other metrics', async () => {
    const queries = [{ refId: 'A', metrics: ['messages'], groupBy: ['phrase'] }];
    const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, { ...range, queries });
    expect(body.results.A).toMatchObject({ status: 400, error: expect.stringContaining('no dimension “phrase”') });
  });
});
