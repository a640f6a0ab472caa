import { TooltipDisplayMode, VisibilityMode } from '@grafana/grafana-foundation-sdk/common';
import {
  FilterValueRangeBuilder,
  HeatmapColorMode,
  HeatmapColorOptionsBuilder,
  HeatmapTooltipBuilder,
  PanelBuilder,
  YAxisConfigBuilder,
} from '@grafana/grafana-foundation-sdk/heatmap';
import type { Question } from '../question.js';
import { type PanelPlan, type PanelWords, plan } from './panel.js';

/** So few buckets, where the interval follows the range, that enough falls into each to be spread over the rows. */
const MOST_COLUMNS = 30;
const SHADES = 64;
/** Grafana leaves out what is not more than this: buckets in which nothing happened stay empty. */
const NOTHING = 1e-9;

interface HeatWords extends Omit<PanelWords, 'asks'> {
  readonly asks: Pick<Question, 'metrics' | 'interval' | 'days'> & { readonly groupBy: readonly [GroupBy] };
  /** The first row stands at the top. */
  readonly downwards?: boolean;
}
type GroupBy = NonNullable<Question['groupBy']>[number];

/** When it happens most: a row for each value of a dimension, the darker the more of a bucket. */
export function heat({ downwards = false, ...words }: HeatWords): PanelPlan {
  const asks: Question = { ...words.asks, format: 'heatmap' };
  return plan({ ...words, asks }, { width: 12, height: 8 }, () =>
    new PanelBuilder()
      .maxDataPoints(MOST_COLUMNS)
      .calculate(false)
      .color(new HeatmapColorOptionsBuilder().mode(HeatmapColorMode.Scheme).scheme('Blues').steps(SHADES))
      .filterValues(new FilterValueRangeBuilder().le(NOTHING))
      .yAxis(new YAxisConfigBuilder().reverse(downwards))
      .tooltip(new HeatmapTooltipBuilder().mode(TooltipDisplayMode.Single).showColorScale(false).yHistogram(false))
      .showValue(VisibilityMode.Never)
      .cellGap(1)
      .showLegend(),
  );
}
