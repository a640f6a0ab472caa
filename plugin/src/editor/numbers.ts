import { t } from '@grafana/i18n';
import { RAW } from './raw';

/** What a number may be. */
export interface Bounds {
  min: number;
  max: number;
  /** Whether it must be whole. */
  whole?: boolean;
}

/** Why a text is no such number; undefined where it is one. */
export function numberProblem(typed: string, { min, max, whole = false }: Bounds): string | undefined {
  const number = Number(typed);
  if (number >= min && number <= max && (!whole || Number.isInteger(number))) return undefined;
  const bounds = { min: min.toLocaleString(), max: max.toLocaleString(), ...RAW };
  return whole
    ? t('editor.number.whole', 'A whole number from {{min}} to {{max}}', bounds)
    : t('editor.number.any', 'A number from {{min}} to {{max}}', bounds);
}
