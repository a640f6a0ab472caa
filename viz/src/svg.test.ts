import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, START } from '../test/answers.js';
import { frame, panel, request, time } from '../test/request.js';
import type { Frame } from './frame.js';
import { drawPanel } from './draw.js';
import { toSvg } from './svg.js';

const over = time([START, START + DAY]);
const picture = { width: 400, height: 200, theme: 'light' as const };

const draw = (type: string, frames: readonly Frame[], options = {}, fieldConfig = {}) =>
  drawPanel(
    request({
      panel: panel({ type, title: 'A & B', options, fieldConfig: { defaults: fieldConfig, overrides: [] } }),
      frames,
    }),
  );

/** The texts of a picture, with where they begin or end. */
const textsIn = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, anchor, text]) => ({ x: Number(x), y: Number(y), anchor, text }),
  );

describe('toSvg', () => {
  it('says what it shows, in safe text, with its legend', () => {
    const svg = toSvg(draw('timeseries', [frame(over, { name: '<b>calls</b>', values: [1, 2] })]), 'A & B', picture);
    expect(svg).toMatch(
      /^<svg [^>]*role="img"[^>]*><title>A &amp; B<\/title><desc>A &amp; B, &lt;b&gt;calls&lt;\/b&gt;, Mon, Nov 16.*<\/desc>/,
    );
    expect(svg).not.toContain('<b>');
    expect(textsIn(svg).map(({ text }) => text)).toContain('&lt;b&gt;calls&lt;/b&gt;');
  });

  it('stands on the ground of its theme', () => {
    const drawing = draw('stat', [frame({ values: [7] })]);
    expect(toSvg(drawing, '', picture)).toContain('fill="#ffffff"');
    expect(toSvg(drawing, '', { ...picture, theme: 'dark' })).toContain('fill="#242424"');
  });

  it('says that nothing is known', () => {
    expect(textsIn(toSvg(draw('table', []), '', picture)).map(({ text }) => text)).toEqual(['–']);
  });

  it('shows numbers beside one another as large as the longest has room', () => {
    const two = [frame({ name: 'RUB', values: [1234567890] }, { name: 'USD', values: [5] })];
    const options = { text: { valueSize: 60 } };
    const svg = toSvg(draw('stat', two, options), '', picture);
    const sizes = [...svg.matchAll(/font-size="([\d.]+)" font-weight/g)].map(([, size]) => Number(size));
    expect(new Set(sizes).size).toBe(1);
    expect(10 * 0.6 * sizes[0]!).toBeLessThanOrEqual(200);
    expect(sizes[0]).toBeGreaterThan(20);
    const curve = [frame(over, { values: [1, 2] })];
    expect(toSvg(draw('stat', curve, { graphMode: 'area' }), '', picture)).toMatch(/<path d="M[\d. L]+"/);
  });

  it('shows bars as long as their numbers', () => {
    const svg = toSvg(draw('bargauge', [frame({ name: 'a', values: [10] }, { name: 'b', values: [40] })], {}, { min: 0 }), '', picture); // prettier-ignore
    const [, short, long] = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(long! / short!).toBeCloseTo(4, 1);
  });

  it('shows the rows of a table in its order, and how many there are no room for', () => {
    const rows = Array.from({ length: 30 }, (_, row) => row);
    const drawing = draw('table', [frame({ name: 'calls', values: rows })], { sortBy: [{ displayName: 'calls', desc: true }] }); // prettier-ignore
    const texts = textsIn(toSvg(drawing, '', picture)).map(({ text }) => text);
    expect(texts.slice(0, 3)).toEqual(['calls', '29', '28']);
    expect(texts.at(-1)).toBe(`… +${30 - (texts.length - 2)}`);
  });

  it('wraps a legend that is longer than a line, and cuts one that is higher than its part', () => {
    const many = (count: number) =>
      frame(over, ...Array.from({ length: count }, (_, i) => ({ name: `A rather long name ${i}`, values: [i, i] })));
    const legend = textsIn(toSvg(draw('timeseries', [many(5)]), '', picture));
    expect(new Set(legend.map(({ y }) => y)).size).toBeGreaterThan(1);
    expect(legend).toHaveLength(5);
    const cut = textsIn(toSvg(draw('timeseries', [many(40)]), '', picture)).map(({ text }) => text);
    expect(cut.at(-1)).toBe(`… +${40 - (cut.length - 1)}`);
  });

  it('shows a legend at the right with its numbers, within the picture', () => {
    const options = { legend: { displayMode: 'table', placement: 'right', values: ['value', 'percent'] } };
    const svg = toSvg(draw('piechart', [frame({ name: 'a', values: [30] }, { name: 'b', values: [10] })], options), '', picture); // prettier-ignore
    expect(textsIn(svg).map(({ text }) => text)).toEqual(['a', '30', '75.0%', 'b', '10', '25.0%']);
    const left = Number(/<g transform="translate\(([\d.]+)/.exec(svg)?.[1]);
    for (const { x } of textsIn(svg)) expect(left + x).toBeLessThanOrEqual(400);
  });

  it('shows the colours of a heatmap and what they mean', () => {
    const rows = frame(time([START, START + HOUR], HOUR), { name: 'a', values: [1, 9] });
    const svg = toSvg(draw('heatmap', [rows], { color: { scheme: 'Blues' } }), '', picture);
    expect(textsIn(svg).map(({ text }) => text)).toEqual(['1', '9']);
    for (const color of ['#eff3ff', '#08519c']) expect(svg.split(color).length - 1).toBeGreaterThan(1);
  });
});
