/** Parts of a colour from 0 to 255. */
export type Rgb = readonly [number, number, number];

const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const functional = /^rgba?\((\d+), ?(\d+), ?(\d+)/;

/** A colour as #rrggbb or rgb() is written; null for all other notations. */
export function readColor(color: string): Rgb | null {
  const digits = hex.exec(color);
  const numbers = digits ?? functional.exec(color);
  const part = (i: number): number => Number.parseInt(numbers?.[i] ?? '0', digits ? 16 : 10);
  return numbers ? [part(1), part(2), part(3)] : null;
}

/** As #rrggbb. */
export function writeColor(color: Rgb): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** What lies between two colours: the first at 0, the second at 1. */
export function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (i: 0 | 1 | 2): number => from[i] + (to[i] - from[i]) * share;
  return [part(0), part(1), part(2)];
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}
