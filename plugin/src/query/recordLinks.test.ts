import { createDataFrame, type DataFrame, dateTime, FieldType, MappingType, type ScopedVars } from '@grafana/data';
import { config } from '@grafana/runtime';
import type { SwitchboardQuery } from './model';
import { leadsToRecords, withRecordLinks } from './recordLinks';
import { recordsOf } from './recordsQuery';

const source = { uid: 'swb', name: 'Switchboard', type: 'switchboard' };
const range = { from: dateTime(0), to: dateTime(7_200_000), raw: { from: 'now-2h', to: 'now' } };
const around = { source, range, app: 'dashboard' };
const query: SwitchboardQuery = {
  refId: 'A',
  metrics: ['calls', { id: 'service_level', as: 'sl20', params: { threshold: 20 } }],
  groupBy: ['channel'],
  filters: [{ key: 'queue', operator: '=', values: ['sales'] }],
  window: 'today',
  timeZone: 'Asia/Tokyo',
};

/** What a click on a field of the linked frame asks. */
function clicked(frame: DataFrame, name: string, scopedVars: ScopedVars = {}): SwitchboardQuery | undefined {
  const [linked] = withRecordLinks([frame], [query], around);
  const [link] = linked?.fields.find((field) => field.name === name)?.config.links ?? [];
  const asked = link?.internal?.query;
  return typeof asked === 'function' ? asked({ scopedVars, replaceVariables: (text: string) => text }) : undefined;
}

const line = (channel: string, labels = {}) => ({
  name: 'calls',
  type: FieldType.number,
  labels: { channel, ...labels },
  values: [1],
});
const table = createDataFrame({
  refId: 'A',
  fields: [
    {
      name: 'channel',
      type: FieldType.string,
      values: ['web', '', 'Others'],
      config: {
        mappings: [{ type: MappingType.ValueToText, options: { web: { text: 'Web' }, '': { text: 'unknown' } } }],
      },
    },
    { name: 'calls', type: FieldType.number, values: [1, 2, 3] },
    { name: 'sl20', type: FieldType.number, values: [1, 2, 3] },
    { name: 'calls_previous_week', type: FieldType.number, values: [1, 2, 3] },
  ],
});

/** As Grafana tells which row was clicked. */
const row = (rowIndex: number): ScopedVars => {
  const [field] = table.fields;
  if (!field) throw new Error('The table has fields.');
  return { __dataContext: { value: { data: [table], frame: table, field, rowIndex } } };
};

describe('withRecordLinks', () => {
  it('leads from a line to the records of its group', () => {
    const frame = createDataFrame({ refId: 'A', fields: [line('web')] });
    expect(clicked(frame, 'calls')).toEqual({
      ...{ refId: 'A', schemaVersion: 1, metrics: ['calls'], format: 'facts', window: 'today', timeZone: 'Asia/Tokyo' },
      filters: [
        { key: 'queue', operator: '=', values: ['sales'] },
        { key: 'channel', operator: '=', values: ['web'] },
      ],
    });
  });

  it('takes Others for all that are not shown', () => {
    const frame = createDataFrame({ refId: 'A', fields: [line('Others'), line('web'), line('sms')] });
    expect(clicked(frame, 'calls')?.filters?.[1]).toEqual({ key: 'channel', operator: '!=|', values: ['web', 'sms'] });
    expect(clicked(table, 'calls', row(2))?.filters?.[1]).toEqual({
      key: 'channel',
      operator: '!=|',
      values: ['web', ''],
    });
  });

  it('keeps the range of the board', () => {
    const [linked] = withRecordLinks([table], [query], around);
    expect(linked?.fields[1]?.config.links?.[0]?.internal?.range).toBe(range);
  });

  it('leads from a row to the records of its group, with the settings of the metric', () => {
    const asked = clicked(table, 'sl20', row(1));
    expect(asked?.filters?.[1]).toEqual({ key: 'channel', operator: '=', values: [''] });
    expect(asked?.metrics).toEqual([{ id: 'service_level', params: { threshold: 20 } }]);
  });

  it.each([
    ['Web', 'web'],
    ['unknown', ''],
    ['other', 'other'],
  ])('finds the value that Explore shows as %s', (text, value) => {
    const shown = { __data: { value: { fields: { channel: { toString: () => text } } } } };
    expect(clicked(table, 'calls', shown)?.filters?.[1]?.values).toEqual([value]);
  });

  it('leads nowhere from an earlier range, from other queries and from what are no numbers', () => {
    const before = createDataFrame({ refId: 'A', fields: [line('web', { compare: 'previous_week' })] });
    expect(clicked(before, 'calls')).toBeUndefined();
    expect(clicked(table, 'calls_previous_week')).toBeUndefined();
    expect(clicked(table, 'channel')).toBeUndefined();
    const other = createDataFrame({ refId: 'B', fields: [line('web')] });
    expect(withRecordLinks([other], [query], around)[0]).toBe(other);
    expect(withRecordLinks([table], [{ ...query, format: 'facts' }], around)[0]).toBe(table);
  });
});

