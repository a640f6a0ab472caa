import type { Column } from '../declare.js';

/**
 * Names the class that milliseconds fall into; an upper bound belongs to its class.
 * @param bounds upper bounds in seconds with the class's name, ascending
 * @param above the class of everything longer
 */
export function classes(of: Column, bounds: Readonly<Record<string, number>>, above: string): Column {
  const cases = (value: string) =>
    Object.entries(bounds).map(([name, seconds]) => `when ${value} <= ${seconds * 1000} then '${name}'`);
  return (alias) => {
    const value = of(alias);
    return `case ${cases(value).join(' ')} when ${value} is not null then '${above}' end`;
  };
}

/** Maps values that the product itself defines; what is not listed is unknown. */
export function translated(value: string, groups: Readonly<Record<string, readonly string[]>>): string {
  const cases = Object.entries(groups).map(
    ([name, words]) => `when ${value} in ('${words.join("', '")}') then '${name}'`,
  );
  return `case ${cases.join(' ')} end`;
}
