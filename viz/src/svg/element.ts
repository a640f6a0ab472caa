/** The least size of letters that is read without effort, in pixels. */
export const SMALL = 12;
/** How wide a letter is, of its height, about: nothing measures letters on a server. */
const WIDE = 0.6;

export interface Letters {
  readonly x: number;
  /** Of the middle of the line. */
  readonly y: number;
  readonly color: string;
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  /** Pixels that there are: a longer text is cut. */
  readonly room?: number;
}

/** A line of text. */
export function words(
  text: string,
  { x, y, color, size = SMALL, anchor = 'start', bold = false, room }: Letters,
): string {
  const shown = room === undefined ? text : cut(text, room, size);
  const weight = bold ? ' font-weight="600"' : '';
  return `<text x="${round(x)}" y="${round(y)}" fill="${escape(color)}" font-family="sans-serif" font-size="${round(size)}"${weight} text-anchor="${anchor}" dominant-baseline="central">${escape(shown)}</text>`;
}

/** A rectangle; with an edge of another colour, that lies within. */
export function box(x: number, y: number, width: number, height: number, color: string, edge = color): string {
  if (edge !== color) {
    const [inner, outer] = [box(x + 1, y + 1, width - 2, height - 2, color), box(x, y, width, height, edge)];
    return width > 2 && height > 2 ? outer + inner : outer;
  }
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(width, 0))}" height="${round(height)}" fill="${escape(color)}"/>`;
}

/** About how many pixels a text is wide. */
export function widthOf(text: string, size = SMALL): number {
  return [...text].length * size * WIDE;
}

/** The part of a text that has room, with a sign that there is more. */
export function cut(text: string, room: number, size = SMALL): string {
  const letters = [...text];
  const most = Math.max(Math.floor(room / (size * WIDE)), 1);
  return letters.length <= most ? text : `${letters.slice(0, Math.max(most - 1, 1)).join('')}…`;
}

/** A text as it stands in SVG, also in attributes. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Pixels to a tenth, which is as exact as anybody sees. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
