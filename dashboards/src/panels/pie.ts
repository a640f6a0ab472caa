import {
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  TooltipDisplayMode,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  PanelBuilder,
  PieChartLegendOptionsBuilder,
  PieChartLegendValues,
  PieChartType,
} from '@grafana/grafana-foundation-sdk/piechart';
import type { Question } from '../question.js';
import { type PanelPlan, type PanelWords, plan } from './panel.js';

/** More slices are not told apart: the largest stand alone, the rest together. */
export const MOST_SLICES = 6;

interface PieWords extends Omit<PanelWords, 'asks'> {
  readonly asks: Pick<Question, 'metrics' | 'only' | 'window'> & { readonly groupBy: readonly [GroupBy] };
}
type GroupBy = NonNullable<Question['groupBy']>[number];

/** Parts of one whole: a slice for each value of a dimension, value and percent beside its name. */
export function pie(words: PieWords): PanelPlan {
  // One number for each slice rather than a row: a number says which group it is of, for its link.
  const asks: Question = { ...words.asks, format: 'single', top: MOST_SLICES - 1 };
  return plan({ ...words, asks }, { width: 12, height: 7 }, () =>
    new PanelBuilder()
      .pieType(PieChartType.Pie)
      .displayLabels([])
      .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false))
      .legend(
        new PieChartLegendOptionsBuilder()
          .displayMode(LegendDisplayMode.Table)
          .placement(LegendPlacement.Right)
          .showLegend(true)
          .values([PieChartLegendValues.Value, PieChartLegendValues.Percent]),
      )
      .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Single))
      // By name would be by the name of the one value column: all slices alike.
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassic)),
  );
}
