/** A sentence in each of a language's plural forms; `other` is the form for every count that has none of its own. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A text with places such as {name}; where it has plural forms, {count} chooses among them. */
export type Message = string | PluralForms;

/** The names of a text's places, known to the compiler. */
export type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;

/** The names of a message's places, of all its plural forms. */
export type PlacesOf<Given> = Given extends string ? Places<Given> : Places<Given[keyof Given]> | 'count';

/** What stands in a place: a number is written as the language writes it. */
export type PlaceValue = string | number;

/** The names of a text's places, in the order they come. */
export function placesOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** The text with its places filled; a place without a value stays as it is. */
export function fill(
  text: string,
  values: Readonly<Record<string, PlaceValue>>,
  write: (value: number) => string,
): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? write(value) : value;
  });
}
