import { PanelBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import {
  BarGaugeDisplayMode,
  BarGaugeNamePlacement,
  BarGaugeSizing,
  BarGaugeValueMode,
  ReduceDataOptionsBuilder,
  VizOrientation,
  VizTextDisplayOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { colours } from '../colours.js';
import type { Question } from '../question.js';
import { limitAt } from '../thresholds.js';
import { type PanelPlan, type PanelWords, plan } from './panel.js';

/** Pixels of a name and of a number. Grafana gives names the room of slightly larger ones, so that none is cut. */
const NAME_SIZE = 11;
const NUMBER_SIZE = 13;

/** The largest groups stand alone, the rest together. */
const MOST_BARS = 10;

interface RankingWords extends Omit<PanelWords, 'asks'> {
  readonly asks: Pick<Question, 'metrics' | 'only' | 'window'> & { readonly groupBy: readonly [GroupBy] };
  readonly colour?: string;
  /** From which number on a bar is broken. */
  readonly limit?: number;
}
type GroupBy = NonNullable<Question['groupBy']>[number];

/** The values of a dimension side by side, the largest first. */
export function ranking(words: RankingWords): PanelPlan {
  const asks: Question = { ...words.asks, format: 'single', top: MOST_BARS };
  const { limit, colour = colours.underWay } = words;
  return plan({ ...words, asks }, { width: 12, height: 8 }, () => {
    const builder = new PanelBuilder()
      .orientation(VizOrientation.Horizontal)
      .displayMode(BarGaugeDisplayMode.Basic)
      .valueMode(BarGaugeValueMode.Text)
      .namePlacement(BarGaugeNamePlacement.Left)
      .showUnfilled(false)
      .sizing(BarGaugeSizing.Manual)
      .minVizHeight(8)
      .maxVizHeight(18)
      .min(0)
      .text(new VizTextDisplayOptionsBuilder().titleSize(NAME_SIZE).valueSize(NUMBER_SIZE))
      .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false))
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Fixed).fixedColor(colour));
    if (limit === undefined) return builder;
    return builder
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
      .thresholds(limitAt(limit, colour));
  });
}
