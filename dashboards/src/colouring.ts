import { type DimensionId, dimension, OTHERS, UNKNOWN } from '../../server/src/catalogue/dimensions.js';
import { metric } from '../../server/src/catalogue/metrics.js';
import { colours as meanings, currencyColours, valueColours } from './colours.js';
import { fieldOf, idOf, type Question } from './question.js';

/** The colours of metrics that share a panel, by the names of their fields. */
export type Colours = Readonly<Record<string, string>>;

const byDimension: Readonly<Partial<Record<DimensionId, Readonly<Record<string, string>>>>> = valueColours;

/** What people read of the value; its id where the catalogue does not know it. */
function label(id: DimensionId, value: string): string {
  return dimension(id)?.values?.[value] ?? value;
}

/** Name of a field or row -> colour: the values of what a question groups by, else its metrics. */
export function overridesOf(
  { metrics, groupBy = [], format }: Question,
  colours: Colours,
): readonly (readonly [string, string])[] {
  const grouped = format === 'states' || format === 'heatmap' ? undefined : groupBy[0];
  if (grouped) {
    const known = Object.entries(byDimension[grouped] ?? {});
    return [
      ...known.map(([value, colour]) => [label(grouped, value), colour] as const),
      [UNKNOWN, meanings.unknown],
      [OTHERS, meanings.others],
    ];
  }
  if (metrics.some((asked) => metric(idOf(asked))?.unit === 'currency')) return Object.entries(currencyColours);
  return metrics.flatMap((asked) => {
    const colour = colours[fieldOf(asked)];
    return colour === undefined ? [] : [[fieldOf(asked), colour] as const];
  });
}
