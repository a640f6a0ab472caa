import { createDataFrame, type DataFrame, FieldType, MappingType, type ScopedVars } from '@grafana/data';
import { config } from '@grafana/runtime';
import type { SwitchboardQuery } from './model';
import { leadsToRecords, recordsOf, withRecordLinks } from './recordLinks';

const source = { uid: 'swb', name: 'Switchboard' };
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
  const [linked] = withRecordLinks([frame], [query], source);
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
    expect(withRecordLinks([other], [query], source)[0]).toBe(other);
    expect(withRecordLinks([table], [{ ...query, format: 'facts' }], source)[0]).toBe(table);
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
