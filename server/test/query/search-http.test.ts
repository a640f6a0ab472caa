import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';

const range = { from: '2026-11-01T00:00:00Z', to: '2026-11-08T00:00:00Z' };
const minute = (n: number) => `2026-11-03T10:${String(n).padStart(2, '0')}:00.000Z`;

describe('the records behind a number', () => {
  let app: TestApp;
  let tenant: TestTenant;
  let other: TestTenant;
  beforeAll(async () => {
    app = await startTestApp();
    tenant = await app.tenant();
    other = await app.tenant();
    const dialogue = {
      kind: 'dialogue',
      id: 'd1',
      channel: 'viber',
      tags: ['vip', 'new'],
      startedAt: minute(0),
      resolved: true,
    };
    const cost = { amount: '0.0450', currency: 'USD' };
    const texts = ['Hello', 'Call +7 916 123-45-67', 'Bye'];
    const messages = texts.map((text, n) => ({
      kind: 'message', id: `m${n}`, dialogue: 'd1', author: n === 1 ? 'customer' : 'operator', text, sentAt: minute(n), cost, labels: { team: 'a' },
    })); // prettier-ignore
    const calls = Array.from({ length: 5 }, (_, n) => ({
      kind: 'call', id: `c${n}`, direction: 'inbound', fromNumber: '+49 30 123456', startedAt: minute(n),
      ...(n < 3 ? { status: 'answered', answeredAt: minute(n), endedAt: minute(n + 2) } : { status: 'busy' }),
    })); // prettier-ignore
    for (const { ingestKey, slug } of [tenant, other]) {
      const secret = { kind: 'call', id: slug === other.slug ? 'SECRET' : 'plain', startedAt: '2025-01-01T00:00:00Z' };
      const sent = await app.call('POST', '/api/v1/records', ingestKey, {
        records: [dialogue, ...messages, ...calls, secret],
      });
      expect(sent.body).toMatchObject({ stored: 10, rejected: [] });
    }
  });
  afterAll(() => app.stop());

  const search = (body: object, headers?: Record<string, string>, key = tenant.readKey) =>
    app.call('POST', '/api/v1/search', key, { ...range, ...body }, headers);

  it('are shown as they are known, the newest first', async () => {
    const columns = [
      'time', 'id', 'source', 'dialogue', 'channel', 'author', 'text', 'cost', 'currency', 'tags', 'labels.team', 'resolved',
    ]; // prettier-ignore
    const { status, body } = await search({
      metrics: ['messages'],
      columns: columns.filter((name) => name !== 'resolved'),
      limit: 2,
    });
    expect(status).toBe(200);
    expect(body.rows).toEqual([
      {
        time: minute(2), id: 'm2', source: 'test', dialogue: 'd1', channel: 'viber', author: 'operator', text: 'Bye',
        cost: '0.045', currency: 'USD', tags: ['vip', 'new'], 'labels.team': 'a',
      },
      {
        time: minute(1), id: 'm1', source: 'test', dialogue: 'd1', channel: 'viber', author: 'customer',
        text: 'Call [number]', cost: '0.045', currency: 'USD', tags: ['vip', 'new'], 'labels.team': 'a',
      },
    ]); // prettier-ignore
    const dialogues = await search({ metrics: ['dialogues'], columns: ['resolved', 'customerMessages', 'closedAt'] });
    expect(dialogues.body).toEqual({ rows: [{ resolved: 'true', customerMessages: 1, closedAt: null }], next: null });
  });

  it('have columns of their kind where none are chosen', async () => {
    const { body } = await search({ metrics: ['calls_answered'], limit: 1 });
    expect(body.rows).toEqual([
      {
        time: minute(2), id: 'c2', source: 'test', direction: 'inbound', status: 'answered', trunk: null, queue: null,
        operator: null, bot: null, customer: null, dnis: null, durationSeconds: 120, hangupBy: null, cause: null,
      },
    ]); // prettier-ignore
  });

  it('hold no number of a person', async () => {
    const { body } = await search({ metrics: ['calls'], columns: ['fromNumber'] });
    expect(body.rows).toHaveLength(5);
    for (const { fromNumber } of body.rows) expect(fromNumber).toMatch(/^[0-9a-f]{32}$/);
  });

  it('are those of a part, a filter and a range', async () => {
    const ids = async (body: object) => (await search({ columns: ['id'], ...body })).body.rows.map(({ id }: { id: string }) => id); // prettier-ignore
    expect(await ids({ metrics: ['asr'] })).toEqual(['c2', 'c1', 'c0']);
    expect(await ids({ metrics: ['asr'], part: 'denominator' })).toEqual(['c4', 'c3', 'c2', 'c1', 'c0']);
    const filters = [{ key: 'status', operator: '=', values: ['busy'] }];
    expect(await ids({ metrics: ['calls'], filters })).toEqual(['c4', 'c3']);
    expect(await ids({ metrics: ['calls'], from: minute(1), to: minute(3) })).toEqual(['c2', 'c1']);
    expect(await ids({ metrics: ['calls'], window: 'all' })).toEqual(['c4', 'c3', 'c2', 'c1', 'c0', 'plain']);
    expect(await ids({ metrics: [{ id: 'messages', filters: [{ key: 'tags', operator: '=', values: ['new'] }] }] })).toEqual(['m2', 'm1', 'm0']); // prettier-ignore
  });

  it('are the same in a body as of a query', async () => {
    const query = { metrics: ['calls'], columns: ['id'], format: 'facts', refId: 'B', limit: 1 };
    expect((await search({ queries: [query] })).body.rows).toEqual([{ id: 'c4' }]);
    expect((await search({ queries: [query, query] })).status).toBe(400);
  });

  it('come page by page, whatever is added meanwhile', async () => {
    const first = await search({ metrics: ['calls'], columns: ['id'], limit: 2 });
    const added = [minute(4), minute(3), minute(0)].map((startedAt, n) => ({
      kind: 'call',
      id: `late${n}`,
      startedAt,
    }));
    await app.call('POST', '/api/v1/records', tenant.ingestKey, { records: added });
    const ids = first.body.rows.map(({ id }: { id: string }) => id);
    for (let cursor = first.body.next; cursor !== null;) {
      const { body } = await search({ metrics: ['calls'], columns: ['id'], limit: 2, cursor });
      ids.push(...body.rows.map(({ id }: { id: string }) => id));
      cursor = body.next;
    }
    expect(ids.filter((id: string) => !id.startsWith('late'))).toEqual(['c4', 'c3', 'c2', 'c1', 'c0']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('late2');
    const deletion = added.map(({ kind, id }) => ({ kind, id, deleted: true }));
    await app.call('POST', '/api/v1/records', tenant.ingestKey, { records: deletion });
    expect((await search({ metrics: ['calls'] })).body.rows).toHaveLength(5);
  });

  it('come line by line where lines are asked for', async () => {
    const { status, headers, body } = await search(
      { metrics: ['calls'], columns: ['id', 'status'], limit: 2 },
      { accept: 'application/x-ndjson' },
    );
    expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    expect(body).toBe('{"id":"c4","status":"busy"}\n{"id":"c3","status":"busy"}\n');
    const next = await search({ metrics: ['calls'], columns: ['id'], limit: 9, cursor: headers.get('x-next-cursor') });
    expect(next.body.rows.map(({ id }: { id: string }) => id)).toEqual(['c2', 'c1', 'c0']);
  });

  it('are a table in Grafana', async () => {
    const columns = ['time', 'id', 'status', 'durationSeconds', 'tags'];
    const queries = [
      { refId: 'A', metrics: ['calls'], format: 'facts', columns, limit: 3, groupBy: ['trunk'], interval: '1d' },
      { refId: 'B', metrics: ['calls'], format: 'facts', from: '2001-01-01T00:00:00Z', to: '2001-01-02T00:00:00Z' },
    ];
    const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, { ...range, queries });
    const [frame] = body.results.A.frames;
    const text = { type: 'string', typeInfo: { frame: 'string', nullable: true } };
    const busy = { type: 'value', options: { busy: { text: 'Busy' }, answered: { text: 'Answered' } } };
    expect(frame).toEqual({
      schema: {
        meta: {
          type: 'table',
          typeVersion: [0, 1],
          executedQueryString: 'The records behind Calls, 2026-11-01 03:00 to 2026-11-08 03:00 (Europe/Moscow)',
          notices: [{ severity: 'info', text: 'Only the newest 3 are shown.' }],
          custom: { next: expect.any(String) },
        },
        fields: [
          { name: 'time', type: 'time', typeInfo: { frame: 'time.Time', nullable: true }, config: { displayNameFromDS: 'Started at' } },
          { name: 'id', ...text, config: { displayNameFromDS: 'Id' } },
          { name: 'status', ...text, config: { displayNameFromDS: 'Status', filterable: true, mappings: [busy] } },
          { name: 'durationSeconds', type: 'number', typeInfo: { frame: 'float64', nullable: true }, config: { displayNameFromDS: 'Duration', unit: 's' } },
          { name: 'tags', ...text, config: { displayNameFromDS: 'Tags', filterable: true } },
        ],
      },
      data: {
        values: [
          [Date.parse(minute(4)), Date.parse(minute(3)), Date.parse(minute(2))],
          ['c4', 'c3', 'c2'],
          ['busy', 'busy', 'answered'],
          [null, null, 120],
          [null, null, null],
        ],
      },
    }); // prettier-ignore
    expect(Object.keys(frame)).toEqual(['schema', 'data']);
    expect(body.results.B.frames[0].schema.fields).toEqual([]);
  });

  it.each<[object, string]>([
    [{ metrics: ['calls', 'messages'] }, 'Records are listed behind one number: ask for one metric.'],
    [{ metrics: ['cals'] }, 'did you mean “calls”?'],
    [{ metrics: ['calls'], columns: ['statu'] }, 'The calls have no column “statu”: did you mean “status”?'],
    [{ metrics: ['calls'], columns: ['tenant'] }, 'The calls have no column “tenant”'],
    [{ metrics: ['calls'], columns: ["id'; --"] }, "The calls have no column “id'; --”"],
    [{ metrics: ['phrases'], columns: ['phrase'] }, 'have no column “phrase”'],
    [{ metrics: ['calls'], part: 'denominator' }, 'The metric “calls” has no denominator: leave part out.'],
    [{ metrics: ['intake_age_seconds'] }, 'a state of this moment'],
    [{ metrics: ['calls'], cursor: 'x' }, 'The cursor is not one that an answer has given.'],
    [{ metrics: ['calls'], limit: 1001 }, 'The query is not understood: limit'],
    [{ metrics: ['calls'], limit: 0 }, 'The query is not understood: limit'],
    [{ metrics: ['calls'], format: 'table' }, 'A search lists records: leave the format table out.'],
    [{ metrics: ['calls'], filters: [{ key: 'statu', operator: '=', values: ['x'] }] }, 'did you mean “status”?'],
    [{ metrics: ['calls'], order: 'asc' }, 'The query is not understood'],
    [{}, 'The query is not understood: metrics'],
    [{ queries: [], metrics: ['calls'] }, 'queries'],
  ])('%j is refused in a sentence', async (body, sentence) => {
    const { status, body: problem } = await search(body);
    expect(status).toBe(400);
    expect(problem.detail).toContain(sentence);
  });

  it('take a label of any name as text', async () => {
    const columns = ["labels.x' ->> 'y", 'labels.team'];
    const { body } = await search({ metrics: ['messages'], columns, limit: 1 });
    expect(body.rows).toEqual([{ "labels.x' ->> 'y": null, 'labels.team': 'a' }]);
  });

  it.each([
    "'", '"', "'; drop table fact.call; --", '$1', '\\', '\0', '\ud800', '../..', '__proto__', 'constructor', 'toString', '%', 'f.tenant',
    '*', 'labels.', 'labels.\0', 'x'.repeat(5000), 'MSBhIGI', 'LTEgMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwIA', '1e400',
  ])('take %j for nothing but text', async (payload) => {
    const asked = { metrics: ['messages'], columns: ['id'], limit: 5 };
    const bodies = [
      { ...asked, columns: [payload] },
      { ...asked, columns: [`labels.${payload}`] },
      { ...asked, cursor: payload },
      { ...asked, part: payload },
      { ...asked, limit: payload },
      { ...asked, metrics: [payload] },
      { ...asked, filters: [{ key: 'labels.team', operator: '=', values: [payload] }] },
      { ...asked, filters: [{ key: payload, operator: '=~', values: [payload] }] },
      { ...asked, [payload]: 1 },
      { queries: [payload] },
      { queries: [{ ...asked, cursor: payload }] },
    ];
    for (const body of bodies) {
      const { status, body: answer } = await search(JSON.parse(JSON.stringify(body)) as object);
      expect([200, 400]).toContain(status);
      expect(JSON.stringify(answer)).not.toMatch(/SECRET|syntax error|relation|does not exist/);
    }
  }); // prettier-ignore

  it('are nobody else’s business', async () => {
    expect((await search({ metrics: ['calls'] }, {}, tenant.ingestKey)).status).toBe(403);
    const foreign = await search({ metrics: ['calls'], columns: ['id'], window: 'all', limit: 1 }, {}, other.readKey);
    const all = { metrics: ['calls'], columns: ['id'], window: 'all' };
    const { body } = await search({ ...all, cursor: foreign.body.next });
    expect(JSON.stringify(body)).not.toContain('SECRET');
    expect(JSON.stringify((await search(all, {}, other.readKey)).body)).toContain('SECRET');
  });
});
