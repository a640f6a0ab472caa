import type { Bar, BarGaugeModel } from '../drawing.js';
import { extent } from '../extent.js';
import { legible, visible } from '../legible.js';
import { numbersOf, type Prepared } from '../prepared.js';
import { listAt, numberAt, textAt, textSizes } from '../read.js';
import { reduced } from '../reduce.js';

/** One bar for each column of numbers, all on one scale: from the least that the panel says, to its most or the longest. */
export function barGaugeModel(options: unknown, prepared: Prepared): BarGaugeModel {
  const calculations = listAt(options, 'reduceOptions.calcs');
  const fields = numbersOf(prepared).map((field) => ({ field, value: reduced(field.values, calculations) }));
  const values = fields.flatMap(({ value }) => value ?? []);
  const [least, most] = extent(values);
  const coloured = textAt(options, 'valueMode', 'color') === 'color';
  return {
    bars: fields.map(({ field, value }): Bar => {
      const shown = field.show(value);
      return {
        name: field.title,
        text: shown.text,
        value,
        share: share(value, field.min ?? least, field.max ?? most),
        color: shown.color,
        edge: visible(shown.color, prepared.palette.background),
        textColor: coloured ? legible(shown.color, prepared.palette.background) : prepared.palette.text,
        links: field.links(),
      };
    }),
    ...textSizes(options),
    maxBarHeight: numberAt(options, 'maxVizHeight') ?? 300,
    minBarHeight: numberAt(options, 'minVizHeight') ?? 16,
    minBarWidth: numberAt(options, 'minVizWidth') ?? 8,
  };
}

/** Where a value lies between two others, 0 to 1; an empty span has no length. */
export function share(value: number | null, least: number, most: number): number {
  if (value === null || !(most > least)) return 0;
  return Math.min(Math.max((value - least) / (most - least), 0), 1);
}
