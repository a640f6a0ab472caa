import { schemes } from './panels/heat-colors.js';

/** What a value may be: anything that has the right type, or one of these. */
type Allowed = 'any' | readonly (string | number | boolean | null)[];

/** Paths (a.b, lists as a[]) and what may stand there. */
export type Honoured = Readonly<Record<string, Allowed>>;

interface PanelType {
  readonly options: Honoured;
  /** Field config of this type alone, below "custom". */
  readonly custom: Honoured;
}

/** Field config that panels of every type have; an id is also a property's in an override. */
export const standardProperties = {
  displayName: 'any',
  unit: 'any',
  decimals: 'any',
  min: 'any',
  max: 'any',
  noValue: 'any',
  color: 'any',
  thresholds: 'any',
  mappings: 'any',
  links: 'any',
} as const satisfies Honoured;

/** The same, each value of them by where it stands; mappings have forms of their own. */
export const standardPaths: Honoured = {
  displayName: 'any',
  unit: 'any',
  decimals: 'any',
  min: 'any',
  max: 'any',
  noValue: 'any',
  'color.mode': ['fixed', 'thresholds', 'palette-classic', 'palette-classic-by-name'],
  'color.fixedColor': 'any',
  'thresholds.mode': ['absolute'],
  'thresholds.steps[].color': 'any',
  'thresholds.steps[].value': 'any',
  // Takes away what an override before this one gave.
  links: [null],
  'links[].title': 'any',
  'links[].url': 'any',
  'links[].targetBlank': 'any',
};

export const matchers = ['byName', 'byRegexp', 'byType'] as const;

/** Grafana's own rules read them; of what a value becomes, these are shown. */
export const mappingTypes = ['value', 'range', 'regex', 'special'] as const;
export const mappingResults = ['text', 'color', 'index'] as const;

/** Of Grafana's reductions of a column to one number. */
export const reductions = [
  'lastNotNull',
  'last',
  'firstNotNull',
  'first',
  'sum',
  'mean',
  'min',
  'max',
  'count',
] as const;

const legend: Honoured = {
  'legend.displayMode': ['list', 'table', 'hidden'],
  'legend.placement': ['bottom', 'right'],
  'legend.showLegend': 'any',
};

const calculations: Honoured = { 'legend.calcs': reductions };

const tooltip: Honoured = {
  'tooltip.mode': ['single', 'multi', 'none'],
  'tooltip.sort': ['none', 'asc', 'desc'],
};

/** Of the one thing that is pointed at: however it says so, there is nothing to sort. */
const tooltipOfOne: Honoured = { 'tooltip.mode': ['single', 'none'], 'tooltip.sort': 'any' };

/** Sizes of letters in CSS pixels. */
const textSizes: Honoured = { 'text.titleSize': 'any', 'text.valueSize': 'any' };

const reduce: Honoured = { 'reduceOptions.calcs': reductions, 'reduceOptions.values': [false] };

