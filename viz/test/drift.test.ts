import { describe, expect, it } from '@jest/globals';
import { drawn } from '../src/draw.js';
import type { Panel } from '../src/dashboard.js';
import { colourModes, type Honoured, mappingTypes, matchers, panelTypes, standardProperties } from '../src/registry.js';
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

/** Standard properties, however deep: what is below them is Grafana's own and read by its rules. */
function unknownStandards(properties: Readonly<Record<string, unknown>>): string[] {
  const unknown = Object.keys(properties).filter((name) => !Object.hasOwn(standardProperties, name));
  const modes = leaves(properties['color']).flatMap(([path, value]) =>
    path === 'mode' && !colourModes.some((mode) => mode === value) ? [`color.mode = ${String(value)}`] : [],
  );
  const mappings = Array.isArray(properties['mappings']) ? properties['mappings'] : [];
  const types = mappings.flatMap(({ type }: { type: string }) =>
    mappingTypes.some((known) => known === type) ? [] : [`mapping ${type}`],
  );
  const thresholds = properties['thresholds'] as { mode?: string } | undefined;
  const mode =
    thresholds === undefined || thresholds.mode === 'absolute' ? [] : [`thresholds.mode = ${thresholds.mode}`];
  return [...unknown, ...modes, ...types, ...mode];
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

  it.each(boards)('has variables that are known: %s', (_file, board) => {
    expect(() => variablesOf(board)).not.toThrow();
  });

  it('would be missed if a board said something new', () => {
    const [, first] = panels.find(([, { type }]) => type === 'timeseries')!;
    const defaults = { ...first.fieldConfig!.defaults, custom: { drawStyle: 'points', axisPlacement: 'right' } };
    const changed: Panel = {
      ...first,
      options: { ...first.options, legend: { calcs: ['max'] }, timezone: ['browser'] },
      fieldConfig: {
        defaults: { ...defaults, color: { mode: 'continuous-BlPu' }, filterable: true },
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
      'legend.calcs = "max"',
      'timezone = "browser"',
      'filterable',
      'color.mode = continuous-BlPu',
      'drawStyle = "points"',
      'axisPlacement = "right"',
      'matcher byFrameRefID',
      'lineStyle.fill = "dot"',
      'transformation organize',
    ]);
    expect(driftOf({ ...first, type: 'heatmap' })).toEqual(['the type heatmap']);
  });
});
