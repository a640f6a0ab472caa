import {
  BarAlignment,
  GraphDrawStyle,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { additivity, overTime } from '../../../server/src/catalogue/declare.js';
import { dimension } from '../../../server/src/catalogue/dimensions.js';
import { metrics } from '../../../server/src/catalogue/metrics.js';
import { idOf, type Question } from '../question.js';
import { savedLimit, steps, thresholds } from '../thresholds.js';
import { beforeAsGhost } from './before.js';
import { type PanelPlan, type PanelWords, plan } from './panel.js';

const SIZE = { width: 12, height: 8 };

/** How many buckets a panel of this width can tell apart, where the interval follows the range. */
const MOST_BARS = 100;
const MOST_POINTS = 100;

/** Shorter stretches without anything to measure are drawn through. */
const GAP_MS = 2 * 3_600_000;

/** A question over time; bars and lines ask for nothing else. */
type Over = Omit<Question, 'format'>;
interface TrendWords extends Omit<PanelWords, 'asks'> {
  readonly asks: Over;
  /** The one colour of a panel with one series. */
  readonly colour?: string;
}

interface LineWords extends TrendWords {
  /** What series may not exceed, by their names. */
  readonly limits?: Readonly<Record<string, number>>;
}

/** An axis reaches this much beyond a limit, so that it is seen how far away that is. */
const ABOVE_LIMIT = 1.25;

/** Queues, operators and whatever else people name may be many: more series than this nobody tells apart. */
const MOST_SERIES = 8;

/**
 * What there are many of is cut; the others stand together only where they add up. States of a moment are all shown: the
 * largest of now say nothing about the hours before.
 */
function over(asks: Over): Question {
  const [group] = asks.groupBy ?? [];
  const metric = metrics[idOf(asks.metrics[0])];
  const few = group === undefined || asks.top !== undefined || dimension(group)?.values !== undefined;
  if (few || overTime(metric) === 'at_end') return { ...asks, format: 'time_series' };
  const adds = additivity(metric) === 'additive';
  return { ...asks, format: 'time_series', top: MOST_SERIES, ...(adds ? {} : { withoutOthers: true }) };
}

function trend({ colour, asks }: TrendWords): PanelBuilder {
  const perCurrency = metrics[idOf(asks.metrics[0])].unit === 'currency';
  const several = asks.groupBy !== undefined || asks.metrics.length > 1 || asks.compare !== undefined || perCurrency;
  const builder = new PanelBuilder()
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(several ? LegendDisplayMode.List : LegendDisplayMode.Hidden)
        .placement(LegendPlacement.Bottom)
        .showLegend(several),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
    .colorScheme(
      colour === undefined
        ? new FieldColorBuilder().mode(
            several ? FieldColorModeId.PaletteClassicByName : FieldColorModeId.PaletteClassic,
          )
        : new FieldColorBuilder().mode(FieldColorModeId.Fixed).fixedColor(colour),
    );
  return asks.compare ? beforeAsGhost(builder) : builder;
}

/** Counts per bucket; the groups of one whole are stacked. A bar covers the bucket it stands for. */
export function bars(words: TrendWords): PanelPlan {
  const stacked = words.asks.groupBy !== undefined;
  return plan({ ...words, asks: over(words.asks) }, SIZE, () => {
    const builder = trend(words)
      .maxDataPoints(MOST_BARS)
      .drawStyle(GraphDrawStyle.Bars)
      .barAlignment(BarAlignment.After)
      .barWidthFactor(0.9)
      .lineWidth(0)
      .fillOpacity(85)
      .showPoints(VisibilityMode.Never)
      .axisSoftMin(0)
      .stacking(new StackingConfigBuilder().mode(stacked ? StackingMode.Normal : StackingMode.None).group('A'));
    return words.asks.share === 'bucket' ? builder.max(100) : builder;
  });
}

/** Rates and durations; where a person would act stands as a line. */
export function lines({ limits = {}, ...words }: LineWords): PanelPlan {
  const first = idOf(words.asks.metrics[0]);
  const limited = words.asks.metrics.length === 1 && thresholds[first] !== undefined;
  return plan({ ...words, asks: over(words.asks) }, SIZE, () => {
    const builder = trend(words)
      .maxDataPoints(MOST_POINTS)
      .drawStyle(GraphDrawStyle.Line)
      .lineWidth(2)
      .fillOpacity(0)
      .showPoints(VisibilityMode.Auto)
      .spanNulls(GAP_MS)
      .axisSoftMin(0);
    for (const [series, limit] of Object.entries(limits)) {
      builder.overrideByName(series, [
        { id: 'thresholds', value: savedLimit(limit) },
        { id: 'custom.thresholdsStyle', value: { mode: GraphThresholdsStyleMode.Dashed } },
        { id: 'custom.axisSoftMax', value: limit * ABOVE_LIMIT },
      ]);
    }
    if (!limited) return builder;
    return builder
      .thresholds(steps(first))
      .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
  });
}
