import { describe, expect, it } from '@jest/globals';
import { drawPanel } from '../src/draw.js';
import type { Panel } from '../src/dashboard.js';
import type { Frame } from '../src/frame.js';
import { tableModel } from '../src/models/table.js';
import { barchart } from '../src/panels/barchart.js';
import { heatmap } from '../src/panels/heatmap.js';
import { stateTimeline } from '../src/panels/state-timeline.js';
import { timeseries } from '../src/panels/timeseries.js';
import { prepare } from '../src/prepare.js';
import type { Prepared } from '../src/prepared.js';
import { type Honoured, panelTypes } from '../src/registry.js';
import { HOUR, START } from './answers.js';
import { frame, panel, request, time } from './request.js';

/** Options that may say anything because what they are about is not there, or because another option makes them idle. */
const idle: Readonly<Record<string, readonly string[]>> = {
  geomap: ['basemap.', 'view.'],
  bargauge: ['legend.'],
  heatmap: ['exemplars.'],
  piechart: ['tooltip.sort'],
  'state-timeline': ['tooltip.sort'],
};

const times = [START, START + HOUR, START + 2 * HOUR];
const overTime = [frame(time(times, HOUR), { name: 'a', labels: { le: '10' }, values: [1, 2, 3] })];
const places = [
  frame(
    { name: 'latitude', values: [55.7] },
    { name: 'longitude', values: [37.6] },
    { name: 'calls', values: [3] },
    { name: 'place', type: 'string', values: ['Moscow'] },
  ),
];
const states = [frame(time(times), { name: 'anna', type: 'string', values: ['busy', null, 'paused'] })];
const framesOf: Readonly<Record<string, readonly Frame[]>> = {
  geomap: places,
  table: places,
  'state-timeline': states,
};

/** A copy that notes where it was read: a.b, members of lists as a[]. */
function noted(value: unknown, read: Set<string>, path = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key, receiver) {
      const found: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || (Array.isArray(target) && !/^\d+$/.test(key))) return found;
      const place = Array.isArray(target) ? `${path}[]` : path === '' ? key : `${path}.${key}`;
      read.add(place);
      return noted(found, read, place);
    },
  });
}

/** Saved settings with something at every path. */
function settings(paths: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [path, value] of paths) {
    let place: Record<string, unknown> = made;
    const parts = path.split('.');
    parts.forEach((part, index) => {
      const name = part.replace('[]', '');
      if (index === parts.length - 1) place[name] = value;
      else if (part === name) place = (place[name] ??= {}) as Record<string, unknown>;
      else place = ((place[name] ??= [{}]) as [Record<string, unknown>])[0];
    });
  }
  return made;
}

/** Values that make something of the frames above; all else can be 1. */
const guesses: Readonly<Record<string, unknown>> = {
  'layers[].location.latitude': 'latitude',
  'layers[].location.longitude': 'longitude',
  'filterValues.le': 0,
  'filterValues.ge': 9,
  frameIndex: 0,
  'sortBy[].displayName': 'calls',
};
const anything = (path: string): unknown => guesses[path] ?? 1;

/** Every path has its first alternative, then one after the other each of its others. */
function variants(paths: Honoured): Record<string, unknown>[] {
  const first = Object.entries(paths).flatMap(([path, allowed]) =>
    allowed === 'any' ? [[path, anything(path)] as const] : allowed.length > 0 ? [[path, allowed[0]] as const] : [],
  );
  const others = Object.entries(paths).flatMap(([path, allowed]) =>
    allowed === 'any'
      ? []
      : allowed.slice(1).map((value) => first.map(([name, usual]) => [name, name === path ? value : usual] as const)),
  );
  const listed = (all: readonly (readonly [string, unknown])[]) =>
    all.map(([path, value]) => [path, /calcs$|legend\.values$|displayLabels$/.test(path) ? [value] : value] as const);
  return [first, ...others].map((all) => settings(listed(all)));
}

/** What has to be looked at: what may be one thing or another. */
const choices = (type: string, paths: Honoured): string[] =>
  Object.entries(paths)
    .filter(([, allowed]) => allowed === 'any' || allowed.length > 1)
    .filter(([path]) => !idle[type]?.some((it) => path.startsWith(it)))
    .map(([path]) => path);

describe('what is said to be honoured', () => {
  it.each(Object.entries(panelTypes))('is looked at: options of %s', (type, { options }) => {
    const read = new Set<string>();
    for (const variant of variants(options)) {
      const asked: Panel = panel({ type, options: noted(variant, read) as Record<string, unknown> });
      drawPanel(request({ panel: asked, frames: framesOf[type] ?? overTime }));
    }
    expect(choices(type, options).filter((path) => !read.has(path))).toEqual([]);
  });

  const drawers: Readonly<Record<string, (asked: Panel, prepared: Prepared) => unknown>> = {
    timeseries: (asked, prepared) => timeseries(request({ panel: asked }), prepared),
    barchart: (asked, prepared) => barchart(request({ panel: asked }), prepared),
    heatmap: (asked, prepared) => heatmap(request({ panel: asked }), prepared),
    'state-timeline': (asked, prepared) => stateTimeline(request({ panel: asked }), prepared),
    table: (asked, prepared) => tableModel(asked.options, prepared),
  };

  it.each(Object.entries(panelTypes).filter(([, { custom }]) => Object.keys(custom).length > 0))(
    'is looked at: fields of %s',
    (type, { custom }) => {
      const read = new Set<string>();
      for (const variant of variants(custom)) {
        const asked = panel({ type, fieldConfig: { defaults: { custom: variant }, overrides: [] } });
        const { frames, palette } = prepare(request({ panel: asked, frames: framesOf[type] ?? overTime }));
        const watched = frames.map((one) => ({
          ...one,
          fields: one.fields.map((field) => ({
            ...field,
            custom: noted(field.custom, read) as Record<string, unknown>,
          })),
        }));
        drawers[type]!(asked, { frames: watched, palette });
      }
      expect(choices(type, custom).filter((path) => !read.has(path))).toEqual([]);
    },
  );
});