describe('a number at a time', () => {
  const hour = { name: 'time', type: FieldType.time, values: [0, 3_600_000], config: { interval: 3_600_000 } };
  const frame = createDataFrame({ refId: 'A', fields: [hour, line('web'), line('sms')] });

  /** What the address asks to which the number in a row leads; the texts are what Grafana tells of the row. */
  function address(of: DataFrame, asked: SwitchboardQuery, texts: Record<string, string>, app = 'dashboard') {
    const [linked] = withRecordLinks([of], [asked], { ...around, app });
    const [link] = linked?.fields.find(({ name }) => name === 'calls')?.config.links ?? [];
    const replaceVariables = (text: string) => texts[text] ?? text;
    const url = new URL(link?.onBuildUrl?.({ origin: undefined, replaceVariables }) ?? '', 'http://grafana');
    return JSON.parse(url.searchParams.get('panes') ?? '{}');
  }

  it('leads to the records of its step and of its line', () => {
    const { rec, ...others } = address(frame, query, { '${__data.fields["time"].numeric}': '3600000' });
    expect(others).toEqual({});
    expect(rec.range).toEqual({ from: '3600000', to: '7200000' });
    expect(rec.datasource).toBe('swb');
    expect(rec.queries).toEqual([
      {
        ...{ refId: 'A', schemaVersion: 1, metrics: ['calls'], format: 'facts', timeZone: 'Asia/Tokyo' },
        datasource: { uid: 'swb', type: 'switchboard' },
        filters: [
          { key: 'queue', operator: '=', values: ['sales'] },
          { key: 'channel', operator: '=', values: ['web'] },
        ],
      },
    ]);
  });

  it('of a row is of what is shown in the row', () => {
    const rows = createDataFrame({ refId: 'A', fields: [hour, ...table.fields.slice(0, 2)] });
    const { rec } = address(rows, query, {
      '${__data.fields["time"].numeric}': '0',
      '${__data.fields["channel"].text}': 'unknown',
    });
    expect(rec.range).toEqual({ from: '0', to: '3600000' });
    expect(rec.queries[0].filters[1]).toEqual({ key: 'channel', operator: '=', values: [''] });
  });

  it('leads to all of the range where no point is meant', () => {
    const { rec } = address(frame, query, {});
    expect([rec.range, rec.queries[0].window]).toEqual([{ from: 'now-2h', to: 'now' }, 'today']);
  });

  it('opens beside the number in Explore', () => {
    window.history.replaceState({}, '', `/explore?panes=${encodeURIComponent('{"abc":{}}')}`);
    expect(Object.keys(address(frame, query, {}, 'explore'))).toEqual(['abc', 'rec']);
    expect(Object.keys(address(frame, query, {}))).toEqual(['rec']);
  });
});

describe('recordsOf', () => {
  it('keeps what decides which records there are, and nothing that shapes numbers', () => {
    const shaped = { ...query, compare: '7d', top: { limit: 3 }, interval: '1d', withCustomerMessages: true };
    expect(Object.keys(recordsOf(shaped, 'calls', [])).sort()).toEqual([
      ...['filters', 'format', 'metrics', 'refId', 'schemaVersion', 'timeZone', 'window', 'withCustomerMessages'],
    ]);
  });
});

describe('leadsToRecords', () => {
  const board = { app: 'dashboard', dashboardUID: 'mine' };

  it('is always so in Explore', () => {
    expect(leadsToRecords({ app: 'explore' })).toBe(true);
  });

  it('is so on boards for those who may explore, but for boards that bring links', () => {
    expect(leadsToRecords(board)).toBe(false);
    config.exploreEnabled = true;
    Object.assign(config.bootData.user, { permissions: { 'datasources:explore': true } });
    expect(leadsToRecords(board)).toBe(true);
    expect(leadsToRecords({ ...board, dashboardUID: null })).toBe(true);
    expect(leadsToRecords({ ...board, dashboardUID: 'switchboard-queues' })).toBe(false);
    expect(leadsToRecords({ app: 'dashboard' })).toBe(false);
  });
});
