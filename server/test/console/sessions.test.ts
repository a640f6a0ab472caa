import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';

const SESSION = '/api/v1/session';
const JSON_TYPE = { 'content-type': 'application/json' };

describe('sessions of the console', () => {
  let app: TestApp;
  let tenant: TestTenant;

  beforeAll(async () => {
    app = await startTestApp();
    tenant = await app.tenant();
  });
  afterAll(() => app.stop());

  /** As a browser sends what a page of the console does. */
  const here = (cookie: string) => ({ cookie, origin: app.url, 'sec-fetch-site': 'same-origin' });
  const setCookie = async (key: string): Promise<string> => {
    const answer = await app.call('POST', SESSION, undefined, { key }, { origin: app.url });
    expect(answer.status).toBe(204);
    return String(answer.headers.get('set-cookie'));
  };
  const signIn = async (key: string): Promise<string> => String((await setCookie(key)).split(';')[0]);
  const post = (headers: Record<string, string>, body: unknown = { queries: [] }) =>
    app.call('POST', '/api/v1/query', undefined, body, headers);
  const QUESTION = { queries: [{ refId: 'A', metrics: ['calls'], format: 'single' }] };

  it('changes a key for a cookie that no program of a page can read', async () => {
    const cookie = await setCookie(tenant.readKey);
    expect(cookie).toMatch(/^switchboard=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    expect(cookie).not.toContain(tenant.readKey);
  });

  it('says who is signed in, and until when', async () => {
    const cookie = await signIn(tenant.readKey);
    const { status, body } = await app.call('GET', SESSION, undefined, undefined, { cookie });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tenant: tenant.slug,
      scopes: ['read'],
      timeZone: 'Europe/Moscow',
      grafana: null,
      publicUrl: null,
    });
    const hours = (Date.parse(body.expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThanOrEqual(12);
  });

  it('gives a session the rights of its key and no more', async () => {
    const cookie = await signIn(tenant.readKey);
    expect(await post(here(cookie), QUESTION)).toMatchObject({ status: 200 });
    expect(await app.call('GET', '/api/v1/quarantine', undefined, undefined, { cookie })).toMatchObject({
      status: 403,
    });
    const admin = await signIn(tenant.adminKey);
    expect(await app.call('GET', '/api/v1/quarantine', undefined, undefined, { cookie: admin })).toMatchObject({
      status: 200,
    });
  });

  it('knows a session of the bootstrap key', async () => {
    const cookie = await signIn(app.adminKey);
    const { body } = await app.call('GET', SESSION, undefined, undefined, { cookie });
    expect(body).toMatchObject({ tenant: null, scopes: ['admin'] });
    expect(await app.call('GET', '/api/v1/tenants', undefined, undefined, { cookie })).toMatchObject({ status: 200 });
  });

  it.each([
    ['from another site, as the browser says', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour of the site', { origin: 'https://evil.example', 'sec-fetch-site': 'same-site' }],
    ['with a foreign origin alone', { origin: 'https://evil.example' }],
    ['with an origin that hides itself', { origin: 'null' }],
    ['that does not say where it comes from', {}],
    ['by hand, from the address bar', { 'sec-fetch-site': 'none' }],
  ])('refuses a change %s', async (_, from) => {
    const cookie = await signIn(tenant.readKey);
    expect(await post({ cookie, ...from }, QUESTION)).toMatchObject({ status: 403, body: { code: 'cross_site' } });
    const out = await app.call('DELETE', SESSION, undefined, undefined, { ...JSON_TYPE, cookie, ...from });
    expect(out.status).toBe(403);
  });

  it('refuses a change that a form could send', async () => {
    const cookie = await signIn(tenant.readKey);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonx',
    ]) {
      const answer = await post({ ...here(cookie), 'content-type': type }, JSON.stringify(QUESTION));
      expect(answer).toMatchObject({ status: 415 });
    }
    const bare = await app.call('DELETE', SESSION, undefined, undefined, here(cookie));
    expect(bare.status).toBe(415);
  });

  it('takes a key from anywhere: no foreign page can add it', async () => {
    const answer = await app.call('POST', '/api/v1/query', tenant.readKey, QUESTION, {
      origin: 'https://evil.example',
    });
    expect(answer.status).toBe(200);
  });

  it('does not fall back on the cookie where a wrong key is shown', async () => {
    const cookie = await signIn(tenant.readKey);
    expect(await app.call('GET', SESSION, 'swb_wrong', undefined, { cookie })).toMatchObject({ status: 401 });
  });

  it('lets nobody be signed in by another site', async () => {
    const answer = await app.call(
      'POST',
      SESSION,
      undefined,
      { key: tenant.readKey },
      { origin: 'https://evil.example' },
    );
    expect(answer).toMatchObject({ status: 403, body: { code: 'cross_site' } });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('ends with signing out', async () => {
    const cookie = await signIn(tenant.readKey);
    const out = await app.call('DELETE', SESSION, undefined, undefined, { ...JSON_TYPE, ...here(cookie) });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^switchboard=; .*Max-Age=0$/);
    expect(await app.call('GET', SESSION, undefined, undefined, { cookie })).toMatchObject({ status: 401 });
  });

  it('ends with its key', async () => {
    const path = `/api/v1/tenants/${tenant.slug}/keys`;
    const { body } = await app.call('POST', path, tenant.adminKey, { name: 'passing', scopes: ['read'] });
    const cookie = await signIn(body.key);
    expect(await app.call('GET', SESSION, undefined, undefined, { cookie })).toMatchObject({ status: 200 });
    await app.call('DELETE', `${path}/${body.id}`, tenant.adminKey);
    expect(await app.call('GET', SESSION, undefined, undefined, { cookie })).toMatchObject({ status: 401 });
  });

  it('ends with its tenant, of which nothing is left', async () => {
    const passing = await app.tenant('passing');
    const cookie = await signIn(passing.readKey);
    await app.call('DELETE', '/api/v1/tenants/passing', app.adminKey);
    expect(await app.call('GET', SESSION, undefined, undefined, { cookie })).toMatchObject({ status: 401 });
  });

  it('keeps neither the token nor the key', async () => {
    const token = String((await signIn(tenant.readKey)).split('=')[1]);
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: app.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ row: string }>('select s::text as row from console_session s');
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    const kept = JSON.stringify(rows) + app.log();
    for (const secret of [token, tenant.readKey, Buffer.from(token).toString('hex')])
      expect(kept).not.toContain(secret);
  });

  it.each(['', 'switchboard=', 'switchboard=short', `switchboard=${'A'.repeat(43)}`, `other=${'A'.repeat(43)}`])(
    'opens nothing for the cookie %p',
    async (cookie) => {
      expect(await app.call('GET', SESSION, undefined, undefined, { cookie })).toMatchObject({ status: 401 });
    },
  );

  it('reads no long body of somebody who has no key yet', async () => {
    expect(await app.call('POST', SESSION, undefined, { key: 'a'.repeat(5_000) })).toMatchObject({ status: 413 });
  });

  it('lets nobody try keys without end', async () => {
    const tries: number[] = [];
    for (let i = 0; i < 25; i += 1) {
      tries.push((await app.call('POST', SESSION, undefined, { key: `swb_guess_${i}` })).status);
    }
    expect(tries.filter((status) => status === 401)).toHaveLength(20);
    expect(tries.slice(20)).toEqual([429, 429, 429, 429, 429]);
    expect(await app.call('POST', SESSION, undefined, { key: tenant.readKey })).toMatchObject({ status: 429 });
  });
});

describe('the console behind https', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ env: { PUBLIC_URL: 'https://boards.example', GRAFANA_URL: 'https://grafana.example' } });
  });
  afterAll(() => app.stop());

  it('binds the cookie to https and to the host, and takes the public origin for its own', async () => {
    const origin = { origin: 'https://boards.example' };
    const answer = await app.call('POST', SESSION, undefined, { key: app.adminKey }, origin);
    const set = String(answer.headers.get('set-cookie'));
    expect(set).toMatch(/^__Host-switchboard=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/);
    const cookie = String(set.split(';')[0]);
    const { body } = await app.call('GET', SESSION, undefined, undefined, { cookie });
    expect(body).toMatchObject({ grafana: 'https://grafana.example', publicUrl: 'https://boards.example' });
    const out = await app.call('DELETE', SESSION, undefined, undefined, { ...JSON_TYPE, ...origin, cookie });
    expect(out.status).toBe(204);
  });
});
