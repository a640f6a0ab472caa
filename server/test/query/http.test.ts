import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import pg from 'pg';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';
import { insertFacts } from './rows.js';

const range = { from: '2026-11-01T00:00:00Z', to: '2026-11-08T00:00:00Z' };

describe('POST /api/v1/query', () => {
  let app: TestApp;
  let tenant: TestTenant;
  beforeAll(async () => {
    app = await startTestApp();
    tenant = await app.tenant();
    const calls = ['answered', 'answered', 'busy'].map((eff_status) => ({ at: '2026-11-03T10:00:00Z', eff_status }));
    await insertFacts(app.pool, tenant.id, 'call', calls);
    const other = await app.tenant();
    await insertFacts(app.pool, other.id, 'call', calls);
  });
  afterAll(() => app.stop());

  const post = (body: unknown, key = tenant.readKey) => app.call('POST', '/api/v1/query', key, body);
  const ask = (query: object) => post({ ...range, queries: [{ refId: 'A', ...query }] });

  it('answers in Grafana’s own shape', async () => {
    const { status, body } = await ask({ metrics: ['calls'], groupBy: ['status'], format: 'table' });
    expect(status).toBe(200);
    expect(body.results.A.status).toBe(200);
    expect(body.results.A.frames[0].schema.fields.map(({ name }: { name: string }) => name)).toEqual([
      'status',
      'calls',
    ]);
    expect(body.results.A.frames[0].data.values).toEqual([['busy', 'answered'], [1, 2]]); // prettier-ignore
  });

  it('answers the good queries of a request beside the bad ones', async () => {
    const { status, body } = await post({
      ...range,
      queries: [
        { refId: 'A', metrics: ['calls'], format: 'single' },
        { refId: 'B', metrics: ['cals'] },
        { refId: 'C', metrics: ['calls'], filters: [{ key: 'status', operator: '=~', values: ['[[.x.]]'] }] },
        {
          refId: 'D',
          metrics: ['calls'],
          format: 'single',
          filters: [{ key: 'status', operator: '=~', values: ['ans.*'] }],
        },
        { refId: 'E', metrics: [] },
      ],
    });
    expect(status).toBe(200);
    const golden = JSON.parse(
      readFileSync(new URL('../../../plugin/contracts/one-error.json', import.meta.url), 'utf8'),
    );
    expect(body.results.A.frames[0].data.values).toEqual([[3]]);
    expect(body.results.B).toEqual(golden.results.B);
    expect(body.results.C).toEqual({
      status: 400,
      error: expect.stringMatching(/regular expression/),
      errorSource: 'downstream',
    });
    expect(body.results.D.frames[0].data.values).toEqual([[2]]);
    expect(body.results.E).toEqual({
      status: 400,
      error: 'The query is not understood: metrics must name at least one metric.',
      errorSource: 'downstream',
    });
  });

  describe('to an alert rule', () => {
    const columns = async (query: object) => {
      const { body } = await post({ ...range, timeZone: 'UTC', queries: [{ refId: 'A', format: 'table', ...query }] });
      const { schema, data } = body.results.A.frames[0];
      const types = schema.fields.map(({ name, type }: { name: string; type: string }) => `${name} ${type}`);
      return Object.fromEntries(types.map((type: string, column: number) => [type, data.values[column]]));
    };

    it('is one number beside the place', async () => {
      const at = '2026-11-03T10:00:00Z';
      await insertFacts(app.pool, tenant.id, 'dialogue', [
        { at, location_lat: 55.8, location_lon: 37.6 },
        { at, location_lat: 59.9, location_lon: 30.3 },
      ]);
      const byPlace = { metrics: ['dialogues'], groupBy: ['location'] };
      expect(Object.keys(await columns(byPlace))).toEqual([
        'location string',
        'latitude number',
        'longitude number',
        'dialogues number',
      ]);
      expect(await columns({ ...byPlace, fromAlert: true })).toEqual({
        'location string': ['55.8,37.6', '59.9,30.3'],
        'dialogues number': [1, 1],
      });
    });

    it('are rows with a number, or no fields', async () => {
      const rates = { metrics: ['asr'], interval: '1d', groupBy: ['direction'] };
      const at = Date.parse('2026-11-03T00:00:00Z');
      expect(Object.values(await columns(rates)).map((column) => (column as unknown[]).length)).toEqual([7, 7, 7]);
      expect(await columns({ ...rates, fromAlert: true })).toEqual({
        'time time': [at],
        'direction string': [''],
        'asr number': [expect.closeTo(200 / 3, 9)],
      });
      expect(await columns({ ...rates, fromAlert: true, minDenominator: 4 })).toEqual({});
    });
  });

  it.each([
    ['no queries', { ...range, queries: [] }],
    [
      'two of one name',
      {
        ...range,
        queries: [
          { refId: 'A', metrics: ['calls'] },
          { refId: 'A', metrics: ['calls'] },
        ],
      },
    ],
    ['a zone that is none', { ...range, timeZone: 'Mars/Base', queries: [{ refId: 'A', metrics: ['calls'] }] }],
    ['the browser’s zone', { ...range, timeZone: 'browser', queries: [{ refId: 'A', metrics: ['calls'] }] }],
    [
      'a time without zone',
      { from: '2026-11-01T00:00:00', to: range.to, queries: [{ refId: 'A', metrics: ['calls'] }] },
    ],
    ['an unknown member', { ...range, query: [] }],
    ['no object', 7],
  ])('refuses a body with %s as a whole', async (_, body) => {
    const { status, headers, body: problem } = await post(body);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toMatch('application/problem+json');
    expect(problem).toMatchObject({ code: 'invalid_request', status: 400 });
  });

  it.each(['states', 'facts', 'heatmap'])('refuses an alert rule on %s', async (format) => {
    const { body } = await ask({ metrics: ['calls'], format, fromAlert: true });
    expect(body.results.A).toEqual({
      status: 400,
      error: 'An alert rule watches a number: choose the format time_series, table or single.',
      errorSource: 'downstream',
    });
  });

  it('needs a key that may read', async () => {
    expect((await post({}, '')).status).toBe(401);
    expect((await post({ ...range, queries: [{ refId: 'A', metrics: ['calls'] }] }, tenant.ingestKey)).status).toBe(
      403,
    );
  });

  it('refuses a heavy question before it is asked', async () => {
    const { body } = await post({
      from: '1950-01-01T00:00:00Z',
      to: '2000-01-01T00:00:00Z',
      queries: [{ refId: 'A', metrics: ['calls'], interval: '1h' }],
    });
    expect(body.results.A).toMatchObject({ status: 400, error: expect.stringMatching('up to 400 days') });
  });

  it('ends in PostgreSQL when the client hangs up', async () => {
    // A view in front of the facts that takes its time: nothing in the service knows of it.
    const owner = new (await import('pg')).default.Client({ connectionString: app.databaseUrl });
    await owner.connect();
    const running = async () => {
      const { rows } = await owner.query<{ n: number }>(
        "select count(*)::int4 as n from pg_stat_activity where state = 'active' and wait_event = 'PgSleep'",
      );
      return rows[0]!.n;
    };
    await owner.query('alter table fact.call rename to call_kept');
    await owner.query('create view fact.call as select * from fact.call_kept where pg_sleep(20) is not null');
    await owner.query('grant select on fact.call to switchboard_app');
    try {
      // Not fetch: it opens another connection at once when one is given up, and keeps it.
      const asked = request(`${app.url}/api/v1/query`, {
        method: 'POST',
        agent: false,
        headers: { authorization: `Bearer ${tenant.readKey}`, 'content-type': 'application/json' },
      });
      asked.on('error', () => undefined);
      asked.end(JSON.stringify({ ...range, queries: [{ refId: 'A', metrics: ['calls'] }] }));
      while ((await running()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      const started = performance.now();
      asked.destroy();
      while ((await running()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(performance.now() - started).toBeLessThan(2000);
      expect(app.log()).not.toMatch('Something went wrong');
    } finally {
      await owner.query('drop view fact.call');
      await owner.query('alter table fact.call_kept rename to call');
      await owner.end();
    }
  });

  it.each([
    ['what nobody foresaw', 'XX000', 500, 'Something went wrong here; the error id finds it in the log.', 'internal'],
    ['a time limit', '57014', 503, 'The question took too long: ask for less, or try again.', 'statement_timeout'],
    ['too little memory', '53200', 503, 'The service is busy: try again.', 'overloaded'],
  ])('gives %s an id that finds it in the log', async (_, sqlstate, wanted, sentence, code) => {
    const owner = new pg.Client({ connectionString: app.databaseUrl });
    await owner.connect();
    await owner.query('alter table fact.transaction rename to mislaid');
    await owner.query(`create function fact.broken() returns boolean language plpgsql as
      $$ begin raise exception 'mislaid' using errcode = '${sqlstate}'; end $$`);
    await owner.query('create view fact.transaction as select * from fact.mislaid where fact.broken()');
    await owner.query('grant select on fact.transaction to switchboard_app');
    await insertFacts(app.pool, tenant.id, 'mislaid', [{ at: '2026-11-03T10:00:00Z' }]);
    const { status, body, headers } = await post({
      ...range,
      queries: [
        { refId: 'A', metrics: ['transactions'] },
        { refId: 'B', metrics: ['calls'], format: 'single' },
      ],
    });
    await owner.query('drop view fact.transaction');
    await owner.query('drop function fact.broken');
    await owner.query('alter table fact.mislaid rename to transaction');
    await owner.end();
    expect(status).toBe(200);
    expect(body.results.B.frames[0].data.values).toEqual([[3]]);
    const id = String(headers.get('x-request-id'));
    expect(body.results.A).toEqual({
      status: wanted,
      error: `${sentence} (error id ${id})`,
      errorSource: 'downstream',
    });
    expect(JSON.stringify(body)).not.toContain('mislaid');
    const lines = app.log().split('\n');
    const told = lines.filter((line) => line.includes(id) && line.includes('a query failed'));
    expect(told.map((line) => JSON.parse(line) as object)).toEqual([expect.objectContaining({ refId: 'A', code })]);
    expect(await (await fetch(`${app.url}/metrics`)).text()).toMatch(`http_problems_total{code="${code}"} 1`);
  });
});
