import { mask } from './masking.js';
import { timeOf } from './parse.js';

/**
 * Readers of values that are plainly right, at a tenth of a schema's cost. Undefined: the schema has to look, and finds the
 * words where it refuses. They never take what the schema would refuse, and make of a value what the schema would.
 */
export type Plain<T> = (value: unknown) => T | undefined;

const [firstSurrogate, lastSurrogate] = [0xd800, 0xdfff];

/** Whether PostgreSQL stores the text, told without looking at pairs of surrogates. */
function isStorable(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0 || (unit >= firstSurrogate && unit <= lastSurrogate)) return false;
  }
  return true;
}

const isPlainText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= max && isStorable(value);

export const plainText =
  (max: number): Plain<string> =>
  (value) =>
    isPlainText(value, max) ? value : undefined;

export const plainFreeText =
  (max: number): Plain<string> =>
  (value) =>
    isPlainText(value, max) ? mask(value) : undefined;

/** One of the words, as it is. */
export function plainWord(words: readonly string[]): Plain<string> {
  const known = new Set<unknown>(words);
  return (value) => (known.has(value) ? (value as string) : undefined);
}

export const plainFlag: Plain<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const plainWhole =
  (min: number, max: number): Plain<number> =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max ? (value as number) : undefined;

export const plainTime: Plain<number> = (value) => {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const read = timeOf(value);
  return typeof read === 'number' ? read : undefined;
};
