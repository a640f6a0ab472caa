import { describe, expect, it } from '@jest/globals';
import { DAY, END, HOUR, START } from '../test/answers.js';
import { frame, panel, request, time } from '../test/request.js';
import { drawPanel } from './draw.js';
import { type ChartDrawing, UnknownPanel } from './drawing.js';
import { at, listAt } from './read.js';
import { toSvg } from './svg.js';

const config = (defaults: Record<string, unknown>) => ({ defaults, overrides: [] });
const chart = (given: Parameters<typeof request>[0]): ChartDrawing => {
  const drawing = drawPanel(request(given));
  if (drawing.kind !== 'chart') throw new Error('A chart was asked for.');
  return drawing;
};

describe('drawPanel', () => {
  it('names a type that it does not know', () => {
    expect(() => drawPanel(request({ panel: panel({ type: 'candlestick' }) }))).toThrow(
      new UnknownPanel('candlestick'),
    );
    expect(() => drawPanel(request({ panel: panel({ type: 'constructor' }) }))).toThrow('"constructor"');
  });

  it('refuses to leave a transformation out', () => {
    const transformations = [{ id: 'organize' }];
    expect(() => drawPanel(request({ panel: panel({ type: 'stat', transformations }) }))).toThrow('"organize"');
  });
});

describe('stat', () => {
  const steps = [
    { value: null, color: '#007000' },
    { value: 5, color: '#c00000' },
  ];
  const options = {
    graphMode: 'area',
    colorMode: 'value',
    textMode: 'value_and_name',
    reduceOptions: { calcs: ['sum'] },
  };
  const fieldConfig = config({
    color: { mode: 'thresholds' },
    thresholds: { mode: 'absolute', steps },
    unit: 'locale',
    decimals: 0,
  });

  it('adds up what is known, colours the sum, and keeps gaps in the line', () => {
    const frames = [frame(time([0, HOUR, 2 * HOUR]), { name: 'calls', values: [4, null, 3] })];
    expect(drawPanel(request({ panel: panel({ type: 'stat', options, fieldConfig }), frames }))).toMatchObject({
      kind: 'stat',
      empty: false,
      label: 'Panel, calls 7',
      model: {
        tiles: [
          { name: 'calls', showName: true, text: '7', value: 7, color: '#c00000', sparkline: { values: [4, null, 3] } },
        ],
      },
    });
  });

  it('tells what is unknown from 0', () => {
    const frames = [frame({ name: 'none', values: [null] }, { name: 'zero', values: [0] })];
    expect(drawPanel(request({ panel: panel({ type: 'stat', options, fieldConfig }), frames }))).toMatchObject({
      model: {
        tiles: [
          { text: '–', value: null, sparkline: null },
          { text: '0', value: 0 },
        ],
      },
    });
  });
});

describe('bargauge', () => {
  it('measures all bars on one scale', () => {
    const frames = [frame({ name: 'a', values: [10] }, { name: 'b', values: [40] }, { name: 'c', values: [null] })];
    const drawn = panel({
      type: 'bargauge',
      options: { valueMode: 'text', maxVizHeight: 18 },
      fieldConfig: config({ min: 0 }),
    });
    expect(drawPanel(request({ panel: drawn, frames }))).toMatchObject({
      kind: 'bargauge',
      model: {
        maxBarHeight: 18,
        bars: [
          { name: 'a', share: 0.25 },
          { name: 'b', share: 1 },
          { name: 'c', share: 0, text: '–' },
        ],
      },
    });
  });
});

describe('table', () => {
  it('has cells with texts, colours, gauges and what they are sorted by', () => {
    const fieldConfig = {
      defaults: { custom: { align: 'auto', minWidth: 60 }, noValue: '–' },
      overrides: [
        {
          matcher: { id: 'byName', options: 'rate' },
          properties: [
            { id: 'displayName', value: 'Rate' },
            { id: 'custom.cellOptions', value: { type: 'color-text' } },
            {
              id: 'thresholds',
              value: {
                mode: 'absolute',
                steps: [
                  { value: null, color: '#c00000' },
                  { value: 50, color: '#007000' },
                ],
              },
            },
          ],
        },
        {
          matcher: { id: 'byName', options: 'times' },
          properties: [
            { id: 'min', value: 0 },
            { id: 'custom.width', value: 90 },
            { id: 'custom.cellOptions', value: { type: 'gauge', mode: 'basic', valueDisplayMode: 'text' } },
          ],
        },
      ],
    };
    const frames = [
      frame(
        { name: 'queue', type: 'string', values: ['a', ''], config: { filterable: true } },
        { name: 'rate', values: [40, 60], config: { unit: 'percent', decimals: 1 } },
        { name: 'times', values: [5, 10] },
      ),
    ];
    const options = { frameIndex: 0, sortBy: [{ displayName: 'Rate', desc: true }] };
    const drawing = drawPanel(request({ panel: panel({ type: 'table', options, fieldConfig }), frames }));
    expect(drawing).toMatchObject({
      kind: 'table',
      model: {
        columns: [
          { key: 'queue', align: 'left', minWidth: 60, filterKey: 'queue' },
          { key: 'rate', title: 'Rate', align: 'right', filterKey: null },
          { key: 'times', width: 90 },
        ],
        rows: [
          [
            { text: 'a', color: null },
            { text: '40.0%', value: 40, color: '#c00000', gauge: null },
            { gauge: { share: 0.5 } },
          ],
          [{ text: '–' }, { text: '60.0%', color: '#007000' }, { gauge: { share: 1 } }],
        ],
        sort: { column: 1, descending: true },
      },
    });
  });
});

