import type { ChartDrawing, LegendItem } from '../drawing.js';
import { flagAt, textAt } from '../read.js';

/** How and where a panel shows its legend. */
export function legendOf(
  options: unknown,
  items: readonly LegendItem[],
): Pick<ChartDrawing, 'legend' | 'legendMode' | 'legendPlacement'> {
  const mode = textAt(options, 'legend.displayMode', 'list');
  const hidden = mode === 'hidden' || !flagAt(options, 'legend.showLegend', true);
  return {
    legend: hidden ? [] : items,
    legendMode: hidden ? 'hidden' : mode === 'table' ? 'table' : 'list',
    legendPlacement: textAt(options, 'legend.placement', 'bottom') === 'right' ? 'right' : 'bottom',
  };
}
