import { de } from './de.js';
import { en } from './en.js';
import { it } from './it.js';
import { fill, type Message, type PlacesOf, type PlaceValue } from './message.js';
import { ru } from './ru.js';

type English = typeof en;

/** The name of a text. */
export type TextKey = keyof English;

/** A language's texts: every one of the English, a sentence where that is a sentence, plural forms where it has them. */
export type Messages = { readonly [Key in TextKey]: English[Key] extends string ? string : Exclude<Message, string> };

type Values<Key extends TextKey> = [PlacesOf<English[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<PlacesOf<English[Key]>, PlaceValue>>];

/** Gives a text of the language, with its places filled. */
export type Translate = <Key extends TextKey>(key: Key, ...values: Values<Key>) => string;

export const languages = {
  en: { name: 'English', messages: en },
  de: { name: 'Deutsch', messages: de },
  it: { name: 'Italiano', messages: it },
  ru: { name: 'Русский', messages: ru },
} as const satisfies Record<string, { name: string; messages: Messages }>;

export type Language = keyof typeof languages;

/** Whether there are texts in the language (BCP 47, its first part). */
export function isLanguage(id: string): id is Language {
  return Object.hasOwn(languages, id);
}

/** The first of the wanted languages (BCP 47, as browsers list them) that there are texts in; English where there is none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  const primary = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return primary.find(isLanguage) ?? 'en';
}

/** The texts of a language. */
export function translator(language: Language): Translate {
  const messages: Readonly<Record<TextKey, Message>> = languages[language].messages;
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, ...[values = {}]) => {
    const message = messages[key];
    const given: Readonly<Record<string, PlaceValue>> = values;
    const text =
      typeof message === 'string' ? message : (message[plural.select(Number(given['count']))] ?? message.other);
    return fill(text, given, (value) => numbers.format(value));
  };
}
