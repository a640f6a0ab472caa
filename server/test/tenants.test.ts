import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestApp, type TestApp, type TestTenant } from './app.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('tenants and keys', () => {
  let app: TestApp;
  let own: TestTenant;
  let foreign: TestTenant;

  beforeAll(async () => {
    app = await startTestApp();
    own = await app.tenant('own');
    foreign = await app.tenant('foreign');
  });
  afterAll(() => app.stop());

  const asOwner = async (sql: string, values: unknown[]): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: app.databaseUrl });
    await client.connect();
    return client.query(sql, values).finally(() => client.end());
  };

  it('makes a tenant with defaults, once', async () => {
    const made = await app.call('POST', '/api/v1/tenants', app.adminKey, { id: 'acme', name: 'Acme' });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: 'acme',
      name: 'Acme',
      timeZone: 'UTC',
      weekStart: 'monday',
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const again = await app.call('POST', '/api/v1/tenants', app.adminKey, { id: 'acme', name: 'Acme' });
    expect(again).toMatchObject({ status: 409, body: { code: 'already_exists' } });
  });

  it.each([
    [{ id: 'A B', name: 'x' }, 'id'],
    [{ id: 'x', name: '' }, 'name'],
    [{ id: 'x', name: 'a\u0000b' }, 'name'],
    [{ id: 'x', name: '\ud800' }, 'name'],
    [{ id: 'x', name: 'x', timeZone: 'Mars/Base' }, 'timeZone'],
    [{ id: 'x', name: 'x', timeZone: '+03:00' }, 'timeZone'],
    [{ id: 'x', name: 'x', weekStart: 'noon' }, 'weekStart'],
    [{ name: 'x' }, 'id'],
  ])('names the wrong field of %j', async (body, field) => {
    const answer = await app.call('POST', '/api/v1/tenants', app.adminKey, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([{ field, message: expect.any(String) }]);
    expect(answer.body.detail).toContain(field);
  });

  it('pages the list by cursor', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const answer = await app.call('GET', `/api/v1/tenants?limit=1${cursor}`, app.adminKey);
      expect(answer.body.items).toHaveLength(1);
      seen.push(answer.body.items[0].id);
      if (answer.body.nextCursor === null) break;
      cursor = `&cursor=${answer.body.nextCursor}`;
    }
    expect(seen).toEqual(['acme', 'foreign', 'own']);
    expect(await app.call('GET', '/api/v1/tenants?cursor=***', app.adminKey)).toMatchObject({ status: 400 });
    expect(await app.call('GET', '/api/v1/tenants?limit=1000', app.adminKey)).toMatchObject({ status: 400 });
  });

  it("shows a tenant's admin its own tenant only", async () => {
    const list = await app.call('GET', '/api/v1/tenants', own.adminKey);
    expect(list.body.items.map((tenant: { id: string }) => tenant.id)).toEqual(['own']);
    const make = await app.call('POST', '/api/v1/tenants', own.adminKey, { id: 'more', name: 'More' });
    expect(make).toMatchObject({ status: 403, body: { code: 'missing_scope' } });
    expect(await app.call('DELETE', '/api/v1/tenants/own', own.adminKey)).toMatchObject({ status: 403 });
  });

  it('answers 404 for everything of another tenant, as for what never was', async () => {
    const keys = await app.call('GET', '/api/v1/tenants/foreign/keys', foreign.adminKey);
    const routes: [string, string, unknown?][] = [
      ['GET', '/api/v1/tenants/foreign'],
      ['PATCH', '/api/v1/tenants/foreign', { name: 'Mine' }],
      ['DELETE', '/api/v1/tenants/foreign'],
      ['GET', '/api/v1/tenants/foreign/keys'],
      ['POST', '/api/v1/tenants/foreign/keys', { name: 'x', scopes: ['read'] }],
      ...keys.body.items.map((key: { id: string }) => ['DELETE', `/api/v1/tenants/foreign/keys/${key.id}`]),
      ...keys.body.items.map((key: { id: string }) => ['DELETE', `/api/v1/tenants/own/keys/${key.id}`]),
      ['GET', '/api/v1/tenants/foreign/settings'],
      ['PATCH', '/api/v1/tenants/foreign/settings', { threshold: 1 }],
    ];
    expect(routes).toHaveLength(13);
    for (const [method, path, body] of routes) {
      const there = await app.call(method, path, own.adminKey, body);
      const nowhere = await app.call(method, path.replace('foreign', 'nowhere'), own.adminKey, body);
      expect([method, path, there.status, nowhere.status]).toEqual([method, path, 404, 404]);
      expect(there.body.detail.replace('foreign', 'nowhere')).toBe(nowhere.body.detail);
    }
    expect((await app.call('GET', '/api/v1/whoami', foreign.readKey)).status).toBe(200);
  });

  it('changes a tenant at once, for its keys too', async () => {
    expect(await app.call('GET', '/api/v1/whoami', own.readKey)).toMatchObject({ body: { timeZone: 'Europe/Moscow' } });
    const changed = await app.call('PATCH', '/api/v1/tenants/own', own.adminKey, {
      timeZone: 'Asia/Tokyo',
      weekStart: 'sunday',
    });
    expect(changed).toMatchObject({ status: 200, body: { id: 'own', name: 'own', timeZone: 'Asia/Tokyo' } });
    expect((await app.call('GET', '/api/v1/whoami', own.readKey)).body).toEqual({
      tenant: 'own',
      scopes: ['read'],
      timeZone: 'Asia/Tokyo',
      weekStart: 'sunday',
      newestRecord: null,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  it('keeps settings with a version, and goes back to the default on null', async () => {
    const path = '/api/v1/tenants/own/settings';
    expect((await app.call('GET', path, own.adminKey)).body).toMatchObject({
      threshold: 20,
      idleGapSeconds: 1800,
      version: 0,
    });
    const changed = await app.call('PATCH', path, own.adminKey, { threshold: 30, shortAbandon: 8 });
    expect(changed.body).toMatchObject({ threshold: 30, shortAbandon: 8, version: 1 });
    const back = await app.call('PATCH', path, own.adminKey, { threshold: null });
    expect(back.body).toMatchObject({ threshold: 20, shortAbandon: 8, version: 2 });
    expect(await app.call('PATCH', path, own.adminKey, { shortAbandon: -1 })).toMatchObject({ status: 400 });
    expect(await app.call('PATCH', path, own.adminKey, { tresh: 5 })).toMatchObject({ status: 400 });
  });

  it('shows a key once and stores its digest only', async () => {
    const made = await app.call('POST', '/api/v1/tenants/own/keys', app.adminKey, {
      name: 'pbx',
      scopes: ['ingest', 'ingest'],
      source: 'pbx-1',
      expiresAt: null,
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      scopes: ['ingest'],
      source: 'pbx-1',
      key: expect.stringMatching(/^swb_[\w-]{32}$/),
    });
    const list = await app.call('GET', '/api/v1/tenants/own/keys', own.adminKey);
    expect(list.body.items.find((key: { id: string }) => key.id === made.body.id)).toEqual({
      id: made.body.id,
      name: 'pbx',
      scopes: ['ingest'],
      source: 'pbx-1',
      createdAt: made.body.createdAt,
      expiresAt: null,
      lastUsedAt: null,
      revokedAt: null,
    });
    const { rows } = await asOwner('select * from api_key where id = $1', [made.body.id]);
    expect(JSON.stringify(rows)).not.toContain(made.body.key);
    expect(rows[0].hash).toHaveLength(32);
  });

  it.each([
    ['no key', undefined, 401],
    ['an unknown key', `swb_${'x'.repeat(32)}`, 401],
    ['a hostile key', `swb_' or 1=1 --`, 401],
  ])('answers %s with 401', async (_, key, status) => {
    const answer = await app.call('GET', '/api/v1/tenants', key);
    expect(answer).toMatchObject({ status, body: { code: 'invalid_key', errorId: expect.any(String) } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it('answers a key without the scope with 403, for every scope but the right one', async () => {
    for (const key of [own.readKey, own.ingestKey]) {
      expect(await app.call('GET', '/api/v1/tenants', key)).toMatchObject({
        status: 403,
        body: { code: 'missing_scope' },
      });
    }
    expect((await app.call('GET', '/api/v1/tenants', own.adminKey)).status).toBe(200);
  });

  it('refuses a key from its expiry on, also while it is remembered', async () => {
    const past = await app.call('POST', '/api/v1/tenants/own/keys', own.adminKey, {
      name: 'x',
      scopes: ['read'],
      expiresAt: '2020-01-01T00:00:00Z',
    });
    expect(past.status).toBe(400);
    const made = await app.call('POST', '/api/v1/tenants/own/keys', own.adminKey, {
      name: 'x',
      scopes: ['read'],
      expiresAt: new Date(Date.now() + 1_000).toISOString(),
    });
    expect((await app.call('GET', '/api/v1/whoami', made.body.key)).status).toBe(200);
    await pause(1_050);
    expect((await app.call('GET', '/api/v1/whoami', made.body.key)).status).toBe(401);
  });

  it('refuses a revoked key at once, and notes its last use', async () => {
    const made = await app.call('POST', '/api/v1/tenants/own/keys', own.adminKey, { name: 'x', scopes: ['read'] });
    expect((await app.call('GET', '/api/v1/whoami', made.body.key)).status).toBe(200);
    const path = `/api/v1/tenants/own/keys/${made.body.id}`;
    expect((await app.call('DELETE', path, own.adminKey)).status).toBe(204);
    expect((await app.call('DELETE', path, own.adminKey)).status).toBe(204);
    expect((await app.call('GET', '/api/v1/whoami', made.body.key)).status).toBe(401);
    const list = await app.call('GET', '/api/v1/tenants/own/keys', own.adminKey);
    const entry = list.body.items.find((key: { id: string }) => key.id === made.body.id);
    expect(entry.revokedAt).not.toBeNull();
    expect(Date.now() - Date.parse(entry.lastUsedAt)).toBeLessThan(60_000);
    expect((await app.call('DELETE', '/api/v1/tenants/own/keys/x', own.adminKey)).status).toBe(404);
  });

  it('deletes a tenant with its keys and facts', async () => {
    const gone = await app.tenant('gone');
    await asOwner("insert into fact.call (tenant, k, source, id) values ($1, gen_random_uuid(), 's', '1')", [gone.id]);
    expect((await app.call('GET', '/api/v1/whoami', gone.readKey)).status).toBe(200);
    expect((await app.call('DELETE', '/api/v1/tenants/gone', app.adminKey)).status).toBe(204);
    expect((await app.call('GET', '/api/v1/whoami', gone.readKey)).status).toBe(401);
    expect((await asOwner('select from fact.call where tenant = $1', [gone.id])).rowCount).toBe(0);
  });

  it('lets no key appear in the log', () => {
    const log = app.log();
    expect(log).toContain('answered');
    for (const key of [app.adminKey, own.readKey, own.ingestKey, own.adminKey, foreign.adminKey])
      expect(log).not.toContain(key);
  });
});
