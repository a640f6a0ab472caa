import { t } from '@grafana/i18n';
import { RAW } from './raw';

/** What a number may be. */
export interface Bounds {
  min: number;
  max: number;
  /** Whether it may be neither of the two itself. */
  exclusive?: boolean;
  /** Whether it must be whole. */
  whole?: boolean;
}

/** Why a text is no such number; undefined where it is one. */
export function numberProblem(typed: string, { min, max, exclusive, whole }: Bounds): string | undefined {
  const number = Number(typed);
  const within = exclusive ? number > min && number < max : number >= min && number <= max;
  if (within && (!whole || Number.isInteger(number))) return undefined;
  const bounds = { min: min.toLocaleString(), max: max.toLocaleString(), ...RAW };
  if (exclusive) return t('editor.number.between', 'A number above {{min}} and below {{max}}', bounds);
  return whole
    ? t('editor.number.whole', 'A whole number from {{min}} to {{max}}', bounds)
    : t('editor.number.any', 'A number from {{min}} to {{max}}', bounds);
}
