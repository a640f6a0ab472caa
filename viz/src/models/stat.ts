import type { StatModel, StatTile } from '../drawing.js';
import { legible } from '../legible.js';
import { finite, numbersOf, type NumberField, type Palette, type Prepared } from '../prepared.js';
import { listAt, textAt, textSizes } from '../read.js';
import { reduced } from '../reduce.js';

/** One tile for each column of numbers: its number, and a small line where it has a past. */
export function statModel(options: unknown, prepared: Prepared): StatModel {
  const orientation = textAt(options, 'orientation', 'auto');
  const fields = numbersOf(prepared);
  const mode = textAt(options, 'textMode', 'auto');
  const showName = mode === 'value_and_name' || (mode === 'auto' && fields.length > 1);
  return {
    ...textSizes(options),
    orientation: orientation === 'vertical' || orientation === 'horizontal' ? orientation : 'auto',
    tiles: fields.map((field) => tile(field, options, showName, prepared.palette)),
  };
}

function tile(field: NumberField, options: unknown, showName: boolean, palette: Palette): StatTile {
  const value = reduced(field.values, listAt(options, 'reduceOptions.calcs'));
  const shown = field.show(value);
  const line = textAt(options, 'graphMode', 'none') === 'area' && field.values.length > 1;
  return {
    name: field.title,
    showName,
    text: shown.text,
    value,
    color: textAt(options, 'colorMode', 'value') === 'value' ? legible(shown.color, palette.background) : palette.text,
    sparkline: line ? { color: shown.color, values: field.values.map(finite) } : null,
    links: field.links(),
  };
}
