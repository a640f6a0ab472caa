import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';
import { insertFacts } from './rows.js';

const payloads = [
  "'", '"', "' or '1'='1", "'; drop table fact.call; --", "') or pg_sleep(5) is not null --", '$1', '$99', '\\', '\0', '\ud800',
  'f.tenant', '*', "1::int4) union select hash::text from api_key --", '{{7*7}}', '__proto__', 'constructor', 'toString',
  '%', '(?:)', '(a+)+$', '[[:alpha:]]', '../../etc/passwd', 'labels.', "labels.x' ->> 'y", 'x'.repeat(5000), '𝔘𝔫𝔦', '-1', '1e400',
]; // prettier-ignore

const query = {
  metrics: [{ id: 'calls', as: 'calls', filters: [{ key: 'trunk', operator: '=', values: ['a'] }] }],
  groupBy: ['status', 'labels.team'],
  filters: [
    { key: 'direction', operator: '=|', values: ['inbound', 'outbound'] },
    { key: 'tags', operator: '=~', values: ['v.*'] },
    { key: 'labels.team', operator: '!~', values: ['x'] },
  ],
  interval: '1d',
  format: 'table',
  top: { by: 'calls', limit: 3, order: 'desc', others: true },
  compare: 'previous_week',
  from: '2026-11-01T00:00:00Z',
  to: '2026-11-08T00:00:00Z',
};

/** Every copy of the value in which one string, or one number as text, is the payload. */
function* poisoned(value: unknown, payload: string): Generator<unknown> {
  if (typeof value === 'string' || typeof value === 'number') yield payload;
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const bad of poisoned(item, payload)) yield value.with(index, bad);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      for (const bad of poisoned(item, payload)) yield { ...value, [key]: bad };
      yield { ...value, [payload]: item };
    }
  }
}

describe('hostile text in a question', () => {
  let app: TestApp;
  let tenant: TestTenant;
  beforeAll(async () => {
    app = await startTestApp();
    tenant = await app.tenant();
    const other = await app.tenant();
    const at = '2026-11-03T10:00:00Z';
    await insertFacts(app.pool, tenant.id, 'call', [{ at, eff_trunk: 'a', eff_direction: 'inbound', tags: ['vip'] }]);
    await insertFacts(app.pool, other.id, 'call', [{ at, eff_trunk: 'a', eff_direction: 'SECRET', tags: ['SECRET'] }]);
  });
  afterAll(() => app.stop());

  function checkAnswer({ status, body }: { status: number; body: unknown }): void {
    expect(status).toBeLessThan(500);
    const text = JSON.stringify(body);
    expect(text).not.toMatch(/SECRET|syntax error|relation|column|"status":5\d\d/);
  }

  it.each(payloads.map((payload) => [payload.slice(0, 40), payload]))(
    '%j is never more than text',
    async (_, payload) => {
      const started = performance.now();
      const inside = [...poisoned(query, payload)].map((bad, index) => ({ ...(bad as object), refId: String(index) }));
      const post = (body: unknown) => app.call('POST', '/api/v1/query', tenant.readKey, JSON.stringify(body));
      const answered = await post({ queries: inside });
      expect([answered.status, Object.keys(answered.body.results).length]).toEqual([200, inside.length]);
      checkAnswer(answered);
      const whole = { timeZone: 'UTC', weekStart: 'monday', from: 0, refId: 'A' };
      for (const bad of poisoned(whole, payload)) {
        const { refId, ...around } = bad as Record<string, unknown>;
        checkAnswer(await post({ ...around, queries: [{ ...query, refId }] }));
      }
      expect(performance.now() - started).toBeLessThan(4500);
      const parameters = { from: '0', to: '1793491200000', search: 'a', limit: '10', filters: '[]' };
      for (const bad of poisoned(parameters, payload)) {
        const address = new URLSearchParams();
        for (const [key, value] of Object.entries(bad as Record<string, string>))
          address.set(key.toWellFormed(), value.toWellFormed());
        checkAnswer(await app.call('GET', `/api/v1/dimensions/tags/values?${address.toString()}`, tenant.readKey));
      }
      const id = encodeURIComponent(payload.toWellFormed());
      checkAnswer(await app.call('GET', `/api/v1/dimensions/${id}/values`, tenant.readKey));
    },
  );

  it('left everything as it was', async () => {
    const body = { from: query.from, to: query.to, queries: [{ refId: 'A', metrics: ['calls'], format: 'single' }] };
    const answer = await app.call('POST', '/api/v1/query', tenant.readKey, body);
    expect(answer.body.results.A.frames[0].data.values).toEqual([[1]]);
  });
});
