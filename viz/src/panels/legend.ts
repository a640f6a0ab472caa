import type { ChartDrawing, LegendItem } from '../drawing.js';
import type { PreparedField } from '../prepared.js';
import { flagAt, listAt, textAt } from '../read.js';
import { isReduction, reduced } from '../reduce.js';

/** How and where a panel shows its legend. */
export function legendOf(
  options: unknown,
  items: readonly LegendItem[],
): Pick<ChartDrawing, 'legend' | 'legendMode' | 'legendPlacement'> {
  const mode = textAt(options, 'legend.displayMode', 'list');
  const hidden = mode === 'hidden' || !flagAt(options, 'legend.showLegend', true) || items.length === 0;
  return {
    legend: hidden ? [] : items,
    legendMode: hidden ? 'hidden' : mode === 'table' ? 'table' : 'list',
    legendPlacement: textAt(options, 'legend.placement', 'bottom') === 'right' ? 'right' : 'bottom',
  };
}

/** What the legend says of a column beside its name: each of the panel's calculations. */
export function calculated(field: PreparedField, options: unknown): LegendItem['values'] {
  return listAt(options, 'legend.calcs').map((calculation) => {
    if (!isReduction(calculation)) throw new Error(`The calculation "${String(calculation)}" is not known here.`);
    const value = reduced(field.values, [calculation]);
    const told = calculation === 'lastNotNull' ? 'last' : calculation === 'firstNotNull' ? 'first' : calculation;
    return { told, text: calculation === 'count' ? String(value) : field.show(value).text };
  });
}
