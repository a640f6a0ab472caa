import { expect, it } from '@jest/globals';
import { legible, visible } from './legible.js';

/** Contrast by the formula of WCAG 2.2, over hex digits. */
function contrast(one: string, other: string): number {
  const lit = (color: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const part = Number.parseInt(color.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
      return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0);
  const [light, dark] = [lit(one), lit(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

it.each([
  ['#ff780a', '#ffffff'],
  ['#59a14f', '#ffffff'],
  ['#4e79a7', '#242424'],
  ['#fade2a', '#ffffff'],
  ['#000000', '#242424'],
])('%s on %s becomes a colour that can be read, and not much more', (color, background) => {
  expect(contrast(color, background)).toBeLessThan(4.5);
  const readable = contrast(legible(color, background), background);
  expect(readable).toBeGreaterThanOrEqual(4.5);
  expect(readable).toBeLessThan(5.8);
});

it('leaves what can be read as it is, and what it does not understand', () => {
  expect(legible('#24292e', '#ffffff')).toBe('#24292e');
  expect(legible('rgb(36, 41, 46)', '#ffffff')).toBe('rgb(36, 41, 46)');
  expect(legible('rgb(255, 120, 10)', '#ffffff')).toBe(legible('#ff780a', '#ffffff'));
  expect(legible('currentColor', '#ffffff')).toBe('currentColor');
});

it.each([
  ['#c6dbef', '#ffffff'],
  ['#edc948', '#ffffff'],
  ['#08306b', '#242424'],
])('%s on %s becomes a colour that can be seen', (color, background) => {
  expect(contrast(color, background)).toBeLessThan(3);
  const seen = contrast(visible(color, background), background);
  expect(seen).toBeGreaterThanOrEqual(3);
  expect(seen).toBeLessThan(4);
});

it('leaves what can be seen as it is', () => {
  expect(visible('#56a64b', '#ffffff')).toBe('#56a64b');
});
