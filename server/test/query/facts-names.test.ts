import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('shows the records behind a number with the names of operators, one or several', async () => {
  const tenant = await app.tenant();
  const at = (minute: number) => `2026-11-03T10:0${minute}:00Z`;
  const work = { kind: 'assignment', dialogue: 'd' };
  const records = [
    { kind: 'name', id: 'n', dimension: 'operator', value: 'eve', label: 'Eve Adams' },
    { kind: 'dialogue', id: 'd', startedAt: at(0) },
    { ...work, id: 'a1', operator: 'bob', offeredAt: at(1), acceptedAt: at(1), endedAt: at(2) },
    { ...work, id: 'a2', operator: 'eve', offeredAt: at(2), acceptedAt: at(2), endedAt: at(3) },
    { kind: 'queue_entry', id: 'one', queue: 'sales', operator: 'eve', enteredAt: at(4), answeredAt: at(5) },
    { kind: 'queue_entry', id: 'two', queue: 'sales', dialogue: 'd', enteredAt: at(1), answeredAt: at(2) },
  ];
  const sent = await app.call('POST', '/api/v1/records', tenant.ingestKey, { records });
  expect(sent.body).toMatchObject({ stored: records.length, rejected: [] });
  const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, {
    ...{ from: '2026-11-03T00:00:00Z', to: '2026-11-04T00:00:00Z' },
    queries: [{ refId: 'A', metrics: ['queue_entries'], format: 'facts', columns: ['id', 'operator'] }],
  });
  const [{ schema, data }] = body.results.A.frames;
  expect(data.values).toEqual([
    ['one', 'two'],
    ['eve', 'bob, eve'],
  ]);
  expect(schema.fields[1].config.mappings).toEqual([
    { type: 'value', options: { eve: { text: 'Eve Adams' }, 'bob, eve': { text: 'bob, Eve Adams' } } },
  ]);
});
