import {
  applyFieldOverrides,
  createDataFrame,
  createTheme,
  type DataFrame,
  type Field,
  type FieldConfigPropertyItem,
  FieldConfigOptionsRegistry,
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  getFieldDisplayName,
  getFieldSeriesColor,
  type GrafanaTheme2,
} from '@grafana/data';
import type { DrawRequest, Theme } from './drawing.js';
import { withLowestThreshold } from './field-config.js';
import type { Frame } from './frame.js';
import { visible } from './legible.js';
import { linksOf } from './links.js';
import { surroundings } from './palette.js';
import { finite, type Prepared, type PreparedField, type Shown } from './prepared.js';
import { at, flagAt, listAt, numberAt, recordAt, textAt } from './read.js';
import { customIds, standardProperties } from './registry.js';
import { localise, writeNumber } from './units.js';
import { readable } from './zone.js';

const TYPES = { time: FieldType.time, number: FieldType.number, string: FieldType.string };
const UNKNOWN = '–';

// Grafana's formats ask the browser for its languages; Node 20 has nobody to ask.
if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { language: 'en', languages: ['en'] } });

/**
 * The frames with the panel's defaults and overrides applied, by Grafana's own rules; numbers and times are written in the
 * reader's language and zone.
 */
export function prepare(request: Omit<DrawRequest, 'range' | 'now'>): Prepared {
  const { panel, frames, theme: mode, timeZone } = request;
  const theme = themeOf(mode);
  const data = applyFieldOverrides({
    data: frames.map(asGrafanas),
    fieldConfig: savedConfig(panel.fieldConfig),
    fieldConfigRegistry: registryOf(panel.type),
    replaceVariables: (text) => text,
    theme,
    timeZone,
  });
  for (const frame of data) {
    // The palette that goes by names reads the name from here.
    for (const field of frame.fields) field.state = { ...field.state, displayName: titleOf(field, frame, data) };
  }
  return {
    frames: data.map((frame) => ({
      fields: frame.fields.map((field) => prepared(field, titleOf(field, frame, data), theme, request)),
      length: frame.length,
    })),
    palette: { ...surroundings[mode], named: (name) => theme.visualization.getColorByName(name) },
  };
}

function savedConfig(saved: DrawRequest['panel']['fieldConfig']) {
  const { defaults, overrides } = withLowestThreshold(saved ?? { defaults: {}, overrides: [] });
  return {
    defaults: { ...defaults },
    overrides: overrides.map(({ matcher, properties }) => ({ matcher, properties: [...properties] })),
  };
}

function asGrafanas({ schema, data }: Frame): DataFrame {
  return createDataFrame({
    fields: schema.fields.map(({ name, type, labels, config }, index) => ({
      name,
      type: TYPES[type],
      ...(labels && { labels: { ...labels } }),
      config: { ...config },
      values: [...(data.values[index] ?? [])],
    })),
  });
}

function titleOf(field: Field, frame: DataFrame, all: DataFrame[]): string {
  return getFieldDisplayName(field, frame, all);
}

function prepared(
  field: Field,
  title: string,
  theme: GrafanaTheme2,
  request: Pick<DrawRequest, 'links' | 'locale' | 'theme' | 'timeZone'>,
): PreparedField {
  const { config } = field;
  const { color } = getFieldSeriesColor(field, theme);
  const type = field.type === FieldType.time || field.type === FieldType.number ? field.type : FieldType.string;
  const show = showing(field, theme, request);
  const { labels = {} } = field;
  return {
    name: field.name,
    title,
    type,
    labels,
    values: field.values,
    color,
    edge: visible(color, surroundings[request.theme].background),
    unit: config.unit ?? '',
    decimals: config.decimals ?? null,
    min: config.min ?? null,
    max: config.max ?? null,
    description: config.description ?? null,
    noValue: config.noValue ?? UNKNOWN,
    filterable: flagAt(config, 'filterable', false),
    interval: numberAt(config, 'interval'),
    thresholds: thresholdsOf(config.thresholds, theme),
    custom: recordAt(config, 'custom'),
    show,
    links: (row) => {
      const value: unknown = row === undefined ? null : field.values[row];
      return linksOf(config.links ?? [], { title, labels, value, text: show(value).text }, request.links);
    },
  };
}

/** How values of a column are shown: mapped texts as they are, numbers and times as the locale and zone write them. */
function showing(
  field: Field,
  theme: GrafanaTheme2,
  { locale, timeZone }: Pick<DrawRequest, 'locale' | 'timeZone'>,
): PreparedField['show'] {
  const display = field.display ?? getDisplayProcessor({ field, theme, timeZone });
  const { unit = '', decimals, noValue = UNKNOWN, mappings } = field.config;
  const unmapped = getDisplayProcessor({
    field: { ...field, config: { ...field.config, mappings: [] } },
    theme,
    timeZone,
  });
  return (value): Shown => {
    const shown = display(value);
    const color = shown.color ?? theme.visualization.getColorByName('text');
    const known = typeof value === 'number' || typeof value === 'string' ? value : null;
    const mapped = (mappings?.length ?? 0) > 0 && shown.text !== unmapped(value).text;
    if (mapped) return { text: shown.text, value: known, color };
    if (known === null || known === '') return { text: noValue, value: known, color };
    const number = finite(value);
    if (field.type === FieldType.time && number !== null)
      return { text: readable(number, timeZone), value: known, color };
    if (number === null) return { text: String(known), value: known, color };
    const text =
      writeNumber(number, unit, decimals, locale) ??
      formattedValueToString({ ...shown, text: localise(shown.text, locale) });
    return { text, value: known, color };
  };
}

function thresholdsOf(saved: unknown, theme: GrafanaTheme2): PreparedField['thresholds'] {
  if (textAt(saved, 'mode', 'absolute') !== 'absolute') return [];
  return listAt(saved, 'steps').map((step) => {
    const value = at(step, 'value');
    return {
      value: typeof value === 'number' ? value : -Infinity,
      color: theme.visualization.getColorByName(textAt(step, 'color', 'text')),
    };
  });
}

const themes = new Map<Theme, GrafanaTheme2>();

function themeOf(mode: Theme): GrafanaTheme2 {
  const theme = themes.get(mode) ?? createTheme({ colors: { mode } });
  themes.set(mode, theme);
  return theme;
}

const registries = new Map<string, FieldConfigOptionsRegistry>();

/** Without it, Grafana's rules leave every default and override out without a word. */
function registryOf(panelType: string): FieldConfigOptionsRegistry {
  const known = registries.get(panelType);
  if (known) return known;
  const items = [
    ...Object.keys(standardProperties).map((id) => property(id, id, false)),
    ...customIds(panelType).map((path) => property(`custom.${path}`, path, true)),
  ];
  const registry = new FieldConfigOptionsRegistry(() => items);
  registries.set(panelType, registry);
  return registry;
}

function property(id: string, path: string, isCustom: boolean): FieldConfigPropertyItem {
  return {
    id,
    path,
    name: id,
    isCustom,
    process: (value: unknown) => value,
    shouldApply: () => true,
    editor: () => null,
    override: () => null,
  };
}
