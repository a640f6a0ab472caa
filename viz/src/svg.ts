import type { Drawing, Theme } from './drawing.js';
import { surroundings } from './palette.js';
import { barGaugeSvg } from './svg/bar-gauge.js';
import { chartSvg } from './svg/chart.js';
import { box, escape, words } from './svg/element.js';
import { statSvg } from './svg/stat.js';
import { tableSvg } from './svg/table.js';

/** How large a picture is, in pixels, and what it stands on. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}

/**
 * A drawn panel as a standing picture for a mail or a page of paper, with its legend, a title and a description; on the
 * theme's own ground, since nobody knows what a mail stands on. Not to be put into a page as it is: it brings styles of its
 * own.
 */
export function toSvg(drawing: Drawing, title: string, { width, height, theme }: Picture): string {
  const palette = surroundings[theme];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escape(title)}</title><desc>${escape(drawing.label)}</desc>`,
    box(0, 0, width, height, palette.background),
    drawing.empty
      ? words('–', { x: width / 2, y: height / 2, color: palette.faint, size: 20, anchor: 'middle' })
      : contentOf(drawing, palette, { width, height }),
    '</svg>',
  ].join('');
}

function contentOf(drawing: Drawing, palette: (typeof surroundings)[Theme], place: Omit<Picture, 'theme'>): string {
  switch (drawing.kind) {
    case 'stat':
      return statSvg(drawing.model, palette, place);
    case 'bargauge':
      return barGaugeSvg(drawing.model, palette, place);
    case 'table':
      return tableSvg(drawing.model, palette, place);
    case 'chart':
      return chartSvg(drawing, palette, place);
  }
}
