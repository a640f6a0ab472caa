import type { Theme } from './drawing.js';
import type { Palette } from './prepared.js';

/** Colours beside data, of enough contrast on the page's own background in each theme. */
export const surroundings: Readonly<Record<Theme, Omit<Palette, 'named'>>> = {
  light: { text: '#24292e', faint: '#57606a', grid: '#e4e7eb', background: '#ffffff', tooltip: '#ffffff' },
  dark: { text: '#d8d9e0', faint: '#a9acb8', grid: '#3b3d42', background: '#242424', tooltip: '#1b1c1f' },
};
