import type { BarGaugeModel } from '../drawing.js';
import type { Palette } from '../prepared.js';
import { box, SMALL, widthOf, words } from './element.js';
import { fitting, type Place } from './place.js';

const GAP = 8;
const LEAST_LINE = 18;
const MOST_LINE = 30;
/** Of the width, for names at most. */
const NAMES = 0.35;

/** Bars under one another, their names before and their numbers behind them. */
export function barGaugeSvg(
  { bars, maxBarHeight, minBarWidth, valueSize }: BarGaugeModel,
  palette: Pick<Palette, 'text' | 'faint'>,
  { width, height }: Place,
): string {
  const line = Math.min(Math.max(height / Math.max(bars.length, 1), LEAST_LINE), MOST_LINE);
  const { shown, more } = fitting(bars.length, height, line);
  const size = Math.max(valueSize ?? SMALL, SMALL);
  const names = Math.min(Math.max(0, ...bars.map(({ name }) => widthOf(name))), width * NAMES);
  const numbers = Math.max(0, ...bars.map(({ text }) => widthOf(text, size)));
  const room = Math.max(width - names - numbers - 4 * GAP, minBarWidth);
  const thick = Math.min(maxBarHeight, line - 4);
  const lines = bars.slice(0, shown).map(({ name, text, share, color, edge, textColor }, index) => {
    const y = (index + 0.5) * line;
    return [
      words(name, { x: GAP, y, color: palette.text, room: names }),
      box(names + 2 * GAP, y - thick / 2, Math.max(share * room, minBarWidth), thick, color, edge),
      words(text, { x: width - GAP, y, color: textColor, size, anchor: 'end' }),
    ].join('');
  });
  const rest = more > 0 ? words(`… +${more}`, { x: GAP, y: (shown + 0.5) * line, color: palette.faint }) : '';
  return lines.join('') + rest;
}
