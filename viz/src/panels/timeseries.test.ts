import { describe, expect, it } from '@jest/globals';
import { frame, panel, request, time } from '../../test/request.js';
import { drawPanel } from '../draw.js';
import type { ChartDrawing, DrawRequest } from '../drawing.js';
import { at, listAt } from '../read.js';

const HOUR = 3_600_000;
const hours = (count: number) => Array.from({ length: count }, (_, hour) => hour * HOUR);

function draw(
  custom: Record<string, unknown>,
  columns: Parameters<typeof frame>,
  more: {
    defaults?: object;
    overrides?: NonNullable<DrawRequest['panel']['fieldConfig']>['overrides'];
    given?: Partial<DrawRequest>;
  } = {},
): ChartDrawing {
  const fieldConfig = { defaults: { custom, ...more.defaults }, overrides: more.overrides ?? [] };
  const asked = request({
    panel: panel({ type: 'timeseries', fieldConfig, options: { tooltip: { mode: 'multi', sort: 'desc' } } }),
    frames: [frame(...columns)],
    timeZone: 'UTC',
    range: { from: 0, to: 6 * HOUR },
    ...more.given,
  });
  const drawing = drawPanel(asked);
  if (drawing.kind !== 'chart') throw new Error('A chart was asked for.');
  return drawing;
}

const dataOf = (drawing: ChartDrawing, index = 0) => at(listAt(drawing.option, 'series')[index], 'data');

describe('lines', () => {
  it('keep gaps as gaps', () => {
    expect(dataOf(draw({}, [time(hours(3)), { values: [1, null, 3] }]))).toEqual([
      [0, 1],
      [HOUR, null],
      [2 * HOUR, 3],
    ]);
  });

  it('bridge gaps that are shorter than the panel says, and no others', () => {
    const values = [1, null, 3, null, null, 6];
    const data = dataOf(draw({ spanNulls: 2 * HOUR + 1 }, [time(hours(6)), { values }]));
    expect(data).toEqual([
      [0, 1],
      [2 * HOUR, 3],
      [3 * HOUR, null],
      [4 * HOUR, null],
      [5 * HOUR, 6],
    ]);
    expect(dataOf(draw({ spanNulls: 2 * HOUR }, [time(hours(3)), { values: [1, null, 3] }]))).toHaveLength(3);
    expect(dataOf(draw({ spanNulls: true }, [time(hours(6)), { values }]))).toEqual([
      [0, 1],
      [2 * HOUR, 3],
      [5 * HOUR, 6],
    ]);
  });

  it('mark a point that stands alone', () => {
    const drawing = draw({ showPoints: 'never' }, [time(hours(4)), { values: [null, 2, null, 4] }]);
    const size = at(listAt(drawing.option, 'series')[0], 'symbolSize') as (value: unknown, point: object) => number;
    expect([1, 3].map((dataIndex) => size(null, { dataIndex }))).toEqual([5, 5]);
    const joined = draw({ showPoints: 'never' }, [time(hours(3)), { values: [1, 2, 3] }]);
    const none = at(listAt(joined.option, 'series')[0], 'symbolSize') as (value: unknown, point: object) => number;
    expect([0, 1, 2].map((dataIndex) => none(null, { dataIndex }))).toEqual([0, 0, 0]);
  });
});

