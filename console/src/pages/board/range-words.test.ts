import { describe, expect, it } from '@jest/globals';
import { formatsOf } from '../../i18n/formats.js';
import { type Language, translator } from '../../i18n/texts.js';
import { presets } from './presets.js';
import { rangeWords } from './range-words.js';

const words = (language: Language, from: string, to = 'now'): string | undefined =>
  rangeWords({ from, to }, { t: translator(language), formats: formatsOf(language) });

describe('rangeWords', () => {
  it.each<[Language, string, string]>([
    ['en', 'now-3d', 'Last 3 days'],
    ['en', 'now-1d', 'Last 24 hours'],
    ['en', 'now-1m', 'Last 60 seconds'],
    ['en', 'now-2Q', 'Last 6 months'],
    ['en', 'now-1Q', 'Last 3 months'],
    ['en', 'now/d', 'Today so far'],
    ['de', 'now-3d', 'Letzte 3 Tage'],
    ['de', 'now-90m', 'Letzte 90 Minuten'],
    ['it', 'now-3h', 'Ultime 3 ore'],
    ['it', 'now-3d', 'Ultimi 3 giorni'],
    ['it', 'now-2w', 'Ultime 2 settimane'],
    ['ru', 'now-3d', 'Последние 3 дня'],
    ['ru', 'now-12h', 'Последние 12 часов'],
    ['ru', 'now-2M', 'Последние 2 месяца'],
  ])('%s: %s is %s', (language, from, said) => {
    expect(words(language, from)).toBe(said);
  });

  it.each([
    ['now-3d/d', 'now-1d/d'],
    ['1795348800000', '1795352400000'],
    ['yesterday', 'now'],
    ['now-0d', 'now'],
    ['now-1M', 'now'],
  ])('has none for %s to %s', (from, to) => {
    expect(words('en', from, to)).toBeUndefined();
  });

  it.each<Language>(['en', 'de', 'it', 'ru'])('has words of its own for every preset in %s', (language) => {
    const said = presets.map(({ from, to }) => words(language, from, to));
    expect(new Set(said).size).toBe(presets.length);
    expect(said).not.toContain(undefined);
  });
});
