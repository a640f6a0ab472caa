import { describe, expect, it } from '@jest/globals';
import { localise, writeNumber } from './units.js';

describe('writeNumber', () => {
  it.each([
    [0, 's', 0, 'en', '0 sec'],
    [59, 's', 0, 'en', '59 sec'],
    [90, 's', 1, 'en', '1.5 min'],
    [90, 's', 1, 'de', '1,5 Min.'],
    [90, 's', 1, 'ru', '1,5 мин'],
    [7200, 's', 0, 'en', '2 hr'],
    [172_800, 's', 0, 'en', '2 days'],
    [0.25, 's', 0, 'en', '250 ms'],
    [-90, 's', 1, 'en', '-1.5 min'],
    [1500, 'ms', 1, 'en', '1.5 sec'],
    [12.345, 'percent', 1, 'en', '12.3%'],
    [12.345, 'percent', 1, 'it', '12,3%'],
    [0.5, 'percentunit', 0, 'en', '50%'],
    [1_234_567, 'locale', 0, 'en', '1,234,567'],
    [1_234_567, 'locale', 0, 'de', '1.234.567'],
    [1234.5, 'none', 1, 'en', '1234.5'],
    [1234.5, 'currencyRUB', 2, 'en', '₽1,234.50'],
    [1234.5, 'currency:SEK', 2, 'de', '1.234,50\u00a0kr'],
    [-0, 'locale', 0, 'en', '0'],
  ])('writes %d %s with %d decimals in %s', (value, unit, decimals, locale, text) => {
    expect(writeNumber(value, unit, decimals, locale)?.replaceAll('\u202f', '\u00a0')).toBe(text);
  });

  it('leaves other units to Grafana', () => {
    expect(writeNumber(1, 'cps', 0, 'en')).toBeUndefined();
  });
});

describe('localise', () => {
  it.each([
    ['1234.50', 'de', '1234,50'],
    ['-3', 'ru', '-3'],
    ['1e+21', 'de', '1e+21'],
    ['No data', 'de', 'No data'],
  ])('writes %s in %s', (text, locale, expected) => {
    expect(localise(text, locale)).toBe(expected);
  });
});