describe('bars', () => {
  it('stand in the middle of their buckets, also of a day that is an hour short', () => {
    // Berlin, 29 March 2026.
    const days = ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'].map((day) => Date.parse(day));
    const drawing = draw({ drawStyle: 'bars' }, [time(days, 24 * HOUR), { values: [10, 20] }], {
      given: { timeZone: 'Europe/Berlin', range: { from: days[0]!, to: days[1]! + HOUR } },
    });
    expect(dataOf(drawing)).toEqual([
      [days[0]! + 11.5 * HOUR, 10],
      [days[1]! + 12 * HOUR, 20],
    ]);
    expect(at(drawing.option, 'xAxis.max')).toBe(days[1]! + 24 * HOUR);
  });

  it('have a ghost of before that steps at their edges', () => {
    const drawing = draw(
      { drawStyle: 'bars', barWidthFactor: 0.9 },
      [time(hours(2), HOUR), { name: 'a', values: [1, 2] }, { name: 'a (previous week)', values: [3, 4] }],
      {
        overrides: [
          {
            matcher: { id: 'byRegexp', options: '/\\(previous [a-z]+\\)$/' },
            properties: [
              { id: 'custom.drawStyle', value: 'line' },
              { id: 'custom.lineInterpolation', value: 'stepAfter' },
              { id: 'custom.lineStyle', value: { fill: 'dash', dash: [6, 6] } },
            ],
          },
        ],
      },
    );
    expect(listAt(drawing.option, 'series')).toMatchObject([
      {
        type: 'bar',
        barCategoryGap: '10%',
        data: [
          [HOUR / 2, 1],
          [1.5 * HOUR, 2],
        ],
      },
      {
        type: 'line',
        step: 'middle',
        lineStyle: { type: [6, 6] },
        data: [
          [HOUR / 2, 3],
          [1.5 * HOUR, 4],
        ],
      },
    ]);
    expect(drawing.legend.map(({ dashed }) => dashed)).toEqual([false, true]);
  });
});

describe('stacks', () => {
  const columns: Parameters<typeof frame> = [
    time(hours(3)),
    { name: 'a', values: [1, 3, null] },
    { name: 'b', values: [3, 1, null] },
  ];

  it('lie on one another within a unit', () => {
    const series = listAt(draw({ stacking: { mode: 'normal', group: 'A' } }, columns).option, 'series');
    expect(new Set(series.map((one) => at(one, 'stack'))).size).toBe(1);
    expect(at(series[0], 'stack')).toBeDefined();
    expect(
      listAt(draw({ stacking: { mode: 'none', group: 'A' } }, columns).option, 'series').map((one) => at(one, 'stack')),
    ).toEqual([undefined, undefined]);
  });

  it('of 100 % are shares of what is there', () => {
    const drawing = draw({ stacking: { mode: 'percent', group: 'A' } }, columns);
    expect(dataOf(drawing, 0)).toEqual([
      [0, 25],
      [HOUR, 75],
      [2 * HOUR, null],
    ]);
    expect(dataOf(drawing, 1)).toEqual([
      [0, 75],
      [HOUR, 25],
      [2 * HOUR, null],
    ]);
    expect(listAt(drawing.option, 'yAxis')).toMatchObject([{ max: 100 }]);
  });
});

describe('what is no data', () => {
  it('is drawn as marks: thresholds across, what people noted at its time', () => {
    const steps = [
      { value: null, color: '#000000' },
      { value: 75, color: '#c02000' },
    ];
    const drawing = draw({ thresholdsStyle: { mode: 'dashed' } }, [time(hours(2)), { values: [80, 70] }], {
      defaults: { thresholds: { mode: 'absolute', steps } },
      given: {
        annotations: [
          { time: HOUR, timeEnd: 2 * HOUR, text: 'Outage', tags: [] },
          { time: 99 * HOUR, text: 'Later', tags: [] },
        ],
      },
    });
    const [, limits, marks] = listAt(drawing.option, 'series');
    expect(limits).toMatchObject({
      yAxisIndex: 0,
      markLine: { data: [{ yAxis: 75, lineStyle: { color: '#c02000', type: 'dashed' } }] },
    });
    expect(marks).toMatchObject({
      markLine: { data: [{ xAxis: HOUR, name: 'Outage' }] },
      markArea: { data: [[{ xAxis: HOUR }, { xAxis: 2 * HOUR }]] },
    });
    expect(at(drawing.option, 'legend.data')).toEqual(['value']);
  });

  it('is a threshold for each unit, across the axis of that unit', () => {
    const limited = (options: string, value: number) => ({
      matcher: { id: 'byName', options },
      properties: [
        {
          id: 'thresholds',
          value: {
            mode: 'absolute',
            steps: [
              { value: null, color: 'text' },
              { value, color: 'red' },
            ],
          },
        },
        { id: 'custom.thresholdsStyle', value: { mode: 'dashed' } },
      ],
    });
    const columns = [
      { name: 'EUR', values: [3, 4], config: { unit: 'currencyEUR' } },
      { name: 'RUB', values: [1500, 2500], config: { unit: 'currencyRUB' } },
      { name: 'USD', values: [8, 9], config: { unit: 'currencyUSD' } },
    ];
    const overrides = [limited('USD', 10), limited('RUB', 2000)];
    const { option } = draw({}, [time(hours(2)), ...columns], { overrides });
    const across = listAt(option, 'series').slice(columns.length);
    expect(
      across.map((one) => [at(one, 'yAxisIndex'), listAt(one, 'markLine.data').map((line) => at(line, 'yAxis'))]),
    ).toEqual([
      [1, [2000]],
      [2, [10]],
    ]);
  });
});

