import { describe, expect, it } from '@jest/globals';
import { HOUR, START } from '../../test/answers.js';
import { frame, panel, request, time } from '../../test/request.js';
import { drawPanel } from '../draw.js';
import type { ChartDrawing, DrawRequest } from '../drawing.js';
import { at, listAt, textAt } from '../read.js';

const times = [START, START + HOUR];
const waits = frame(
  time(times, HOUR),
  { name: 'queue_entries', labels: { le: '+Inf' }, values: [0, 2] },
  { name: 'queue_entries', labels: { le: '60' }, values: [4, null] },
  { name: 'queue_entries', labels: { le: '10' }, values: [8, 1] },
);
const options = { color: { mode: 'scheme', scheme: 'Blues', steps: 64 }, filterValues: { le: 1e-9 }, cellGap: 1 };

function draw(given: Partial<DrawRequest> & { readonly options?: Record<string, unknown> } = {}): ChartDrawing {
  const { options: changed = {}, ...rest } = given;
  const asked = panel({ type: 'heatmap', options: { ...options, ...changed } });
  const drawing = drawPanel(request({ panel: asked, frames: [waits], ...rest }));
  if (drawing.kind !== 'chart') throw new Error('A chart was asked for.');
  return drawing;
}

const rowsOf = ({ option }: ChartDrawing) => listAt(option, 'yAxis.data');
const cellsOf = ({ option }: ChartDrawing) =>
  listAt(at(option, 'series.0'), 'data').map((cell) => [textAt(cell, 'name', ''), ...listAt(cell, 'value')]);

/** The colours and texts as they are drawn, cell by cell, each row 20 pixels high and an hour 100 wide. */
function shapesOf({ option }: ChartDrawing) {
  const series = at(option, 'series.0') as { data: { value: number[] }[]; renderItem: (...given: object[]) => unknown };
  return series.data.map(({ value }, dataIndex) =>
    series.renderItem(
      { dataIndex, coordSys: { x: 0, width: 200 } },
      {
        value: (index: number) => value[index],
        coord: ([x = 0, y = 0]: number[]) => [((x - START) / HOUR) * 100, y * 20],
        size: () => [100, 20],
      },
    ),
  );
}

describe('heatmap', () => {
  it('has a row for each bucket, the least bound first, and a cell for each number', () => {
    const drawing = draw({ options: { yAxis: { unit: 's' } } });
    expect(rowsOf(drawing)).toEqual(['≤ 10 sec', '≤ 1 min', '∞']);
    expect(cellsOf(drawing)).toEqual([
      ['≤ 10 sec', START, START + HOUR, 0],
      ['≤ 10 sec', START + HOUR, START + 2 * HOUR, 0],
      ['≤ 1 min', START, START + HOUR, 1],
      ['∞', START + HOUR, START + 2 * HOUR, 2],
    ]);
    expect(drawing).toMatchObject({ empty: false, overTime: true, needs: ['shapes'] });
  });

  it('keeps the order of rows that are no bounds, with what people call them', () => {
    const rows = [
      { name: 'calls', labels: { wait_class: 'b' }, config: { displayNameFromDS: '11–20 s' }, values: [1, 2] },
      { name: 'calls', labels: { wait_class: 'a' }, config: { displayNameFromDS: '0–10 s' }, values: [3, 4] },
    ];
    expect(rowsOf(draw({ frames: [frame(time(times), ...rows)] }))).toEqual(['11–20 s', '0–10 s']);
  });

  it('colours from the least to the most, the other way round on a dark page', () => {
    const light = draw();
    expect(light.scale).toEqual({ colors: expect.any(Array), least: '1', most: '8' });
    expect([light.scale?.colors[0], light.scale?.colors.at(-1)]).toEqual(['#eff3ff', '#08519c']);
    const drawn = shapesOf(light).map((shape) => textAt(shape, 'style.fill', ''));
    expect([drawn[0], drawn[1]]).toEqual(['#08519c', '#eff3ff']);
    expect(draw({ theme: 'dark' }).scale?.colors[0]).toBe('#08519c');
    expect(draw({ options: { color: { ...options.color, reverse: true } } }).scale?.colors[0]).toBe('#08519c');
  });

  it('has as many colours as are asked for, between the bounds that are asked for', () => {
    const { scale } = draw({ options: { color: { ...options.color, steps: 2, min: 0, max: 100 } } });
    expect(new Set(scale?.colors)).toEqual(new Set(['#eff3ff', '#08519c']));
    expect([scale?.least, scale?.most]).toEqual(['0', '100']);
  });

  it('fills with one colour, the more the greater the value', () => {
    const color = { mode: 'opacity', fill: '#0000ff', scale: 'linear', steps: 3 };
    const drawn = shapesOf(draw({ options: { color } })).map((shape) => textAt(shape, 'style.fill', ''));
    expect(drawn).toEqual(['#0000ff', '#ffffff', '#8080ff', '#ffffff']);
  });

  it('writes numbers where there is room, and where the panel wants them', () => {
    const textIn = (showValue: string, cellValues = {}) =>
      textAt(shapesOf(draw({ options: { showValue, cellValues } }))[0], 'textContent.style.text', '');
    expect([textIn('never'), textIn('auto'), textIn('auto', { unit: 's', decimals: 1 })]).toEqual(['', '8', '8.0 sec']);
  });

  it('leaves out what the panel filters, and says so only where nothing was known', () => {
    expect(cellsOf(draw({ options: { filterValues: { le: 1, ge: 8 } } }))).toHaveLength(2);
    expect(draw({ options: { filterValues: { le: 100 } } })).toMatchObject({ empty: false, scale: null });
    expect(draw({ frames: [frame(time(times), { values: [null, null] })] }).empty).toBe(true);
    expect(draw({ options: { legend: { show: false } } }).scale).toBeNull();
  });

  it('tells of a cell its bucket, its row and its number', () => {
    const tooltip = draw().option.tooltip as { formatter: (pointed: unknown) => string };
    expect(tooltip.formatter({ dataIndex: 2 })).toBe('Mon, Nov 16, 2026, 00:00 – Mon, Nov 16, 2026, 01:00\n≤ 60: 4');
  });

  it('names colours that it does not know', () => {
    expect(() => draw({ options: { color: { scheme: 'Turbo' } } })).toThrow('"Turbo"');
  });
});
