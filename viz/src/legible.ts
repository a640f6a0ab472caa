import { contrast, luminance, mixed, readColor, type Rgb, writeColor } from './color.js';

/** What WCAG 2.2 asks of text beside its background (success criterion 1.4.3), and of what is drawn (1.4.11). */
const TEXT_CONTRAST = 4.5;
const SHAPE_CONTRAST = 3;
const STEPS = 20;
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** The colour as letters can have it on the background: no darker or lighter than it must be; unknown notations stay. */
export function legible(color: string, background: string): string {
  return contrasting(color, background, TEXT_CONTRAST);
}

/**
 * The colour as a line, or as the edge of an area, can be seen on the background. Areas keep their own colour within: two
 * pale shades of one meaning are told apart by it, and seen by their edges.
 */
export function visible(color: string, background: string): string {
  return contrasting(color, background, SHAPE_CONTRAST);
}

function contrasting(color: string, background: string, least: number): string {
  const [ink, paper] = [readColor(color), readColor(background)];
  if (!ink || !paper) return color;
  const extreme = luminance(paper) > 0.18 ? BLACK : WHITE;
  for (let step = 0; step <= STEPS; step++) {
    const tried = mixed(ink, extreme, step / STEPS);
    if (contrast(tried, paper) >= least) return step === 0 ? color : writeColor(tried);
  }
  return color;
}
