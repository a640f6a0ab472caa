import type { RawRange } from '@switchboard/viz';
import type { Speech } from '../../i18n/LanguageProvider.js';
import { rangeKey } from './presets.js';

const names = [
  ['now-1h now', 'board.last1h'],
  ['now-1y now', 'board.last1y'],
  ['now/d now', 'board.todaySoFar'],
  ['now/d now/d', 'board.today'],
  ['now-1d/d now-1d/d', 'board.yesterday'],
  ['now/w now', 'board.weekSoFar'],
  ['now-1w/w now-1w/w', 'board.lastWeek'],
  ['now/M now', 'board.monthSoFar'],
  ['now-1M/M now-1M/M', 'board.lastMonth'],
  ['now/y now', 'board.yearSoFar'],
] as const;

const UNITS = {
  s: ['second', 1],
  m: ['minute', 1],
  h: ['hour', 1],
  d: ['day', 1],
  w: ['week', 1],
  M: ['month', 1],
  Q: ['month', 3],
  y: ['year', 1],
} as const;
type Unit = keyof typeof UNITS;

/** "Last 1 day" is said in no language; what is as long is. */
const SMALLER: Partial<Record<Unit, readonly [number, Unit]>> = {
  m: [60, 's'],
  h: [60, 'm'],
  d: [24, 'h'],
  w: [7, 'd'],
};

/** A range in words: "Yesterday", "Last 3 days"; nothing where only its times can be told. */
export function rangeWords(range: RawRange, { t, formats }: Pick<Speech, 't' | 'formats'>): string | undefined {
  const name = names.find(([key]) => key === rangeKey(range))?.[1];
  if (name !== undefined) return t(name);
  const [count, unit] = lastSome(range) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  const [word, times] = UNITS[unit];
  return t(`board.lastSome.${unit === 'Q' ? 'M' : unit}`, { span: formats.units(count * times, word) });
}

/** How many of which unit up to now; nothing where that cannot be said in the plural. */
function lastSome({ from, to }: RawRange): readonly [number, Unit] | undefined {
  const [, digits, unit] = to === 'now' ? (/^now-(\d{1,6})([smhdwMQy])$/.exec(from) ?? []) : [];
  if (digits === undefined || !isUnit(unit)) return undefined;
  const count = Number(digits);
  if (count > 1 || unit === 'Q') return [count, unit];
  return count === 1 ? SMALLER[unit] : undefined;
}

const isUnit = (text: string | undefined): text is Unit => text !== undefined && Object.hasOwn(UNITS, text);
