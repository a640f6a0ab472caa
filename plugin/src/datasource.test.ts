import { CoreApp, type DataQueryRequest, dateTime, setWeekStart } from '@grafana/data';
import { type BackendSrvRequest, setBackendSrv } from '@grafana/runtime';
import { lastValueFrom, of } from 'rxjs';
import type { SwitchboardDataSource } from './datasource';
import type { SwitchboardQuery } from './query/model';
import { catalogue } from './testing/catalogue';
import { resources, testSource } from './testing/source';
import { fakeTemplates } from './testing/templates';

const range = {
  from: dateTime('2026-11-01T00:00:00Z'),
  to: dateTime('2026-11-08T00:00:00Z'),
  raw: { from: 'now-7d', to: 'now' },
};

/** Runs the queries through Grafana's own DataSourceWithBackend and returns what its server would get. */
async function sent(source: SwitchboardDataSource, request: Partial<DataQueryRequest<SwitchboardQuery>>) {
  const fetch = jest.fn((asked: BackendSrvRequest) => of({ ...asked, data: { results: {} } }));
  setBackendSrv(Object.assign(Object.create(null), { fetch }));
  const complete = {
    requestId: 'r',
    interval: '1m',
    intervalMs: 60_000,
    maxDataPoints: 100,
    app: 'dashboard',
    startTime: 0,
  };
  await lastValueFrom(source.query({ ...complete, range, scopedVars: {}, timezone: 'utc', targets: [], ...request }));
  const [first] = fetch.mock.calls;
  return first?.[0].data.queries;
}

beforeEach(() => setWeekStart('monday'));

