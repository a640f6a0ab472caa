import { describe, expect, it } from '@jest/globals';
import { drawn } from '../src/draw.js';
import type { Panel } from '../src/dashboard.js';
import { type Honoured, mappingResults, mappingTypes, matchers, panelTypes, standardPaths } from '../src/registry.js';
import { boardPaths } from './board-paths.js';
import { variablesOf } from '../src/variables.js';
import { boards, panels } from './boards.js';
import { leaves } from './paths.js';

/** What a panel's file says beside what is drawn, and why nothing is lost by not looking at it. */
const panelKeys: Readonly<Record<string, string>> = {
  id: 'read', type: 'read', title: 'read', description: 'read', gridPos: 'read', options: 'read', fieldConfig: 'read',
  targets: 'read', maxDataPoints: 'read', timeFrom: 'read', hideTimeOverride: 'read', collapsed: 'read', panels: 'read',
  transformations: 'refused',
  datasource: 'the one that the console is served by',
}; // prettier-ignore
/** Members of panels that must have this value, since nothing else is drawn. */
const fixedKeys: Readonly<Record<string, unknown>> = { transparent: false, repeatDirection: 'h' };
const matcherKeys = ['matcher', 'properties'];

function unhonoured(value: unknown, honoured: Honoured): string[] {
  return leaves(value).flatMap(([path, found]) => {
    const allowed = Object.hasOwn(honoured, path) ? honoured[path] : undefined;
    if (allowed === 'any') return [];
    if (allowed?.some((one) => one === found)) return [];
    return [`${path} = ${JSON.stringify(found)}`];
  });
}

function without(record: Readonly<Record<string, unknown>>, ...keys: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/** Standard properties, each value of them; of mappings, which have values for keys, the types and what they make. */
function unknownStandards({ mappings, ...properties }: Readonly<Record<string, unknown>>): string[] {
  const saved = (mappings ?? []) as readonly { type: string; options: Record<string, unknown> }[];
  const ofMappings = saved.flatMap(({ type, options, ...rest }) => {
    const results = type === 'value' ? Object.values(options) : [options['result']];
    return [
      ...(mappingTypes.some((known) => known === type) ? [] : [`mapping ${type}`]),
      ...Object.keys(rest).map((key) => `mapping.${key}`),
      ...results
        .flatMap((result) => Object.keys(result as object))
        .flatMap((key) => (mappingResults.some((known) => known === key) ? [] : [`mapping result ${key}`])),
    ];
  });
  return [...unhonoured(properties, standardPaths), ...ofMappings];
}

/** A name such as custom.lineStyle with its value, as it would stand in the defaults. */
function nested(id: string, value: unknown): Record<string, unknown> {
  return { [id.replace(/^custom\./, '')]: value };
}

/** Everything that a panel says and that nothing here looks at. */
export function driftOf(panel: Panel): string[] {
  const known = panelTypes[panel.type];
  if (!known || !drawn.includes(panel.type)) return [`the type ${panel.type}`];
  const { defaults, overrides } = panel.fieldConfig ?? { defaults: {}, overrides: [] };
  const members = Object.entries(panel).flatMap(([key, value]: [string, unknown]) =>
    key in panelKeys || (key in fixedKeys && fixedKeys[key] === value) ? [] : [key],
  );
  const ofOverrides = overrides.flatMap(({ matcher, properties, ...rest }) => [
    ...(matchers.some((id) => id === matcher.id) ? [] : [`matcher ${matcher.id}`]),
    ...Object.keys(rest).filter((key) => !matcherKeys.includes(key)),
    ...properties.flatMap(({ id, value }) =>
      id.startsWith('custom.') ? unhonoured(nested(id, value), known.custom) : unknownStandards({ [id]: value }),
    ),
  ]);
  return [
    ...members,
    ...unhonoured(panel.options, known.options),
    ...unknownStandards(without(defaults, 'custom')),
    ...unhonoured(defaults['custom'] ?? {}, known.custom),
    ...ofOverrides,
    ...(panel.transformations ?? []).map(({ id }) => `transformation ${id}`),
  ];
}

describe('what the boards say', () => {
  it.each(panels)('is honoured by what draws them: %s', (_name, panel) => {
    expect(driftOf(panel)).toEqual([]);
  });

  it.each(boards)('is honoured beside the panels: %s', (_file, board) => {
    expect(unhonoured(without({ ...board }, 'panels'), boardPaths)).toEqual([]);
  });

  it.each(boards)('has variables that are known: %s', (_file, board) => {
    expect(() => variablesOf(board)).not.toThrow();
  });

  it('would be missed if a board said something new', () => {
    const [, first] = panels.find(([, { type }]) => type === 'timeseries')!;
    const defaults = { ...first.fieldConfig!.defaults, custom: { drawStyle: 'points', axisPlacement: 'right' } };
    const changed: Panel = {
      ...first,
      options: { ...first.options, legend: { calcs: ['range'] }, timezone: ['browser'] },
      fieldConfig: {
        defaults: {
          ...defaults,
          color: { mode: 'continuous-BlPu' },
          filterable: true,
          thresholds: { mode: 'percentage', steps: [{ color: 'red', value: null, state: 'bad' }] },
          links: [{ title: 'A link', url: '/', onClick: 'run()' }],
          mappings: [
            { type: 'value', options: { 1: { text: 'one', icon: 'check' } } },
            { type: 'special', options: { match: 'null', result: { text: '-', image: 'none' } } },
            { type: 'guess', options: { result: {} } },
          ],
        },
        overrides: [
          {
            matcher: { id: 'byFrameRefID', options: 'A' },
            properties: [{ id: 'custom.lineStyle', value: { fill: 'dot' } }],
          },
        ],
      },
      transformations: [{ id: 'organize' }],
    };
    expect(driftOf(changed)).toEqual([
      'legend.calcs = "range"',
      'timezone = "browser"',
      'color.mode = "continuous-BlPu"',
      'filterable = true',
      'thresholds.mode = "percentage"',
      'thresholds.steps[].state = "bad"',
      'links[].onClick = "run()"',
      'mapping result icon',
      'mapping result image',
      'mapping guess',
      'drawStyle = "points"',
      'axisPlacement = "right"',
      'matcher byFrameRefID',
      'lineStyle.fill = "dot"',
      'transformation organize',
    ]);
    expect(driftOf({ ...first, type: 'candlestick' })).toEqual(['the type candlestick']);
  });
});
