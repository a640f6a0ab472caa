import { TableCellDisplayMode, TableSortByFieldStateBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { additivity } from '../../../server/src/catalogue/declare.js';
import type { DimensionId } from '../../../server/src/catalogue/dimensions.js';
import { metrics } from '../../../server/src/catalogue/metrics.js';
import { linksOfRow } from '../links.js';
import { type Asked, fieldOf, idOf, type Question } from '../question.js';
import { notKnown, savedSteps, thresholds } from '../thresholds.js';
import { type PanelPlan, type PanelWords, plan } from './panel.js';

/** Columns become as narrow as this many pixels before the table scrolls: hours and sums of money stand in it uncut. */
const NARROWEST = 90;
/** The room of names; the numbers share the rest. */
const NAME_WIDTH = 200;

/** More rows are not read; the rest stands together in the last one. */
const MOST_ROWS = 100;

interface TableWords extends Omit<PanelWords, 'asks'> {
  readonly asks: Pick<Question, 'metrics' | 'only' | 'window' | 'compare'> & {
    readonly groupBy: readonly [DimensionId, ...DimensionId[]];
    readonly top?: number;
  };
  /** Shorter words above the columns than the names of their metrics, by the names of their fields. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** Beside a column of the range: the same of the span before. */
const before = (field: string, compare: string) => `${field}_${compare}`;

/** Unit, decimals and the colours of a column of numbers: those of its own metric. */
function properties(id: keyof typeof metrics): DynamicConfigValue[] {
  const { unit, decimals } = metrics[id];
  // Time that adds up is told in hours, however many: people compare it with a working day.
  const shown = unit === 's' && additivity(metrics[id]) === 'additive' ? 'dthms' : unit;
  const plain = unit === 'currency' ? [] : [{ id: 'unit', value: shown }];
  return [
    ...plain,
    { id: 'decimals', value: decimals },
    ...(thresholds[id]
      ? [
          { id: 'thresholds', value: savedSteps(id) },
          { id: 'mappings', value: [notKnown] },
          { id: 'custom.cellOptions', value: { type: TableCellDisplayMode.ColorText } },
        ]
      : []),
  ];
}

/** The values of a dimension with several numbers each; the name of a row leads to its facts and to its group alone. */
export function table(words: TableWords): PanelPlan {
  const asks: Question = { top: MOST_ROWS, ...words.asks, format: 'table' };
  const [first] = words.asks.metrics;
  const [dimension] = words.asks.groupBy;
  const titleOf = (asked: Asked) =>
    words.columns?.[fieldOf(asked)] ?? (fieldOf(asked) === idOf(asked) ? metrics[idOf(asked)].name : fieldOf(asked));
  return plan({ ...words, asks }, { width: 24, height: 8 }, (scope) => {
    const builder = new PanelBuilder()
      .minWidth(NARROWEST)
      .sortBy([new TableSortByFieldStateBuilder().displayName(titleOf(first)).desc(true)]);
    for (const asked of words.asks.metrics) {
      const title = titleOf(asked);
      builder.overrideByName(fieldOf(asked), [...properties(idOf(asked)), { id: 'displayName', value: title }]);
      const { compare } = words.asks;
      if (compare) {
        builder.overrideByName(before(fieldOf(asked), compare), [
          ...properties(idOf(asked)),
          { id: 'displayName', value: `${title} before` },
        ]);
      }
    }
    return builder.overrideByName(dimension, [
      { id: 'custom.width', value: NAME_WIDTH },
      { id: 'links', value: linksOfRow(idOf(first), dimension, asks, scope) },
    ]);
  });
}
