import { globSync } from 'glob';
import { readFileSync } from 'node:fs';
import manifest from '../plugin.json';
import { type SourceText, sourceTexts } from '../testing/sourceTexts';

type Tree = { [key: string]: string | Tree };

const texts = globSync('src/**/*.{ts,tsx}', { ignore: 'src/**/*.test.{ts,tsx}' }).flatMap(sourceTexts);

const filed = (language: string) =>
  flat(JSON.parse(readFileSync(`src/locales/${language}/${manifest.id}.json`, 'utf8')) as Tree);

function flat(tree: Tree, above = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      typeof value === 'string' ? { [above + key]: value } : flat(value, `${above}${key}.`),
    ),
  );
}

/** The keys under which a language holds a text: one, or one for each of its plural forms. */
function keysIn(language: string, { key, forms }: SourceText): string[] {
  if ('' in forms) return [key];
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `${key}_${form}`);
}

/** What a translation must keep: values in braces, and elements. How many there are may be told by the form alone. */
const kept = (text: string) =>
  (text.match(/\{\{\w+\}\}|<\/?\w+>/g) ?? []).filter((part) => part !== '{{count}}').sort();

describe('the texts', () => {
  it('have one meaning for each key', () => {
    const meanings = new Map<string, string>();
    for (const { key, forms, place } of texts) {
      const meaning = JSON.stringify(forms);
      expect({ place, key, meaning }).toEqual({ place, key, meaning: meanings.get(key) ?? meaning });
      meanings.set(key, meaning);
    }
    expect(meanings.size).toBeGreaterThan(30);
  });

  it('are in the files as they are in the source, in English', () => {
    const english = texts.flatMap(({ key, forms }) =>
      Object.entries(forms).map(([form, text]) => [form === '' ? key : `${key}_${form}`, text]),
    );
    expect(filed('en-US')).toEqual(Object.fromEntries(english));
  });

  it.each(manifest.languages)('are all in the file of %s, and no others', (language) => {
    expect(Object.keys(filed(language)).sort()).toEqual(
      [...new Set(texts.flatMap((text) => keysIn(language, text)))].sort(),
    );
  });

  it.each(manifest.languages)('keep their values and elements in %s', (language) => {
    const translations = filed(language);
    for (const text of texts) {
      const english = text.forms[''] ?? text.forms.other ?? '';
      for (const key of keysIn(language, text)) {
        expect([key, kept(translations[key] ?? '')]).toEqual([key, kept(english)]);
      }
    }
  });

  it('are Russian in Russian, but for abbreviations and values', () => {
    const left = Object.entries(filed('ru-RU')).filter(
      ([, text]) => !/[а-яё]/i.test(text) && /[a-z]{2}/.test(text.replace(/\{\{\w+\}\}/g, '')),
    );
    expect(left).toEqual([]);
  });
});
