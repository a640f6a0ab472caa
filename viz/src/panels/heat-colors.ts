import { mixed, readColor, type Rgb, writeColor } from '../color.js';
import type { Theme } from '../drawing.js';
import type { Palette } from '../prepared.js';
import { flagAt, numberAt, textAt } from '../read.js';

/** Cynthia Brewer's sequential colours, from the least to the most; a dark page begins them at their dark end. */
export const schemes = {
  Blues: ['#eff3ff', '#bdd7e7', '#6baed6', '#3182bd', '#08519c'],
  Greens: ['#edf8e9', '#bae4b3', '#74c476', '#31a354', '#006d2c'],
  Oranges: ['#feedde', '#fdbe85', '#fd8d3c', '#e6550d', '#a63603'],
  Purples: ['#f2f0f7', '#cbc9e2', '#9e9ac8', '#756bb1', '#54278f'],
  YlOrRd: ['#ffffb2', '#fecc5c', '#fd8d3c', '#f03b20', '#bd0026'],
} as const;

/** As many as can be told apart in a bar of a few centimetres. */
const SHOWN = 9;
const STEPS = 64;

/** The colour of a share of the way from the least value to the most, 0 to 1. */
export type HeatColor = (share: number) => string;

/** How a panel colours its cells: by a scheme, or by how much of one colour covers the page. */
export function heatColor(options: unknown, theme: Theme, palette: Palette): HeatColor {
  const steps = Math.max(numberAt(options, 'color.steps') ?? STEPS, 2);
  const reverse = flagAt(options, 'color.reverse', false);
  const color =
    textAt(options, 'color.mode', 'scheme') === 'opacity' ? filling(options, palette) : scheme(options, theme);
  return (share) => {
    const step = Math.min(Math.floor(Math.min(Math.max(share, 0), 1) * steps), steps - 1) / (steps - 1);
    return writeColor(color(reverse ? 1 - step : step));
  };
}

/** The scale beside a chart: some of its colours, at equal distances. */
export function shownColors(color: HeatColor): string[] {
  return Array.from({ length: SHOWN }, (_, index) => color(index / (SHOWN - 1)));
}

function scheme(options: unknown, theme: Theme): (share: number) => Rgb {
  const name = textAt(options, 'color.scheme', 'Oranges');
  if (!isScheme(name)) throw new Error(`The colours "${name}" are not known here.`);
  const stops = schemes[name].map((color) => readColor(color) ?? BLACK);
  const known = theme === 'dark' ? stops.reverse() : stops;
  return (share) => {
    const place = share * (known.length - 1);
    const before = Math.min(Math.floor(place), known.length - 2);
    return mixed(known[before] ?? BLACK, known[before + 1] ?? BLACK, place - before);
  };
}

const BLACK: Rgb = [0, 0, 0];

/** On the page's own ground, so that letters on it can be chosen to be read. */
function filling(options: unknown, palette: Palette): (share: number) => Rgb {
  const fill = readColor(palette.named(textAt(options, 'color.fill', 'dark-orange'))) ?? BLACK;
  const ground = readColor(palette.background) ?? BLACK;
  const exponent =
    textAt(options, 'color.scale', 'exponential') === 'linear' ? 1 : (numberAt(options, 'color.exponent') ?? 0.5);
  return (share) => mixed(ground, fill, share ** exponent);
}

function isScheme(name: string): name is keyof typeof schemes {
  return Object.hasOwn(schemes, name);
}
