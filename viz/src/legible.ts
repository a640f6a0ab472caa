/** What WCAG 2.2 asks of text beside its background (success criterion 1.4.3). */
const LEAST_CONTRAST = 4.5;
const STEPS = 20;

type Rgb = readonly [number, number, number];

const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const functional = /^rgba?\((\d+), ?(\d+), ?(\d+)/;

function read(color: string): Rgb | null {
  const digits = hex.exec(color);
  const numbers = digits ?? functional.exec(color);
  const part = (i: number): number => Number.parseInt(numbers?.[i] ?? '0', digits ? 16 : 10);
  return numbers ? [part(1), part(2), part(3)] : null;
}

const write = (color: Rgb): string =>
  `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour as letters can have it on the background: no darker or lighter than it must be; unknown notations stay. */
export function legible(color: string, background: string): string {
  const [ink, paper] = [read(color), read(background)];
  if (!ink || !paper) return color;
  const extreme = luminance(paper) > 0.18 ? 0 : 255;
  for (let step = 0; step <= STEPS; step++) {
    const mixed: Rgb = [mix(ink[0], extreme, step), mix(ink[1], extreme, step), mix(ink[2], extreme, step)];
    if (contrast(mixed, paper) >= LEAST_CONTRAST) return step === 0 ? color : write(mixed);
  }
  return color;
}

const mix = (from: number, to: number, step: number): number => from + ((to - from) * step) / STEPS;
