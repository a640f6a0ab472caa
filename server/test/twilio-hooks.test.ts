import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from './app.js';
import { queryAsOwner } from './reliability/service/owner.js';

const PUBLIC_URL = 'https://metrics.example.com/switchboard';
const TOKEN = '0123456789abcdef0123456789abcdef';

describe('webhooks of Twilio', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let path: string;
  beforeAll(async () => {
    app = await startTestApp({ env: { PUBLIC_URL: `${PUBLIC_URL}/` } });
    tenant = await app.tenant();
    const input = { name: 'twilio', provider: 'twilio-sms', secret: TOKEN };
    const { status, body } = await app.call(
      'POST',
      `/api/v1/tenants/${tenant.slug}/connections`,
      tenant.adminKey,
      input,
    );
    expect([status, body.secret]).toEqual([201, null]);
    path = body.path;
  });
  afterAll(() => app.stop());

  /** Signs as Twilio says, apart from the code under test. */
  const deliver = (form: Record<string, string>, query = '', at = PUBLIC_URL) => {
    const sorted = Object.keys(form).sort();
    const text = at + path + query + sorted.map((name) => name + form[name]).join('');
    return app.call('POST', path + query, undefined, new URLSearchParams(form).toString(), {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'x-twilio-signature': createHmac('sha1', TOKEN).update(text).digest('base64'),
    });
  };
  const callback = (MessageStatus: string, id = 'SM1') => ({
    MessageSid: id,
    MessageStatus,
    From: '+15557122661',
    To: '+15558675310',
  });

  it('become one notification, whatever order its callbacks come in', async () => {
    for (const status of ['delivered', 'queued', 'sent', 'delivered', 'something_new']) {
      const answer = await deliver(callback(status));
      expect([answer.status, answer.headers.get('content-type'), answer.body]).toEqual([
        200,
        'text/xml; charset=utf-8',
        '<Response/>',
      ]);
    }
    const rows = await queryAsOwner(
      app.databaseUrl,
      `select id, source, status, raw_status, channel, provider, recipient = customer as same,
              recipient ~ '^[0-9a-f]{32}$' as hashed, created_at is not null as created, delivered_at is not null as delivered
         from fact.notification where tenant = $1`,
      [tenant.id],
    );
    expect(rows).toEqual([
      { id: 'SM1', source: 'twilio', status: 'delivered', raw_status: 'something_new', channel: 'sms', provider: 'twilio', same: true, hashed: true, created: true, delivered: true },
    ]); // prettier-ignore
  });

  it('become messages of the same customer, whose number is not stored', async () => {
    const form = { SmsStatus: 'received', From: '+15558675310', To: '+15557122661', Body: 'Hello 😀', NumMedia: '0' };
    expect((await deliver({ ...form, MessageSid: 'SM2' })).status).toBe(200);
    const rows = await queryAsOwner(
      app.databaseUrl,
      `select m.text, m.type, m.author, m.chat from fact.message m
         join fact.notification n on n.tenant = m.tenant and n.customer = m.customer where m.tenant = $1`,
      [tenant.id],
    );
    expect(rows).toEqual([{ text: 'Hello 😀', type: 'text', author: 'customer', chat: '+15557122661' }]);
  });

  it('are those of the public address, with its query', async () => {
    expect((await deliver(callback('sent', 'SM3'), '?line=1')).status).toBe(200);
    expect((await deliver(callback('sent', 'SM4'), '', app.url)).status).toBe(401);
    expect((await deliver(callback('sent', 'SM4'), '', PUBLIC_URL.replace('https', 'http'))).status).toBe(401);
    const rows = await queryAsOwner(app.databaseUrl, "select id from fact.notification where id in ('SM3', 'SM4')", []);
    expect(rows).toEqual([{ id: 'SM3' }]);
  });

  it('without a message wait in quarantine', async () => {
    expect((await deliver({ CallSid: 'CA1' })).status).toBe(200);
    const { body } = await app.call('GET', '/api/v1/quarantine', tenant.adminKey);
    expect(body.items).toMatchObject([{ source: 'twilio', code: 'invalid_request', record: 'CallSid=CA1' }]);
  });

  it('have a secret that only Twilio can give', async () => {
    const input = { name: 'twilio', provider: 'twilio-sms' };
    const made = await app.call('POST', `/api/v1/tenants/${tenant.slug}/connections`, tenant.adminKey, input);
    expect([made.status, made.body.errors]).toEqual([
      400,
      [{ field: 'secret', message: "must be the account's auth token, 32 hexadecimal digits" }],
    ]);
  });
});