describe('query', () => {
  it("carries the dashboard's zone and week start", async () => {
    const targets = [{ refId: 'A', metrics: ['calls'] }];
    expect(await sent(testSource(), { targets, timezone: 'Europe/Moscow' })).toEqual([
      expect.objectContaining({ refId: 'A', timeZone: 'Europe/Moscow', weekStart: 'monday', schemaVersion: 1 }),
    ]);
    expect(await sent(testSource(), { targets, timezone: 'utc' })).toEqual([
      expect.objectContaining({ timeZone: 'UTC' }),
    ]);
    const [fromBrowser] = await sent(testSource(), { targets, timezone: 'browser' });
    expect(fromBrowser.timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  it('leaves a query its own zone', async () => {
    const targets: SwitchboardQuery[] = [
      { refId: 'A', metrics: ['calls'], timeZone: 'Asia/Tokyo', weekStart: 'sunday' },
      { refId: 'B', metrics: ['calls'], timeZone: '' },
    ];
    expect(await sent(testSource(), { targets })).toEqual([
      expect.objectContaining({ timeZone: 'Asia/Tokyo', weekStart: 'sunday' }),
      expect.objectContaining({ timeZone: 'UTC', weekStart: 'monday' }),
    ]);
  });

  it('leaves expressions alone', async () => {
    const expression = { refId: 'B', datasource: { type: '__expr__', uid: '__expr__' }, expression: '$A * 2' };
    const [, second] = await sent(testSource(), { targets: [{ refId: 'A', metrics: ['calls'] }, expression] });
    expect(second).toMatchObject({ refId: 'B', expression: '$A * 2' });
    expect(second).not.toHaveProperty('timeZone');
  });

  it('fills in variables and adds ad-hoc filters', async () => {
    const source = testSource(resources(), fakeTemplates({ channel: { value: ['web', 'a,b'] } }));
    const targets = [
      { refId: 'A', metrics: ['dialogues'], filters: [{ key: 'channel', operator: '=', values: ['$channel'] }] },
    ];
    const filters = [{ key: 'queue', operator: '=', value: 'sales' }];
    expect(await sent(source, { targets, filters })).toEqual([
      expect.objectContaining({
        filters: [
          { key: 'channel', operator: '=|', values: ['web', 'a,b'] },
          { key: 'queue', operator: '=', values: ['sales'], optional: true },
        ],
      }),
    ]);
  });
});

describe('an answer', () => {
  const frame = {
    schema: { refId: 'A', fields: [{ name: 'calls', type: 'number', labels: { queue: 'sales' } }] },
    data: { values: [[7]] },
  };

  /** What comes of the frame for a dashboard or Explore. */
  async function answered(request: Partial<DataQueryRequest<SwitchboardQuery>>) {
    const fetch = jest.fn((asked: BackendSrvRequest) =>
      of({ ...asked, data: { results: { A: { frames: [frame] } } } }),
    );
    setBackendSrv(Object.assign(Object.create(null), { fetch }));
    const targets = [{ refId: 'A', metrics: ['calls'], groupBy: ['queue'] }];
    const complete = {
      ...{ requestId: 'r', interval: '1m', intervalMs: 60_000, startTime: 0, scopedVars: {}, timezone: 'utc' },
      ...{ app: 'dashboard', range, targets },
    };
    const answer = await lastValueFrom(testSource().query({ ...complete, ...request }));
    return answer.data[0];
  }

  it.each([
    ['explore', 1],
    ['dashboard', undefined],
  ])('in %s has links of its own: %p', async (app, count) => {
    expect((await answered({ app })).fields[0].config.links?.length).toBe(count);
  });

  it.each(['explore', 'dashboard'])('in %s says that Others is no value to filter by', async (app) => {
    const filters = [
      { key: 'queue', operator: '=', value: 'Others' },
      { key: 'status', operator: '=', value: 'busy' },
    ];
    expect((await answered({ app, filters })).meta.notices).toEqual([
      {
        severity: 'info',
        text: 'Others is what a panel leaves over, and no value: it was left out of the filter on queue.',
      },
    ]);
    expect((await answered({ app, filters: filters.slice(1) })).meta?.notices).toBeUndefined();
  });
});

describe('a new query', () => {
  it('shows something, and says what', () => {
    const query: SwitchboardQuery = { refId: 'A', ...testSource().getDefaultQuery(CoreApp.Dashboard) };
    expect(query).toEqual({
      refId: 'A',
      schemaVersion: 1,
      metrics: ['calls'],
      interval: 'auto',
      format: 'time_series',
    });
    expect(testSource().filterQuery(query)).toBe(true);
    expect(testSource().getQueryDisplayText({ ...query, groupBy: ['status'] })).toBe('calls by status');
  });

  it('is made by the editor where it is of a rule, which Grafana would save without it', () => {
    expect(testSource().getDefaultQuery(CoreApp.UnifiedAlerting)).toEqual({});
  });

  it('is not sent while it is empty', () => {
    expect(testSource().filterQuery({ refId: 'A' })).toBe(false);
    expect(testSource().filterQuery({ refId: 'A', metrics: [] })).toBe(false);
  });
});

describe('a query in other hands', () => {
  it('is filtered by a click in Explore', () => {
    const click = { type: 'ADD_FILTER', options: { key: 'status', value: 'busy' } };
    expect(testSource().modifyQuery({ refId: 'A' }, click).filters).toHaveLength(1);
  });

  it('says whether an alert rule could not use it, for its variables', () => {
    const filters = [{ key: 'channel', operator: '=|', values: ['$channel'] }];
    expect(testSource().targetContainsTemplate({ refId: 'A', metrics: ['calls'], filters })).toBe(true);
    expect(testSource().targetContainsTemplate({ refId: 'A', metrics: ['calls'] })).toBe(false);
  });
});

describe('catalogue', () => {
  it('is loaded once', async () => {
    const answers = resources();
    const source = testSource(answers);
    expect(await Promise.all([source.catalogue(), source.catalogue()])).toEqual([catalogue, catalogue]);
    expect(answers).toHaveBeenCalledTimes(1);
  });

  it('is loaded again after a failure', async () => {
    const answers = resources().mockRejectedValueOnce(new Error('down'));
    const source = testSource(answers);
    await expect(source.catalogue()).rejects.toThrow('down');
    expect(await source.catalogue()).toEqual(catalogue);
  });
});

describe('ad-hoc filters', () => {
  it('have the dimensions as keys, shown by their labels', async () => {
    expect(await testSource().getTagKeys()).toEqual([
      { text: 'Channel', value: 'channel' },
      { text: 'Status', value: 'status' },
      { text: 'Queue', value: 'queue' },
    ]);
  });

  it('have values within the time range and the other filters', async () => {
    const answers = resources();
    const filters = [
      { key: 'status', operator: '=', value: 'failed' },
      { key: 'queue', operator: '=', value: 'sales' },
    ];
    expect(await testSource(answers).getTagValues({ key: 'status', filters, timeRange: range })).toEqual([
      { text: 'Busy', value: 'busy' },
    ]);
    expect(answers).toHaveBeenCalledWith('dimensions/status/values', {
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-08T00:00:00.000Z',
      filters: '[{"key":"queue","operator":"=","values":["sales"],"optional":true}]',
      limit: 1000,
    });
  });

  it('say where not all values are listed', async () => {
    const answers = resources().mockResolvedValue({ values: [{ value: 'busy', label: 'Busy' }], more: true });
    expect(await testSource(answers).getTagValues({ key: 'status', filters: [] })).toEqual([
      { text: 'Busy', value: 'busy', group: 'The first 1000; any other can be typed' },
    ]);
  });

  it('cannot break out of the path', async () => {
    const answers = resources();
    await testSource(answers).getTagValues({ key: '../tenants', filters: [] });
    expect(answers).toHaveBeenCalledWith('dimensions/..%2Ftenants/values', { limit: 1000 });
  });
});
