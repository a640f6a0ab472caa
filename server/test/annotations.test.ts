import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from './app.js';

const path = '/api/v1/annotations';

describe('annotations', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let other: TestTenant;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    app = await startTestApp();
    tenant = await app.tenant();
    other = await app.tenant();
    for (const [text, time, timeEnd, tags] of [
      ['Release 7', '2026-12-01T10:00:00+03:00', null, ['release', 'release']],
      ['Carrier outage', '2026-12-31T20:00:00Z', '2027-01-01T02:00:00Z', ['incident', 'carrier']],
      ['Fireworks', '2026-12-31T21:00:00Z', null, []],
      ['Audit', '2027-02-01T00:00:00Z', null, []],
    ] as const) {
      const made = await app.call('POST', path, tenant.adminKey, { time, ...(timeEnd && { timeEnd }), text, tags });
      expect(made.status).toBe(201);
      ids.set(text, made.body.id);
    }
    await app.call('POST', path, other.adminKey, { time: '2026-12-15T00:00:00Z', text: 'SECRET' });
  });
  afterAll(() => app.stop());

  const list = async (query: Record<string, string> = {}, key = tenant.readKey) =>
    app.call('GET', `${path}?${new URLSearchParams(query).toString()}`, key);
  const texts = async (query: Record<string, string> = {}) =>
    (await list(query)).body.items.map(({ text }: { text: string }) => text);

  it('are shown as they were made, the earliest first', async () => {
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body.nextCursor).toBeNull();
    expect(body.items).toHaveLength(4);
    expect(body.items.slice(0, 2)).toEqual([
      {
        id: ids.get('Release 7'), time: '2026-12-01T07:00:00.000Z', timeEnd: null, text: 'Release 7', tags: ['release'], derived: false,
      },
      {
        id: ids.get('Carrier outage'), time: '2026-12-31T20:00:00.000Z', timeEnd: '2027-01-01T02:00:00.000Z', text: 'Carrier outage',
        tags: ['incident', 'carrier'], derived: false,
      },
    ]); // prettier-ignore
  });

  it('of a range are those that meet it, and the turns of the year', async () => {
    const winter = { from: '2026-12-31T00:00:00Z', to: '2027-01-31T00:00:00Z' };
    // In Moscow, the tenant's zone, the year turns at 21:00 UTC: behind what people noted of that moment.
    expect(await texts(winter)).toEqual(['Carrier outage', 'Fireworks', '2027 begins']);
    const { body } = await list({ ...winter, timeZone: 'UTC', tag: 'year' });
    expect(body.items).toEqual([
      { id: 'year-2027', time: '2027-01-01T00:00:00.000Z', timeEnd: null, text: '2027 begins', tags: ['year'], derived: true },
    ]); // prettier-ignore
    expect(await texts({ ...winter, tag: 'carrier' })).toEqual(['Carrier outage']);
    // It has not ended yet, and ends with the first millisecond.
    expect(await texts({ from: '2027-01-01T01:00:00Z', to: '2027-01-02T00:00:00Z' })).toEqual(['Carrier outage']);
    expect(await texts({ from: '2027-01-01T02:00:00.001Z', to: '2027-01-02T00:00:00Z' })).toEqual([]);
    expect(await texts({ from: '2027-02-01T00:00:00Z', to: '2027-02-01T00:00:00.001Z' })).toEqual(['Audit']);
    expect(await texts({ from: '2027-01-31T00:00:00Z', to: '2027-02-01T00:00:00Z' })).toEqual([]);
  });

  it('come page by page, derived ones among the others', async () => {
    const range = { from: '2025-06-01T00:00:00Z', to: '2028-06-01T00:00:00Z' };
    const all = await texts(range);
    expect(all).toEqual([
      '2026 begins',
      'Release 7',
      'Carrier outage',
      'Fireworks',
      '2027 begins',
      'Audit',
      '2028 begins',
    ]);
    for (const limit of ['1', '2', '3']) {
      const found: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { body } = await list({ ...range, limit, ...(cursor && { cursor }) });
        expect(body.items.length).toBeLessThanOrEqual(Number(limit));
        found.push(...body.items.map(({ text }: { text: string }) => text));
        cursor = body.nextCursor;
      }
      expect(found).toEqual(all);
    }
  });

  it('are nobody else’s business', async () => {
    expect(await texts()).not.toContain('SECRET');
    expect((await list({}, other.readKey)).body.items).toHaveLength(1);
    const id = ids.get('Audit') ?? '';
    expect((await app.call('DELETE', `${path}/${id}`, other.adminKey)).status).toBe(404);
    expect(await texts()).toContain('Audit');
    expect((await list({}, tenant.ingestKey)).status).toBe(403);
    expect((await app.call('POST', path, tenant.readKey, { time: 0, text: 'x' })).status).toBe(403);
    expect((await app.call('DELETE', `${path}/${id}`, tenant.readKey)).status).toBe(403);
    expect((await app.call('POST', path, app.adminKey, { time: 0, text: 'x' })).status).toBe(403);
    expect((await app.call('GET', path)).status).toBe(401);
  });

  it.each<[object, string]>([
    [{ text: 'no time' }, 'time'],
    [{ time: '2026-11-01T00:00:00', text: 'no zone' }, 'time'],
    [{ time: 0, timeEnd: -1, text: 'ends before' }, 'timeEnd: must not be before time'],
    [{ time: 0, text: '' }, 'text'],
    [{ time: 0, text: 'x'.repeat(2001) }, 'text'],
    [{ time: 0, text: 'a\u0000b' }, 'text: must not contain NUL'],
    [{ time: 0, text: '\ud800' }, 'text: must not contain NUL'],
    [{ time: 0, text: 'x', tags: ['\u0000'] }, 'tags.0'],
    [{ time: 0, text: 'x', tags: Array.from({ length: 21 }, String) }, 'tags'],
    [{ time: 0, text: 'x', color: 'red' }, 'color'],
    [{ time: '9999999999999999', text: 'x' }, 'time'],
  ])('%j is refused by field', async (body, sentence) => {
    const { status, body: problem } = await app.call('POST', path, tenant.adminKey, JSON.stringify(body));
    expect(status).toBe(400);
    expect(JSON.stringify(problem)).toContain(sentence);
  });

  it.each([{ cursor: 'x' }, { limit: '201' }, { from: 'yesterday' }, { from: '2', to: '1' }, { timeZone: 'Mars/Base' }, { tags: 'a' }])(
    'a list of %j is refused',
    async (query) => expect((await list(query)).status).toBe(400),
  ); // prettier-ignore

  it.each(["'; drop table annotation; --", 'year-2027', '00000000-0000-4000-8000-000000000000', '%00'])(
    'there is none called %j to delete',
    async (id) => {
      const { status } = await app.call('DELETE', `${path}/${encodeURIComponent(id)}`, tenant.adminKey);
      expect(status).toBe(404);
    },
  );

  it('keep hostile text as text', async () => {
    const text = "'); delete from annotation; -- <script>";
    const { body } = await app.call('POST', path, tenant.adminKey, { time: 5, text, tags: [text] });
    expect((await list({ tag: text })).body.items).toEqual([body]);
    expect(body).toMatchObject({ text, tags: [text] });
  });

  it('can be deleted', async () => {
    const id = ids.get('Release 7') ?? '';
    expect((await app.call('DELETE', `${path}/${id}`, tenant.adminKey)).status).toBe(204);
    expect(await texts()).not.toContain('Release 7');
    expect((await app.call('DELETE', `${path}/${id}`, tenant.adminKey)).status).toBe(404);
  });

  it('go with their tenant', async () => {
    const gone = await app.tenant('leaving');
    await app.call('POST', path, gone.adminKey, { time: 0, text: 'x' });
    expect((await app.call('DELETE', '/api/v1/tenants/leaving', app.adminKey)).status).toBeLessThan(300);
    const { Client } = (await import('pg')).default;
    const owner = new Client({ connectionString: app.databaseUrl });
    await owner.connect();
    const { rows } = await owner.query(
      "select set_config('app.tenant', $1, false), (select count(*)::int4 from annotation where tenant = $1::int4) as n",
      [String(gone.id)],
    );
    await owner.end();
    expect(rows[0].n).toBe(0);
  });
});
