import {
  LegendDisplayMode,
  LegendPlacement,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { dimensions } from '../../../server/src/catalogue/dimensions.js';
import { colours, valueColours } from '../colours.js';
import type { Question } from '../question.js';
import { type PanelPlan, type PanelWords, plan } from './panel.js';

const MOST_OPERATORS = 50;
const ROWS_OF_A_PAGE = 15;

interface TimelineWords extends Omit<PanelWords, 'asks'> {
  readonly asks: Pick<Question, 'metrics' | 'only'> & { readonly by: 'state' | 'reason' };
}

type Mapping = Readonly<Record<string, unknown>>;

/** States have colours of their own. What people call their reasons to pause is not known here: one colour for all. */
const mappings: Readonly<Record<'state' | 'reason', Mapping>> = {
  state: {
    type: 'value',
    options: Object.fromEntries(
      Object.entries(dimensions.state.values).map(([state, text], index) => [
        state,
        { text, color: valueColours.state[state as keyof typeof valueColours.state], index },
      ]),
    ),
  },
  reason: { type: 'regex', options: { pattern: '(.*)', result: { text: '$1', color: colours.lost, index: 0 } } },
};

/** A row for each operator, with what he or she was doing when. */
export function timeline({ asks: { by, ...asked }, ...words }: TimelineWords): PanelPlan {
  const asks: Question = { ...asked, groupBy: ['operator', by], format: 'states', limit: MOST_OPERATORS };
  return plan({ ...words, asks }, { width: 12, height: 12 }, () =>
    new PanelBuilder()
      .mergeValues(true)
      .showValue(by === 'reason' ? VisibilityMode.Auto : VisibilityMode.Never)
      .rowHeight(0.8)
      .perPage(ROWS_OF_A_PAGE)
      .lineWidth(0)
      .fillOpacity(80)
      .legend(
        new VizLegendOptionsBuilder()
          .displayMode(LegendDisplayMode.Hidden)
          .placement(LegendPlacement.Bottom)
          .showLegend(false),
      )
      .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Single))
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Fixed).fixedColor(colours.underWay))
      .overrideByFieldType('string', [{ id: 'mappings', value: [mappings[by]] }]),
  );
}
