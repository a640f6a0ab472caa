import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Message, placesOf } from './message.js';
import { chooseLanguage, type Language, languages, translator } from './texts.js';

const root = join(import.meta.dirname, '..');
const english: Readonly<Record<string, Message>> = languages.en.messages;
const others = Object.entries(languages).filter(([language]) => language !== 'en');

/** What the console's code says: everything but the texts themselves and the tests. */
const code = readdirSync(root, { recursive: true })
  .map(String)
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !/^i18n\/(en|de|it|ru)\.ts$/.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

const formsOf = (message: Message): [string, string][] =>
  typeof message === 'string' ? [['', message]] : Object.entries(message);

/** Names of places, each once, in order; a form for one may leave the number out. */
const placesIn = (text: string) => [...new Set(placesOf(text))].sort();

describe('the English texts', () => {
  it('are all used', () => {
    const isUsed = (key: string): boolean => {
      const beginnings = [...key.matchAll(/\./g)].map(({ index }) => `\`${key.slice(0, index)}.\${`);
      return [`'${key}'`, ...beginnings].some((use) => code.includes(use));
    };
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe.each(others)('%s', (language, { messages }) => {
  const texts: Readonly<Record<string, Message>> = messages;

  it('has every text and no other', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
  });

  it('fills the same places', () => {
    const ofOther = Object.keys(english).filter((key) => {
      const expected = placesIn(formsOf(english[key]!).at(-1)![1]).join();
      return formsOf(texts[key]!).some(([, text]) => placesIn(text).join() !== expected);
    });
    expect(ofOther).toEqual([]);
  });

  it('has all its plural forms', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const counted = Object.values(texts).filter((message) => typeof message !== 'string');
    expect(counted).not.toEqual([]);
    for (const message of counted) expect(Object.keys(message).sort()).toEqual([...pluralCategories].sort());
  });

  it('is no copy of the English', () => {
    const same = Object.keys(english).filter((key) => JSON.stringify(texts[key]) === JSON.stringify(english[key]));
    expect(same.length).toBeLessThan(Object.keys(english).length / 8);
  });
});

describe('translator', () => {
  it.each<[Language, number, string]>([
    ['en', 1, '1 metric'],
    ['en', 1_000, '1,000 metrics'],
    ['ru', 1, '1 показатель'],
    ['ru', 2, '2 показателя'],
    ['ru', 5, '5 показателей'],
    ['ru', 21, '21 показатель'],
    ['ru', 111, '111 показателей'],
    ['de', 12_345, '12.345 Kennzahlen'],
    ['it', 1, '1 metrica'],
  ])('%s: %d', (language, count, said) => {
    expect(translator(language)('catalogue.found', { count })).toBe(said);
  });

  it('fills places, with texts as they are', () => {
    expect(translator('en')('error.id', { id: '{id}$1' })).toBe('Error id: {id}$1');
  });
});

describe('chooseLanguage', () => {
  it.each<[string[], Language]>([
    [['ru-RU', 'en'], 'ru'],
    [['fr', 'DE-at'], 'de'],
    [['fr'], 'en'],
    [[], 'en'],
    [['constructor'], 'en'],
  ])('%j: %s', (wanted, language) => {
    expect(chooseLanguage(wanted)).toBe(language);
  });
});
