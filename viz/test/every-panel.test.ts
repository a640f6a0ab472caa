import { describe, expect, it } from '@jest/globals';
import { applyVariables } from '../src/apply-variables.js';
import { toCsv } from '../src/csv.js';
import { drawPanel } from '../src/draw.js';
import { contrast, readColor } from '../src/color.js';
import type { Drawing, Theme } from '../src/drawing.js';
import { surroundings } from '../src/palette.js';
import { escape } from '../src/svg/element.js';
import { toSvg } from '../src/svg.js';
import { initialValues } from '../src/variables.js';
import { answerTo } from './answers.js';
import { boards } from './boards.js';
import { request } from './request.js';
import { drawnPanels } from '../src/dashboard.js';

const cases = boards.flatMap(([file, board]) =>
  drawnPanels(board).map((panel) => [`${file} ${panel.id} ${panel.title}`, board, panel] as const),
);

describe('every panel of every board', () => {
  it('is there', () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  it.each(cases)('is drawn: %s', (_name, board, panel) => {
    const values = initialValues(board);
    const frames = (panel.targets ?? []).flatMap((target) => answerTo(applyVariables(target, values)));
    const context = { range: board.time, values, adHoc: [] };
    for (const theme of ['light', 'dark'] as const) {
      const asked = request({ panel, frames, theme, links: context, annotations: [noted] });
      const drawing = drawPanel(asked);
      expect(drawing.empty).toBe(false);
      expect(drawing.label).toContain(panel.title);
      expect(JSON.stringify(linksIn(drawing))).not.toContain('${');
      expect(linksToNothing(drawing)).toEqual([]);
      expect(edgesIn(drawing).filter((edge) => !isSeen(edge, theme))).toEqual([]);
      if (theme === 'dark') continue;
      const svg = toSvg(drawing, 'A picture', { width: 800, height: 300, theme });
      expect(svg).toMatch(drawing.kind === 'chart' ? /<path|<rect/ : /<text/);
      expect(lettersIn(svg).filter((size) => size < 11)).toEqual([]);
      expect(namesIn(drawing).filter((name) => !svg.includes(`>${name}`))).toEqual([]);
    }
    expect(toCsv(request({ panel, frames })).split('\r\n').length).toBeGreaterThan(2);
  });

  it.each(cases)('is drawn without data: %s', (_name, _board, panel) => {
    expect(
      drawPanel(request({ panel, frames: [{ schema: { meta: {}, fields: [] }, data: { values: [] } }] })).empty,
    ).toBe(true);
  });
});

const noted = { time: Date.parse('2026-11-18T12:00:00Z'), text: 'Release', tags: [] };

/** The colours that lines and the edges of areas have. */
function edgesIn(drawing: Drawing): string[] {
  switch (drawing.kind) {
    case 'chart':
      return drawing.legend.map(({ edge }) => edge);
    case 'bargauge':
      return drawing.model.bars.map(({ edge }) => edge);
    case 'table':
      return drawing.model.rows.flat().flatMap(({ gauge }) => gauge?.edge ?? []);
    case 'stat':
      return [];
  }
}

function isSeen(color: string, theme: Theme): boolean {
  const [ink, paper] = [readColor(color), readColor(surroundings[theme].background)];
  return ink !== null && paper !== null && contrast(ink, paper) >= 3;
}

/** The sizes of letters in a picture, in pixels. */
function lettersIn(svg: string): number[] {
  return [...svg.matchAll(/font-size[=:]"?(\d+(?:\.\d+)?)|font:[^;"]*?(\d+)px/g)].map(([, own, library]) =>
    Number(own ?? library),
  );
}

/** What has to be read of a panel, also where its room is small: the first of its names or numbers. */
function namesIn(drawing: Drawing): string[] {
  const texts = {
    chart: () => (drawing.kind === 'chart' ? drawing.legend.map(({ name }) => name) : []),
    stat: () => (drawing.kind === 'stat' ? drawing.model.tiles.map(({ text }) => text) : []),
    bargauge: () => (drawing.kind === 'bargauge' ? drawing.model.bars.map(({ text }) => text) : []),
    table: () => (drawing.kind === 'table' ? (drawing.model.rows[0] ?? []).map(({ text }) => text) : []),
  }[drawing.kind]();
  return texts.slice(0, 2).map((text) => escape(text).slice(0, 4));
}

function linksIn(drawing: Drawing): unknown {
  switch (drawing.kind) {
    case 'chart':
      return [drawing.links, drawing.legend.map(({ links }) => links)];
    case 'stat':
      return drawing.model.tiles.map(({ links }) => links);
    case 'bargauge':
      return drawing.model.bars.map(({ links }) => links);
    case 'table':
      return drawing.model.rows.flat().map(({ links }) => links);
  }
}

/** What is left over is no group, and the span before lies outside of the range: no filter would show what they count. */
function linksToNothing(drawing: Drawing): unknown[] {
  const hasNone = (name: string | undefined) => /^Others|\(previous [a-z]+\)$/.test(name ?? '');
  switch (drawing.kind) {
    case 'chart':
      return Object.entries(drawing.links).flatMap(([name, links]) => (hasNone(name) ? links : []));
    case 'stat':
      return drawing.model.tiles.flatMap(({ name, links }) => (name === 'Before' ? links : []));
    case 'bargauge':
      return drawing.model.bars.flatMap(({ name, links }) => (hasNone(name) ? links : []));
    case 'table':
      return drawing.model.rows.flatMap((row) => (hasNone(row[0]?.text) ? row.flatMap(({ links }) => links) : []));
  }
}
