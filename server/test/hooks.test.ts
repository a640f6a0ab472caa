import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, startTestApp, type TestApp, type TestTenant } from './app.js';
import { queryAsOwner } from './reliability/service/owner.js';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

interface Connection {
  id: string;
  path: string;
  secret: string;
}

/** Signs as Standard Webhooks says, apart from the code under test. */
function signed(secret: string, body: string | Buffer, id = 'msg_1', at = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${id}.${timestamp}.${String(body)}`)
    .digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

const bodyOf = (...ids: string[]): string =>
  JSON.stringify({ records: ids.map((id) => ({ kind: 'call', id, startedAt: '2026-01-01T10:00:00Z' })) });

describe('webhooks', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let other: TestTenant;
  beforeAll(async () => {
    app = await startTestApp();
    tenant = await app.tenant();
    other = await app.tenant();
  });
  afterAll(() => app.stop());

  const connections = (slug: string, rest = ''): string => `/api/v1/tenants/${slug}/connections${rest}`;
  const connect = async (of = tenant, input: Record<string, unknown> = {}): Promise<Connection> => {
    const answer = await app.call('POST', connections(of.slug), of.adminKey, {
      name: 'pbx',
      provider: 'standard',
      ...input,
    });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const deliver = (
    { path, secret }: Connection,
    body: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer> => app.call('POST', path, undefined, body, { ...signed(secret, body), ...headers });
  const rotate = async ({ id }: Connection, input?: unknown) =>
    app.call('POST', connections(tenant.slug, `/${id}/secrets`), tenant.adminKey, input);
  const calls = async (of = tenant) =>
    queryAsOwner(app.databaseUrl, 'select id, source from fact.call where tenant = $1 order by id', [of.id]);

  it('become facts of the connection’s tenant and source, once', async () => {
    const connection = await connect(tenant, { source: 'pbx-1' });
    const first = await deliver(connection, bodyOf('c-1', 'c-2'));
    expect(first).toMatchObject({ status: 200, body: { stored: 2, duplicates: 0, rejected: [] } });
    const again = await deliver(connection, bodyOf('c-1', 'c-2'));
    expect(again).toMatchObject({ status: 200, body: { stored: 0, duplicates: 2, rejected: [] } });
    expect(await calls()).toEqual([
      { id: 'c-1', source: 'pbx-1' },
      { id: 'c-2', source: 'pbx-1' },
    ]);
    expect(await calls(other)).toEqual([]);
  });

  it('are taken whatever their content type is, and inflated before they are verified', async () => {
    const connection = await connect();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/cloudevents+json']) {
      const answer = await deliver(connection, bodyOf(type), { 'content-type': type });
      expect([type, answer.status, answer.body.stored]).toEqual([type, 200, 1]);
    }
    const body = bodyOf('zipped');
    const zipped = await app.call('POST', connection.path, undefined, gzipSync(body), {
      ...signed(connection.secret, body),
      'content-encoding': 'gzip',
    });
    expect(zipped.body.stored).toBe(1);
    // Everywhere else a body says what it is.
    const elsewhere = await app.call('POST', '/api/v1/records', tenant.ingestKey, body, { 'content-type': 'text/xml' });
    expect(elsewhere.status).toBe(415);
    expect((await app.call('POST', '/hooks', undefined, '<a/>', { 'content-type': 'text/xml' })).status).toBe(404);
  });

  it('are refused alike when the signature is wrong and when the address is nowhere', async () => {
    const connection = await connect();
    const [before] = [await calls()];
    const body = bodyOf('forged');
    const wrong = signed(connection.secret.replace(/.{8}=$/, 'AAAAAAA='), body);
    const answers = [
      await app.call('POST', connection.path, undefined, body, wrong),
      await app.call('POST', `/hooks/${NOWHERE}`, undefined, body, signed(connection.secret, body)),
      await app.call('POST', '/hooks/nobody', undefined, body, signed(connection.secret, body)),
      await app.call('POST', connection.path, undefined, body),
      await app.call('POST', connection.path, tenant.adminKey, body),
      await app.call('POST', connection.path, undefined, '{', wrong),
      await app.call('POST', connection.path, undefined, undefined, wrong),
    ];
    for (const answer of answers) {
      const { errorId, ...rest } = answer.body;
      expect(errorId).toEqual(expect.any(String));
      expect([answer.status, rest]).toEqual([
        401,
        {
          type: 'urn:switchboard:error:invalid_signature',
          title: 'Invalid signature',
          status: 401,
          detail: 'No connection of this address takes the delivery: its signature, its time or the address is wrong.',
          code: 'invalid_signature',
        },
      ]);
    }
    expect(await calls()).toEqual(before);
  });

  it('that cannot be read wait in quarantine, whole or record by record', async () => {
    const connection = await connect(tenant, { source: 'unreadable' });
    const whole = await deliver(connection, '{"records": [');
    expect(whole).toMatchObject({ status: 200, body: { stored: 0, rejected: [{ index: 0, code: 'invalid_json' }] } });
    const empty = await deliver(connection, '');
    expect(empty).toMatchObject({ status: 200, body: { stored: 0, rejected: [{ code: 'invalid_request' }] } });
    const one = await deliver(connection, '{"data": {"kind": "call", "id": "x", "startedAt": "noon"}}');
    expect(one.body.rejected).toMatchObject([{ index: 0, id: 'x', code: 'invalid_field', field: 'startedAt' }]);
    const { body } = await app.call('GET', '/api/v1/quarantine', tenant.adminKey);
    const waiting = body.items.filter(({ source }: { source: string }) => source === 'unreadable');
    expect(waiting.map(({ record }: { record: unknown }) => record)).toEqual([
      { kind: 'call', id: 'x', startedAt: 'noon' },
      '',
      '{"records": [',
    ]);
    expect(waiting.map(({ id }: { id: string }) => id)).toContain(whole.body.rejected[0].quarantine);
  });

  it('are good by both secrets while one is rotated out, and by two at most', async () => {
    const first = await connect();
    const rotated = await rotate(first, { keepFormerSeconds: 60 });
    expect(rotated.status).toBe(201);
    expect(rotated.body.secrets).toHaveLength(2);
    const second = { ...first, secret: rotated.body.secret as string };
    expect((await deliver(first, bodyOf('by-first'))).status).toBe(200);
    expect((await deliver(second, bodyOf('by-second'))).status).toBe(200);
    const third = { ...first, secret: (await rotate(first, { keepFormerSeconds: 1 })).body.secret as string };
    expect((await deliver(first, bodyOf('too-old'))).status).toBe(401);
    expect((await deliver(second, bodyOf('still-good'))).status).toBe(200);
    expect((await deliver(third, bodyOf('by-third'))).status).toBe(200);
    await sleep(1_100);
    expect((await deliver(second, bodyOf('ended'))).status).toBe(401);
    const given = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const last = await rotate(first, { secret: given, keepFormerSeconds: 0 });
    expect(last.body).toMatchObject({ secret: null, secrets: [{ endsAt: null }] });
    expect((await deliver(third, bodyOf('ended'))).status).toBe(401);
    expect((await deliver({ ...first, secret: given }, bodyOf('by-given'))).status).toBe(200);
    // Without a body: a new one is made, and the one before stays good for a day.
    const { body } = await rotate(first);
    expect(Date.parse(body.secrets[1].endsAt) - Date.parse(body.secrets[0].madeAt)).toBe(86_400_000);
  });

  it('are refused for good by a disabled connection, which keeps no secret', async () => {
    const connection = await connect();
    await rotate(connection);
    const path = connections(tenant.slug, `/${connection.id}`);
    expect((await app.call('DELETE', path, tenant.adminKey)).status).toBe(204);
    expect((await deliver(connection, bodyOf('disabled'))).status).toBe(401);
    expect((await app.call('DELETE', path, tenant.adminKey)).status).toBe(404);
    expect((await rotate(connection)).status).toBe(404);
    const kept = await queryAsOwner(
      app.databaseUrl,
      'select secret, former_secret, disabled_at is not null as disabled from connection where id = $1',
      [connection.id],
    );
    expect(kept).toEqual([{ secret: null, former_secret: null, disabled: true }]);
  });

  it('have connections that are listed page by page, without secrets, and say when they were used', async () => {
    const fresh = await app.tenant();
    const [used, unused] = [await connect(fresh), await connect(fresh, { name: 'chat' })];
    await deliver(used, bodyOf('used'));
    // The provider does not wait for this to be noted.
    const noted = async () =>
      queryAsOwner(app.databaseUrl, 'select 1 from connection where id = $1 and last_used_at is not null', [used.id]);
    for (let tries = 0; tries < 100 && (await noted()).length === 0; tries += 1) await sleep(20);
    const ids: string[] = [];
    for (let query = '?limit=1'; query !== '';) {
      const { status, body } = await app.call('GET', connections(fresh.slug, query), fresh.adminKey);
      expect(status).toBe(200);
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      query = body.nextCursor === null ? '' : `?limit=1&cursor=${body.nextCursor}`;
    }
    expect(ids).toEqual([used.id, unused.id].sort());
    const { body } = await app.call('GET', connections(fresh.slug), fresh.adminKey);
    expect(JSON.stringify(body)).not.toMatch(/whsec_|"secret"/);
    expect(body.items.find(({ id }: Connection) => id === unused.id)).toEqual({
      id: unused.id,
      name: 'chat',
      provider: 'standard',
      source: 'chat',
      path: `/hooks/${unused.id}`,
      secrets: [{ madeAt: expect.any(String), endsAt: null }],
      createdAt: expect.any(String),
      lastUsedAt: null,
      disabledAt: null,
    });
    const lastUsed = body.items.find(({ id }: Connection) => id === used.id).lastUsedAt as string;
    expect(Math.abs(Date.parse(lastUsed) - Date.now())).toBeLessThan(60_000);
  });

  it('have connections that only their own tenant’s admin and the platform may touch', async () => {
    const foreign = await connect(other);
    const ask = (method: string, slug: string, rest: string, key: string, body?: unknown) =>
      app.call(method, connections(slug, rest), key, body);
    for (const slug of [tenant.slug, other.slug]) {
      expect((await ask('DELETE', slug, `/${foreign.id}`, tenant.adminKey)).status).toBe(404);
      expect((await ask('POST', slug, `/${foreign.id}/secrets`, tenant.adminKey, {})).status).toBe(404);
    }
    expect((await ask('GET', other.slug, '', tenant.adminKey)).status).toBe(404);
    expect((await ask('POST', other.slug, '', tenant.adminKey, { name: 'x', provider: 'standard' })).status).toBe(404);
    expect((await ask('GET', tenant.slug, '', tenant.ingestKey)).status).toBe(403);
    expect((await ask('GET', other.slug, '', app.adminKey)).body.items).toHaveLength(1);
    expect((await deliver(foreign, bodyOf('whose'))).status).toBe(200);
    expect(await calls(other)).toEqual([{ id: 'whose', source: 'pbx' }]);
  });

  it.each([
    [{ provider: 'nobody' }, 'provider'],
    [{ name: '' }, 'name'],
    [{ secret: 'swb_or_something_short' }, 'secret'],
    [{ more: 1 }, ''],
  ])('have connections that are refused with %j', async (input, field) => {
    const answer = await app.call('POST', connections(tenant.slug), tenant.adminKey, {
      name: 'x',
      provider: 'standard',
      ...input,
    });
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
  });

  it('show no secret in the log or in an answer after the first', async () => {
    const connection = await connect();
    await app.call('POST', `/hooks/${connection.secret}`, undefined, '{}', { 'webhook-id': connection.secret });
    const odd = await app.call('PATCH', `/api/v1/tenants/${tenant.slug}/settings`, tenant.adminKey, {
      [connection.secret]: 1,
    });
    expect(odd.status).toBe(400);
    expect(JSON.stringify(odd.body)).toContain('[hidden]');
    await app.call('POST', connections(tenant.slug), tenant.adminKey, {
      name: 'x',
      provider: connection.secret,
      secret: 1,
    });
    expect(app.log()).not.toContain(connection.secret.slice(6, 40));
  });
});