describe('piechart', () => {
  const options = {
    pieType: 'pie',
    legend: { displayMode: 'table', placement: 'right', showLegend: true, values: ['value', 'percent'] },
  };

  it('shows parts of the whole, the largest first, and tells their shares', () => {
    const frames = [frame({ name: 'a', values: [1] }, { name: 'b', values: [3] }, { name: 'none', values: [null] })];
    const drawing = chart({
      panel: panel({ type: 'piechart', options, fieldConfig: config({ unit: 'locale' }) }),
      frames,
    });
    expect(listAt(listAt(drawing.option, 'series')[0], 'data')).toMatchObject([
      { name: 'b', value: 3 },
      { name: 'a', value: 1 },
    ]);
    expect(drawing).toMatchObject({ legendMode: 'table', legendPlacement: 'right' });
    expect(drawing.legend.map(({ name, values }) => [name, ...values.map(({ text }) => text)])).toEqual([
      ['b', '3', '75.0%'],
      ['a', '1', '25.0%'],
    ]);
  });

  it('has no shares of nothing', () => {
    const drawing = chart({ panel: panel({ type: 'piechart', options }), frames: [frame({ name: 'a', values: [0] })] });
    expect(drawing.legend[0]?.values[1]?.text).toBe('–');
  });
});

describe('state-timeline', () => {
  const states = (values: (string | null)[]) =>
    frame(time([START, START + HOUR, START + 2 * HOUR]), { name: 'anna', type: 'string', values });
  const data = (drawing: ChartDrawing) =>
    listAt(drawing.option, 'series').map((one) => [
      at(one, 'name'),
      listAt(one, 'data').map((item) => listAt(item, 'value')),
    ]);

  it('draws what lasted: joined where it goes on, closed by null, the last until now', () => {
    const drawn = panel({ type: 'state-timeline', options: { mergeValues: true } });
    expect(data(chart({ panel: drawn, frames: [states(['busy', 'busy', 'online'])] }))).toEqual([
      ['busy', [[START, START + 2 * HOUR, 0]]],
      ['online', [[START + 2 * HOUR, END, 0]]],
    ]);
    expect(data(chart({ panel: drawn, frames: [states(['busy', null, null])], now: START + DAY }))).toEqual([
      ['busy', [[START, START + HOUR, 0]]],
    ]);
  });

  it('keeps equal states apart where it is told to, and shows rows page by page', () => {
    const drawn = panel({ type: 'state-timeline', options: { mergeValues: false, perPage: 1 } });
    const drawing = chart({ panel: drawn, frames: [states(['busy', 'busy', null]), states([null, 'busy', null])] });
    expect(data(drawing)[0]?.[1]).toHaveLength(3);
    expect(at(drawing.option, 'dataZoom')).toMatchObject({ startValue: 0, endValue: 0 });
  });
});

describe('geomap', () => {
  const layer = {
    type: 'markers',
    location: { latitude: 'latitude', longitude: 'longitude' },
    config: { style: { size: { field: 'dialogues', min: 4, max: 20 } } },
  };
  const drawn = panel({ type: 'geomap', options: { layers: [layer] } });
  const places = frame(
    { name: 'location', type: 'string', values: ['55.7,37.6', '43.2,76.9', ''] },
    { name: 'latitude', values: [55.7, 43.2, null] },
    { name: 'longitude', values: [37.6, 76.9, null] },
    { name: 'dialogues', values: [1, 9, 5] },
  );

  it('marks places by their size, the largest first, and none that has no coordinates', () => {
    const drawing = chart({ panel: drawn, frames: [places], width: 800, height: 400 });
    expect(listAt(listAt(drawing.option, 'series')[0], 'data')).toMatchObject([
      { name: '43.2,76.9', value: [76.9, 43.2], symbolSize: 40 },
      { name: '55.7,37.6', value: [37.6, 55.7], symbolSize: 8 },
    ]);
    expect(drawing.needs).toEqual(['world']);
  });

  it('is drawn on land', () => {
    expect(
      toSvg(chart({ panel: drawn, frames: [places] }), 'Places', { width: 800, height: 400, theme: 'light' }).match(
        /<path/g,
      )?.length,
    ).toBeGreaterThan(100);
  });
});
