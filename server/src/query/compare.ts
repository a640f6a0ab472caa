import { EARLIEST } from './query.schema.js';
import type { Range, Surroundings } from './range.js';
import { refuse } from './refuse.js';
import { startOf } from './buckets.js';
import { fromLocal, toLocal } from './zone.js';

const DAY = 86_400_000;
/** On average: how far back it is in years need not be exact. */
const MONTH = (365.2425 / 12) * DAY;

/** How far back the range is that a question is compared with. */
export interface Shift {
  /** As asked; the value of the label `compare`. */
  readonly id: string;
  /** In words. */
  readonly label: string;
  readonly days: number;
  readonly months: number;
  readonly milliseconds: number;
}

const NAMED: Readonly<Record<string, Pick<Shift, 'days' | 'months' | 'label'>>> = {
  previous_week: { days: 7, months: 0, label: 'previous week' },
  previous_year: { days: 0, months: 12, label: 'previous year' },
};
const DURATION = /^(\d{1,4})([mhdwMy])$/;
const UNITS = { m: 'minute', h: 'hour', d: 'day', w: 'week', M: 'month', y: 'year' } as const;

/**
 * What `compare` means for a range. Days, weeks, months and years keep the local time of day.
 * @throws Problem invalid_request for words it does not know, and for more years back than a range may lie
 */
export function shiftOf(compare: string, range: Range, window: string | null, around: Surroundings): Shift {
  const shift = readShift(compare, range, window, around);
  const back = shift.days * DAY + shift.months * MONTH + shift.milliseconds;
  if (range.from - back < EARLIEST) refuse(`“${compare}” reaches back beyond the year 1900.`);
  return shift;
}

function readShift(compare: string, range: Range, window: string | null, around: Surroundings): Shift {
  if (compare === 'previous_period') {
    return {
      id: compare,
      label: 'previous period',
      days: 0,
      months: 0,
      milliseconds: 0,
      ...period(range, window, around),
    };
  }
  const named = NAMED[compare];
  if (named && Object.hasOwn(NAMED, compare)) return { id: compare, milliseconds: 0, ...named };
  const [, digits, unit] = DURATION.exec(compare) ?? [];
  const amount = Number(digits);
  if (!unit || amount === 0) {
    refuse(
      `“${compare}” is nothing to compare with: use previous_period, previous_week, previous_year or a duration such as 7d.`,
    );
  }
  const label = `${amount} ${UNITS[unit as keyof typeof UNITS]}${amount === 1 ? '' : 's'} before`;
  return {
    id: compare,
    label,
    days: unit === 'd' ? amount : unit === 'w' ? 7 * amount : 0,
    months: unit === 'M' ? amount : unit === 'y' ? 12 * amount : 0,
    milliseconds: unit === 'm' ? amount * 60_000 : unit === 'h' ? amount * 3_600_000 : 0,
  };
}

/** The period before: as many days where whole days are asked for, the day before where a day so far is, else as long. */
function period({ from, to }: Range, window: string | null, { zone, weekStart }: Surroundings): Partial<Shift> {
  if (window === 'this_year') return { months: 12 };
  const isDayStart = (at: number) => startOf('1d', zone, weekStart, at) === at;
  const days = Math.round((toLocal(zone, to) - toLocal(zone, from)) / DAY);
  if (isDayStart(from) && isDayStart(to)) return { days };
  if (isDayStart(from) && startOf('1d', zone, weekStart, to - 1) === from) return { days: 1 };
  return { milliseconds: to - from };
}

/** The instant so far back: the same local time where the shift is one of days or months. */
export function shifted(instant: number, { days, months, milliseconds }: Shift, zone: string): number {
  if (days === 0 && months === 0) return instant - milliseconds;
  const local = new Date(toLocal(zone, instant));
  const lastOfMonth = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - months + 1, 0)).getUTCDate();
  const day = months > 0 ? Math.min(local.getUTCDate(), lastOfMonth) : local.getUTCDate();
  const date = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - months, day - days);
  return fromLocal(zone, date + (local.getTime() - Math.floor(local.getTime() / DAY) * DAY));
}