/** Every panel type that is drawn, with each option and each property of fields that is looked at when drawing. */
export const panelTypes: Readonly<Record<string, PanelType>> = {
  timeseries: {
    options: { ...legend, ...calculations, ...tooltip },
    custom: {
      drawStyle: ['line', 'bars'],
      lineInterpolation: ['linear', 'stepAfter', 'smooth'],
      lineWidth: 'any',
      'lineStyle.fill': ['solid', 'dash'],
      'lineStyle.dash': 'any',
      fillOpacity: 'any',
      showPoints: ['auto', 'never', 'always'],
      spanNulls: 'any',
      axisSoftMin: 'any',
      axisSoftMax: 'any',
      barAlignment: [1],
      barWidthFactor: 'any',
      'stacking.mode': ['none', 'normal', 'percent'],
      'stacking.group': 'any',
      'thresholdsStyle.mode': ['off', 'line', 'dashed'],
    },
  },
  piechart: {
    options: {
      ...legend,
      ...tooltipOfOne,
      ...reduce,
      'legend.values': ['value', 'percent'],
      pieType: ['pie', 'donut'],
      displayLabels: ['name', 'value', 'percent'],
      orientation: ['auto'],
    },
    custom: {},
  },
  stat: {
    options: {
      ...reduce,
      ...textSizes,
      graphMode: ['none', 'area'],
      colorMode: ['value', 'none'],
      justifyMode: ['auto'],
      orientation: ['auto', 'vertical', 'horizontal'],
      textMode: ['auto', 'value', 'value_and_name'],
      wideLayout: [true],
      showPercentChange: [false],
      percentChangeColorMode: ['standard'],
    },
    custom: {},
  },
  bargauge: {
    options: {
      ...reduce,
      ...textSizes,
      'legend.displayMode': 'any',
      'legend.placement': 'any',
      'legend.showLegend': [false],
      'legend.calcs': [],
      displayMode: ['basic'],
      orientation: ['horizontal'],
      namePlacement: ['left'],
      valueMode: ['text', 'color'],
      showUnfilled: [false],
      sizing: ['manual'],
      minVizHeight: 'any',
      maxVizHeight: 'any',
      minVizWidth: 'any',
    },
    custom: {},
  },
  table: {
    options: {
      cellHeight: ['sm'],
      showHeader: [true],
      showTypeIcons: [false],
      frameIndex: 'any',
      'footer.show': [false],
      'footer.countRows': [false],
      'footer.reducer': [],
      'sortBy[].displayName': 'any',
      'sortBy[].desc': 'any',
    },
    custom: {
      align: ['auto', 'left', 'right', 'center'],
      inspect: [false],
      width: 'any',
      minWidth: 'any',
      wrapText: 'any',
      'cellOptions.type': ['auto', 'color-text', 'gauge'],
      'cellOptions.mode': ['basic'],
      'cellOptions.valueDisplayMode': ['text', 'color'],
    },
  },
  barchart: {
    options: {
      ...legend,
      ...calculations,
      ...tooltip,
      orientation: ['auto', 'horizontal', 'vertical'],
      stacking: ['none', 'normal', 'percent'],
      showValue: ['auto', 'always', 'never'],
      'text.valueSize': 'any',
      groupWidth: 'any',
      barWidth: 'any',
      barRadius: [0],
      fullHighlight: [false],
      xField: 'any',
      colorByField: 'any',
      xTickLabelRotation: 'any',
      xTickLabelMaxLength: 'any',
      xTickLabelSpacing: [0],
    },
    custom: { fillOpacity: 'any', lineWidth: 'any', axisSoftMin: 'any', gradientMode: ['none'] },
  },
  heatmap: {
    options: {
      calculate: [false],
      cellGap: 'any',
      'cellValues.unit': 'any',
      'cellValues.decimals': 'any',
      'color.mode': ['scheme', 'opacity'],
      'color.scheme': Object.keys(schemes),
      'color.fill': 'any',
      'color.scale': ['exponential', 'linear'],
      'color.exponent': 'any',
      'color.steps': 'any',
      'color.reverse': 'any',
      'color.min': 'any',
      'color.max': 'any',
      'filterValues.le': 'any',
      'filterValues.ge': 'any',
      'legend.show': 'any',
      'rowsFrame.layout': ['auto'],
      // A stretch of time: as in all charts over time.
      selectionMode: ['x'],
      showValue: ['auto', 'always', 'never'],
      'tooltip.mode': ['single', 'none'],
      'tooltip.showColorScale': [false],
      'tooltip.yHistogram': [false],
      'yAxis.axisPlacement': ['left', 'right', 'hidden'],
      'yAxis.axisLabel': 'any',
      'yAxis.reverse': 'any',
      'yAxis.unit': 'any',
      'yAxis.decimals': 'any',
      // There are no exemplars to be marked.
      'exemplars.color': 'any',
    },
    custom: { 'scaleDistribution.type': ['linear'] },
  },
  'state-timeline': {
    options: {
      ...legend,
      ...tooltipOfOne,
      alignValue: ['left', 'center', 'right'],
      mergeValues: 'any',
      perPage: 'any',
      rowHeight: 'any',
      showValue: ['auto', 'always', 'never'],
    },
    custom: { fillOpacity: 'any', lineWidth: 'any' },
  },
  geomap: {
    options: {
      // The land is drawn from our own map: nothing is fetched, whatever the file says of its place.
      'basemap.type': ['geojson'],
      'basemap.name': 'any',
      'basemap.config.src': 'any',
      'basemap.config.style.color.fixed': 'any',
      'basemap.config.style.lineWidth': 'any',
      'basemap.config.style.opacity': 'any',
      'layers[].type': ['markers'],
      'layers[].name': 'any',
      'layers[].tooltip': 'any',
      'layers[].config.showLegend': [false],
      'layers[].config.style.color.fixed': 'any',
      'layers[].config.style.opacity': 'any',
      'layers[].config.style.size.field': 'any',
      'layers[].config.style.size.fixed': 'any',
      'layers[].config.style.size.min': 'any',
      'layers[].config.style.size.max': 'any',
      'layers[].config.style.symbol.fixed': ['img/icons/marker/circle.svg'],
      'layers[].config.style.symbol.mode': ['fixed'],
      'layers[].location.mode': ['coords'],
      'layers[].location.latitude': 'any',
      'layers[].location.longitude': 'any',
      'tooltip.mode': ['details', 'none'],
      'view.id': ['fit'],
      'view.allLayers': [true],
      'view.lat': 'any',
      'view.lon': 'any',
      'view.zoom': 'any',
    },
    custom: {},
  },
};

/** Custom properties of fields as they may stand in an override: the first part of each path. */
export function customIds(type: string): string[] {
  return [...new Set(Object.keys(panelTypes[type]?.custom ?? {}).map((path) => path.split('.')[0] ?? path))];
}
