import { describe, expect, it } from '@jest/globals';
import type { Frame, FrameField, Panel } from '@switchboard/viz';
import { asTable } from './as-table.js';

const field = (name: string, type: FrameField['type']): FrameField => ({ name, type, config: {} });
const frame = (fields: FrameField[], ...values: unknown[][]): Frame => ({
  schema: { meta: {}, fields },
  data: { values },
});
const panel: Panel = {
  id: 1,
  type: 'timeseries',
  gridPos: { x: 0, y: 0, w: 1, h: 1 },
  options: { legend: {} },
  fieldConfig: { defaults: { unit: 's', custom: { drawStyle: 'bars' } }, overrides: [] },
};

describe('asTable', () => {
  it('keeps units and drops what only a chart knows', () => {
    const { panel: table } = asTable(panel, []);
    expect(table).toMatchObject({ type: 'table', options: {}, fieldConfig: { defaults: { unit: 's' } } });
    expect(table.fieldConfig?.defaults).not.toHaveProperty('custom');
  });

  it('puts series side by side by their times, unknown where one has no number', () => {
    const time = field('time', 'time');
    const { frames } = asTable(panel, [
      frame([time, field('a', 'number')], [10, 30], [1, 3]),
      frame([time, field('b', 'number')], [20, 30], [2, 4]),
    ]);
    expect(frames).toHaveLength(1);
    expect(frames[0]?.schema.fields.map(({ name }) => name)).toEqual(['time', 'a', 'b']);
    expect(frames[0]?.data.values).toEqual([
      [10, 20, 30],
      [1, null, 3],
      [null, 2, 4],
    ]);
  });

  it('puts numbers without times in one row', () => {
    const { frames } = asTable(panel, [frame([field('a', 'number')], [1]), frame([field('b', 'number')], [2])]);
    expect(frames[0]?.data.values).toEqual([[1], [2]]);
  });
});
