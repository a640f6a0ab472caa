import { describe, expect, it } from '@jest/globals';
import { frame, panel, request } from '../../test/request.js';
import { drawPanel } from '../draw.js';
import type { ChartDrawing, DrawRequest } from '../drawing.js';
import { at, listAt, textAt } from '../read.js';

const days = frame(
  { name: 'day', type: 'string', values: ['Mon', 'Tue'] },
  { name: 'answered', values: [30, 10] },
  { name: 'lost', values: [10, null] },
);

function draw(options: Record<string, unknown> = {}, given: Partial<DrawRequest> = {}): ChartDrawing {
  const fieldConfig = {
    defaults: { color: { mode: 'palette-classic' }, custom: { fillOpacity: 80, lineWidth: 1 } },
    overrides: [],
  };
  const drawing = drawPanel(
    request({ panel: panel({ type: 'barchart', options, fieldConfig }), frames: [days], ...given }),
  );
  if (drawing.kind !== 'chart') throw new Error('A chart was asked for.');
  return drawing;
}

const seriesOf = ({ option }: ChartDrawing) => [option.series ?? []].flat();
const valuesOf = (drawing: ChartDrawing) =>
  seriesOf(drawing).map((one) => listAt(one, 'data').map((datum) => at(datum, 'value')));

describe('barchart', () => {
  it('has a group for each row and a bar for each column of numbers', () => {
    const drawing = draw();
    expect(at(drawing.option, 'xAxis.data')).toEqual(['Mon', 'Tue']);
    expect(seriesOf(drawing).map(({ name }) => name)).toEqual(['answered', 'lost']);
    expect(valuesOf(drawing)).toEqual([
      [[0, 30], [1, 10]],
      [[0, 10], [1, null]],
    ]); // prettier-ignore
    expect(drawing.legend.map(({ name }) => name)).toEqual(['answered', 'lost']);
    expect(drawing).toMatchObject({ overTime: false, empty: false });
  });

  it('lies down where it is told to, the first row on top, or where it is higher than wide', () => {
    for (const drawing of [draw({ orientation: 'horizontal' }), draw({ orientation: 'auto' }, { width: 90 })]) {
      expect(drawing.option.yAxis).toMatchObject({ type: 'category', data: ['Mon', 'Tue'], inverse: true });
      expect(at(drawing.option, 'xAxis.0.position')).toBe('bottom');
      expect(valuesOf(drawing)[0]).toEqual([[30, 0], [10, 1]]); // prettier-ignore
    }
    expect(at(draw({ orientation: 'vertical' }, { width: 90 }).option, 'xAxis.type')).toBe('category');
  });

  it('stacks, also as parts of the whole', () => {
    const stacks = (drawing: ChartDrawing) => new Set(seriesOf(drawing).map((one) => textAt(one, 'stack', '')));
    expect([stacks(draw()), stacks(draw({ stacking: 'normal' })).size]).toEqual([new Set(['']), 1]);
    const parts = draw({ stacking: 'percent' });
    expect(valuesOf(parts)).toEqual([
      [[0, 75], [1, 100]],
      [[0, 25], [1, null]],
    ]); // prettier-ignore
    expect(at(parts.option, 'yAxis.0.max')).toBe(100);
  });

  it('writes values where there is room, always or never', () => {
    const shown = (options: Record<string, unknown>, width: number) =>
      seriesOf(draw({ orientation: 'vertical', ...options }, { width })).map((one) => at(one, 'label.show'));
    expect(shown({ showValue: 'auto' }, 600)).toEqual([true, true]);
    expect(shown({ showValue: 'auto' }, 50)).toEqual([false, false]);
    expect(shown({ showValue: 'always' }, 50)).toEqual([true, true]);
    expect(shown({ showValue: 'never' }, 600)).toEqual([false, false]);
    const [label] = seriesOf(draw({ text: { valueSize: 15 } })).map((one) => at(one, 'label'));
    const { formatter } = label as { formatter: (given: { dataIndex: number }) => string };
    expect(formatter({ dataIndex: 0 })).toBe('30');
    expect(at(label, 'fontSize')).toBe(15);
  });

  it('makes bars of columns of one number each, in their own colours', () => {
    const wide = frame({ name: 'web', values: [3] }, { name: 'sms', values: [5] });
    const drawing = draw({}, { frames: [wide] });
    expect(at(drawing.option, 'xAxis.data')).toEqual(['web', 'sms']);
    expect(valuesOf(drawing)).toEqual([[[0, 3], [1, 5]]]); // prettier-ignore
    const colors = listAt(seriesOf(drawing)[0], 'data').map((datum) => at(datum, 'itemStyle.color'));
    expect(new Set(colors).size).toBe(2);
    expect(drawing.legendMode).toBe('hidden');
  });

  it('calls rows by the column that is named, and colours them by another', () => {
    const named = frame(
      { name: 'a', type: 'string', values: ['x', 'y'] },
      { name: 'b', type: 'string', values: ['p', 'q'] },
      { name: 'calls', values: [1, 9] },
    );
    const fieldConfig = {
      defaults: {
        color: { mode: 'thresholds' },
        thresholds: { mode: 'absolute', steps: [{ value: null, color: '#007000' }, { value: 5, color: '#c00000' }] },
      },
      overrides: [],
    }; // prettier-ignore
    const options = { xField: 'b', colorByField: 'calls' };
    const drawing = draw({}, { panel: panel({ type: 'barchart', options, fieldConfig }), frames: [named] });
    expect(at(drawing.option, 'xAxis.data')).toEqual(['p', 'q']);
    const colors = listAt(seriesOf(drawing)[0], 'data').map((datum) => at(datum, 'itemStyle.color'));
    expect(colors).toEqual(['#007000', '#c00000']);
  });

  it('turns and cuts names, and tells what the legend is to tell', () => {
    const drawing = draw({ xTickLabelRotation: -45, xTickLabelMaxLength: 2, legend: { calcs: ['max', 'sum'] } });
    expect(at(drawing.option, 'xAxis.axisLabel.rotate')).toBe(45);
    const { formatter } = at(drawing.option, 'xAxis.axisLabel') as { formatter: (name: string) => string };
    expect(formatter('Monday')).toBe('Mo…');
    expect(drawing.legend[0]?.values).toEqual([
      { told: 'max', text: '30' },
      { told: 'sum', text: '40' },
    ]);
  });

  it('tells of a row all its bars, the largest first', () => {
    const options = { tooltip: { mode: 'multi', sort: 'desc' } };
    const tooltip = draw(options).option.tooltip as { formatter: (pointed: unknown) => string; trigger: string };
    expect(tooltip.trigger).toBe('axis');
    expect(
      tooltip.formatter([
        { dataIndex: 0, seriesIndex: 1 },
        { dataIndex: 0, seriesIndex: 0 },
      ]),
    ).toBe('Mon\nanswered: 30\nlost: 10');
  });
});
