import { geoMercator } from 'd3-geo';
import type { GeoComponentOption } from 'echarts';
import type { ChartDrawing, DrawRequest } from '../drawing.js';
import { extent } from '../extent.js';
import type { Prepared } from '../prepared.js';
import { at, listAt, numberAt, textAt } from '../read.js';
import { type Layer, layerOf, type Place } from './places.js';
import { plain, tooltipStyle } from './tooltip.js';

const projection = geoMercator();
/** Closer than this, land of this detail is only a few corners. */
const CLOSEST = 12;
const ROOM = 0.7;

/** Markers on the land of the world, as near as all of them fit. */
export function geomap({ panel, width = 600, height = 300 }: DrawRequest, { frames, palette }: Prepared): ChartDrawing {
  const layers = listAt(panel.options, 'layers').map((layer) => layerOf(layer, frames, palette));
  const places = layers.flatMap((layer) => layer.places);
  const land = at(panel.options, 'basemap.config.style');
  const told = new Map(layers.flatMap((layer) => layer.places.map((place) => [place.name, place.told] as const)));
  const links = layers.flatMap(({ field, places: those }) =>
    those.map(({ name, row }) => [name, field?.links(row) ?? []] as const),
  );
  return {
    kind: 'chart',
    option: {
      animation: false,
      backgroundColor: 'transparent',
      legend: { show: false },
      tooltip: {
        ...tooltipStyle(palette),
        show: textAt(panel.options, 'tooltip.mode', 'details') !== 'none',
        trigger: 'item',
        formatter: (pointed: unknown) => plain((told.get(textAt(pointed, 'name', '')) ?? []).join('\n')),
      },
      geo: {
        map: 'world',
        projection: {
          project: ([x = 0, y = 0]) => [...(projection([x, y]) ?? [0, 0])],
          unproject: ([x = 0, y = 0]) => [...(projection.invert?.([x, y]) ?? [0, 0])],
          // Without it, countries that cross the antimeridian are drawn across the whole map.
          stream: clipped,
        },
        ...view(places, width, height),
        roam: true,
        silent: true,
        itemStyle: {
          areaColor: palette.grid,
          borderColor: textAt(land, 'color.fixed', palette.faint),
          borderWidth: (numberAt(land, 'lineWidth') ?? 1) / 2,
        },
        emphasis: { disabled: true },
      },
      series: layers.map((layer) => markers(layer)),
    },
    legend: [],
    legendMode: 'hidden',
    legendPlacement: 'bottom',
    links: Object.fromEntries(links),
    scale: null,
    overTime: false,
    needs: ['world'],
    empty: places.length === 0,
    label: [panel.title, ...layers.map(({ name, places: those }) => `${name} (${those.length})`)].join(', '),
  };
}

function markers({ name, tooltip, places }: Layer) {
  return {
    type: 'scatter' as const,
    coordinateSystem: 'geo' as const,
    name,
    silent: !tooltip,
    data: places.map((place) => ({
      name: place.name,
      value: [...place.at],
      symbolSize: place.size,
      itemStyle: { color: place.color, opacity: place.opacity, borderColor: place.color },
    })),
  };
}

type Clip = NonNullable<Exclude<GeoComponentOption['projection'], undefined>['stream']>;

const clipped: Clip = (to) => {
  const stream = projection.stream(to);
  return {
    point: (x, y) => stream.point(x, y),
    lineStart: () => stream.lineStart(),
    lineEnd: () => stream.lineEnd(),
    polygonStart: () => stream.polygonStart(),
    polygonEnd: () => stream.polygonEnd(),
    sphere: () => stream.sphere?.(),
  };
};

/** Middle and enlargement so that every marker is within; the whole world where there is none. */
function view(places: readonly Place[], width: number, height: number): { center?: [number, number]; zoom?: number } {
  const points = places.flatMap((place) => {
    const point = projection([...place.at]);
    return point ? [point] : [];
  });
  if (points.length === 0) return {};
  const [left, right] = extent(points.map(([x]) => x));
  const [top, bottom] = extent(points.map(([, y]) => y));
  // Not enlarged, the whole world fits: it is a square, and the lesser side of the panel decides.
  const world = 2 * Math.PI * projection.scale();
  const scale = Math.min(width, height) / world;
  const fits = Math.min(width / Math.max(right - left, 1), height / Math.max(bottom - top, 1)) / scale;
  return { center: [(left + right) / 2, (top + bottom) / 2], zoom: Math.min(Math.max(fits * ROOM, 1), CLOSEST) };
}
