import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';
import { compileNewestArrival } from '../../src/query/arrival.js';
import { withTenant } from '../../src/database/session.js';
import { insertFacts } from './rows.js';

let app: TestApp;
let tenant: TestTenant;
beforeAll(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
});
afterAll(() => app.stop());

const ago = (seconds: number) => Date.now() - seconds * 1000;

/** Numbers of the last hour, by source. */
async function tallies(): Promise<Record<string, Record<string, number>>> {
  const metrics = [
    'records_received',
    'records_stored',
    'records_duplicate',
    'records_rejected',
    'records_conflicting',
  ];
  const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, {
    ...{ from: new Date(ago(3600)).toISOString(), to: new Date(Date.now() + 60_000).toISOString() },
    queries: [{ refId: 'A', format: 'table', metrics, groupBy: ['source'], interval: 'none' }],
  });
  const [{ schema, data }] = body.results.A.frames;
  const names = schema.fields.map(({ name }: { name: string }) => name);
  const source = names.indexOf('source');
  return Object.fromEntries(
    data.values[source].map((value: string, row: number) => [
      value,
      Object.fromEntries(metrics.map((metric) => [metric.slice(8), data.values[names.indexOf(metric)][row]])),
    ]),
  );
}

it('tells of each source what arrived, what was new, what was wrong and what contradicted', async () => {
  const at = ago(120);
  const call = (id: string, more: object = {}) => ({ kind: 'call', id, startedAt: at, status: 'answered', ...more });
  const sent = await app.call('POST', '/api/v1/records', tenant.ingestKey, {
    records: [
      call('a'),
      call('b', { trunk: 'one', source: 'pbx' }),
      // Of the same moment, with another trunk: one of them loses.
      call('b', { trunk: 'two', source: 'pbx' }),
      call('a'),
      call('c', { trunk: 3 }),
    ],
  });
  expect(sent.body).toMatchObject({ stored: 3, duplicates: 1, rejected: [{ index: 4 }] });
  const again = await app.call('POST', '/api/v1/records', tenant.ingestKey, { records: [call('a'), call('d')] });
  expect(again.body).toMatchObject({ stored: 1, duplicates: 1 });
  expect(await tallies()).toEqual({
    test: { received: 5, stored: 2, duplicate: 2, rejected: 1, conflicting: 0 },
    pbx: { received: 2, stored: 2, duplicate: 0, rejected: 0, conflicting: 1 },
  });
});

it('tells people, and no alert rule, that nothing has arrived for long', async () => {
  const [quiet, silent] = [await app.tenant(), await app.tenant()];
  const range = { from: ago(7200), to: Date.now() + 60_000 };
  const notices = async (query: object, { readKey } = quiet) => {
    const { body } = await app.call('POST', '/api/v1/query', readKey, {
      queries: [{ refId: 'A', metrics: ['calls'], format: 'single', ...range, ...query }],
    });
    return body.results.A.frames[0].schema.meta.notices;
  };
  await insertFacts(app.pool, quiet.id, 'intake', [{ at: new Date(ago(2400)) }, { at: new Date(ago(9000)) }]);
  // Others are not quiet.
  await insertFacts(app.pool, tenant.id, 'intake', [{ source: 'busy', at: new Date() }]);
  const told = [{ severity: 'warning', text: 'No record has arrived for 39 minutes.' }];
  expect(await notices({})).toEqual(told);
  expect(await notices({}, silent)).toBeUndefined();
  expect(await notices({ format: 'facts' })).toEqual(told);
  expect(await notices({ format: 'states', metrics: ['presence_time'] })).toEqual(told);
  expect(await notices({ window: 'today', from: null, to: null })).toEqual(told);
  expect(await notices({ fromAlert: true })).toBeUndefined();
  expect(await notices({ to: ago(2000) })).toBeUndefined();
});

it('finds the newest arrival at the end of an index, however many there are', async () => {
  const busy = await app.tenant();
  const plan = await withTenant(app.pool, busy.id, async (client) => {
    await client.query(
      `insert into intake (tenant, source, at)
       select $1, 's' || s, now() - m * interval '1 minute' from generate_series(1, 4) s, generate_series(1, 5000) m`,
      [busy.id],
    );
    const { text, values } = compileNewestArrival(busy.id);
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, [...values]);
    return rows[0]['QUERY PLAN'][0].Plan;
  });
  expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(10);
});

it('counts a record that was mended and replayed', async () => {
  const before = await tallies();
  const listed = await app.call('GET', '/api/v1/quarantine', tenant.adminKey);
  const [entry] = listed.body.items;
  const record = { ...entry.record, trunk: 'three' };
  const replayed = await app.call('POST', `/api/v1/quarantine/${entry.id}/replay`, tenant.adminKey, { record });
  expect(replayed.status).toBe(200);
  expect((await tallies())['test']).toEqual({ ...before['test'], received: 6, stored: 3 });
});

it('knows how old the newest record is, and how late records arrive', async () => {
  const records = Array.from({ length: 100 }, (_, i) => ({
    kind: 'call',
    id: `late-${i}`,
    source: 'late',
    startedAt: ago(i < 90 ? 30 : 4000),
  }));
  await app.call('POST', '/api/v1/records', tenant.ingestKey, { records });
  const filters = [{ key: 'source', operator: '=', values: ['late'] }];
  const asked = async (metric: object) => {
    const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, {
      ...{ from: new Date(ago(3600)).toISOString(), to: new Date(Date.now() + 60_000).toISOString() },
      queries: [{ refId: 'A', format: 'single', metrics: [metric], filters, interval: 'none' }],
    });
    return body.results.A.frames[0].data.values.at(-1)[0] as number;
  };
  const age = await asked({ id: 'intake_age_seconds' });
  expect(age).toBeGreaterThanOrEqual(30);
  expect(age).toBeLessThan(90);
  // 30 s, and 4000 s, each rounded up to the end of its class: 2^(n/2) s.
  expect(await asked({ id: 'ingest_lag_seconds', params: { percentile: 50 } })).toBeCloseTo(32, 6);
  expect(await asked({ id: 'ingest_lag_seconds' })).toBeCloseTo(4096, 6);
  const older = { kind: 'call', id: 'later', source: 'late', startedAt: ago(9000) };
  await app.call('POST', '/api/v1/records', tenant.ingestKey, { records: [older] });
  expect(await asked({ id: 'intake_age_seconds' })).toBeLessThan(90);
});
