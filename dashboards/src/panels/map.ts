import { FrameGeometrySourceMode, MapLayerOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  MapViewConfigBuilder,
  PanelBuilder,
  TooltipMode,
  TooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/geomap';
import { colours } from '../colours.js';
import { linkToFacts } from '../links.js';
import { idOf, type Question } from '../question.js';
import { type PanelPlan, type PanelWords, plan } from './panel.js';

interface MapWords extends Omit<PanelWords, 'asks'> {
  readonly asks: Pick<Question, 'metrics' | 'only' | 'window'>;
}

/** Land as a plain shape from Grafana's own files: the default base layer asks a tile server on the internet. */
const land = new MapLayerOptionsBuilder()
  .type('geojson')
  .name('Countries')
  .config({
    src: 'public/maps/countries.geojson',
    style: { color: { fixed: colours.endedByPeople }, opacity: 0.2, lineWidth: 1 },
  });

/** Where it happened: a dot for each place, larger for more; the answer has the fields latitude and longitude. */
export function map(words: MapWords): PanelPlan {
  const metric = idOf(words.asks.metrics[0]);
  const dots = {
    type: 'markers',
    name: words.title,
    tooltip: true,
    location: { mode: FrameGeometrySourceMode.Coords, latitude: 'latitude', longitude: 'longitude' },
    config: {
      showLegend: false,
      style: {
        color: { fixed: colours.underWay },
        opacity: 0.6,
        size: { field: metric, fixed: 5, min: 4, max: 20 },
        symbol: { mode: 'fixed', fixed: 'img/icons/marker/circle.svg' },
      },
    },
  };
  const asks: Question = { ...words.asks, format: 'table' };
  // To the records of all places: an address cannot name a place, since the comma in it ends a value.
  const link = linkToFacts(metric, asks);
  return plan({ ...words, asks: { ...asks, groupBy: ['location'] } }, { width: 12, height: 10 }, () => {
    const builder = new PanelBuilder()
      .view(new MapViewConfigBuilder().id('fit').allLayers(true))
      .basemap(land)
      .tooltip(new TooltipOptionsBuilder().mode(TooltipMode.Details))
      .layers([{ build: () => dots }])
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Fixed).fixedColor(colours.underWay));
    return link ? builder.overrideByName(metric, [{ id: 'links', value: [link] }]) : builder;
  });
}