describe('tooltips', () => {
  it('tell the time of the zone and the largest first, as text', () => {
    const drawing = draw(
      {},
      [time(hours(2)), { name: 'few {a|b}', values: [1, 2] }, { name: 'many', values: [1000, 2000] }],
      {
        defaults: { unit: 'locale', decimals: 0 },
      },
    );
    const tell = at(drawing.option, 'tooltip.formatter') as (pointed: unknown) => string;
    const pointed = [0, 1].map((seriesIndex) => ({ seriesIndex, dataIndex: 1, marker: '' }));
    expect(tell(pointed)).toBe('Thu, Jan 1, 1970, 01:00\nmany: 2,000\nfew {\u200ba|b}: 2');
    expect(at(drawing.option, 'tooltip.renderMode')).toBe('richText');
  });
});

describe('axes', () => {
  it('reach as far as the panel wishes, and further where a number does', () => {
    const [axis] = listAt(draw({ axisSoftMax: 2500 }, [time(hours(2)), { values: [400, 900] }]).option, 'yAxis');
    const maximum = at(axis, 'max') as (extent: { max: number }) => number;
    expect([maximum({ max: 900 }), maximum({ max: 3100 })]).toEqual([2500, 3100]);
  });

  it('are one for each unit', () => {
    const drawing = draw({ axisSoftMin: 0 }, [
      time(hours(2)),
      { name: 'n', values: [1, 2], config: { unit: 'locale', decimals: 0 } },
      { name: 't', values: [100, 200], config: { unit: 's' } },
    ]);
    expect(listAt(drawing.option, 'yAxis')).toMatchObject([
      { position: 'left', scale: false, minInterval: 1 },
      { position: 'right', interval: 60 },
    ]);
    expect(listAt(drawing.option, 'series').map((one) => at(one, 'yAxisIndex'))).toEqual([0, 1]);
  });

  it('of shares end at the whole, in quarters', () => {
    const [axis] = listAt(draw({}, [time(hours(2)), { values: [40, 96], config: { unit: 'percent', min: 0 } }]).option, 'yAxis'); // prettier-ignore
    expect(axis).toMatchObject({ max: 100, interval: 25 });
    const [low] = listAt(draw({}, [time(hours(2)), { values: [1, 12], config: { unit: 'percent' } }]).option, 'yAxis');
    expect([at(low, 'max'), at(low, 'interval')]).toEqual([undefined, undefined]);
  });

  it('tell small steps apart', () => {
    const drawing = draw({}, [time(hours(2)), { values: [0.01, 0.03], config: { unit: 'currencyUSD' } }]);
    const write = at(drawing.option, 'yAxis.0.axisLabel.formatter') as (value: number) => string;
    expect([0.015, 0.02].map(write)).toEqual(['$0.015', '$0.020']);
  });

  it('of bars begin at zero, of lines where the panel likes', () => {
    const scaleOf = (drawStyle: string) =>
      at(draw({ drawStyle }, [time(hours(2)), { values: [50, 60] }]).option, 'yAxis.0.scale');
    expect([scaleOf('bars'), scaleOf('line')]).toEqual([false, true]);
  });
});
