import type { Panel, RawRange, Span } from './dashboard.js';
import { instantOf, type Wall, wallAt } from './zone.js';

/** The first day of a week. */
export type WeekStart = 'monday' | 'sunday' | 'saturday';
export type Unit = 's' | 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'y';

const WRITTEN = /^now((?:[+-]\d+[smhdwMQy])*)(?:\/([smhdwMQy]))?$/;
const SHIFT = /([+-])(\d+)([smhdwMQy])/g;
const EXACT = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/**
 * A written range as times: now, now-7d, now/d, now-1d/d, epoch milliseconds, ISO; a rounding at the end goes to the end of
 * the unit. Days and longer are the zone's, hours and shorter are exact.
 * @throws RangeError in words where a side cannot be read or the end is not after the start
 */
export function parseRange(
  from: string,
  to: string,
  timeZone: string,
  now: number,
  weekStart: WeekStart = 'monday',
): Span {
  const clock = { timeZone, now, weekStart };
  const span = { from: moment(from, clock, false), to: moment(to, clock, true) };
  if (span.to <= span.from) throw new RangeError('The range ends before it begins.');
  return span;
}

/** The range of a panel: the board's, or the panel's own "relative time". */
export function panelRange(panel: Pick<Panel, 'timeFrom'>, board: RawRange): RawRange {
  const { timeFrom } = panel;
  if (timeFrom === undefined || timeFrom === '') return board;
  return { from: timeFrom.startsWith('now') ? timeFrom : `now-${timeFrom}`, to: 'now' };
}

interface Clock {
  readonly timeZone: string;
  readonly now: number;
  readonly weekStart: WeekStart;
}

function moment(text: string, { timeZone, now, weekStart }: Clock, end: boolean): number {
  if (/^\d+$/.test(text)) return Number(text);
  const match = WRITTEN.exec(text);
  if (!match) {
    const parsed = Date.parse(text);
    if (Number.isNaN(parsed)) throw new RangeError(`"${text}" is not a time.`);
    return parsed;
  }
  let at = now;
  for (const [, sign, count, unit] of (match[1] ?? '').matchAll(SHIFT)) {
    if (isUnit(unit)) at = shifted(at, (sign === '-' ? -1 : 1) * Number(count), unit, timeZone);
  }
  const unit = match[2];
  if (!isUnit(unit)) return at;
  const start = startOf(at, unit, timeZone, weekStart);
  // The end of a unit is the start of the next: ranges do not include their end.
  return end ? startOf(shifted(start, 1, unit, timeZone), unit, timeZone, weekStart) : start;
}

function isUnit(text: string | undefined): text is Unit {
  return text !== undefined && 'smhdwMQy'.includes(text);
}

/** Some units later (or, negative, earlier) on the zone's clocks; a day that a month lacks is its last. */
export function shifted(at: number, count: number, unit: Unit, timeZone: string): number {
  if (unit === 's' || unit === 'm' || unit === 'h') return at + count * EXACT[unit];
  const wall = wallAt(at, timeZone);
  const rest = ((at % 1000) + 1000) % 1000;
  if (unit === 'd' || unit === 'w') {
    return instantOf({ ...wall, day: wall.day + count * (unit === 'w' ? 7 : 1) }, timeZone) + rest;
  }
  const months = wall.year * 12 + (wall.month - 1) + count * { M: 1, Q: 3, y: 12 }[unit];
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return instantOf({ ...wall, year, month, day: Math.min(wall.day, last) }, timeZone) + rest;
}

/** The start of the unit that an instant is in, on the zone's clocks. */
export function startOf(at: number, unit: Unit, timeZone: string, weekStart: WeekStart = 'monday'): number {
  const wall = wallAt(at, timeZone);
  if (unit === 's' || unit === 'm') return Math.floor(at / EXACT[unit]) * EXACT[unit];
  if (unit === 'h') return at - (at % 1000) - wall.second * 1000 - wall.minute * 60_000;
  return instantOf(dayOf(wall, unit, weekStart), timeZone);
}

const WEEKDAY: Readonly<Record<WeekStart, number>> = { sunday: 0, monday: 1, saturday: 6 };

function dayOf(wall: Wall, unit: Exclude<Unit, 's' | 'm' | 'h'>, weekStart: WeekStart): Wall {
  const midnight = { ...wall, hour: 0, minute: 0, second: 0 };
  const weekday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay();
  const ofWeek = (weekday - WEEKDAY[weekStart] + 7) % 7;
  const first = {
    d: midnight,
    w: { ...midnight, day: wall.day - ofWeek },
    M: { ...midnight, day: 1 },
    Q: { ...midnight, month: wall.month - ((wall.month - 1) % 3), day: 1 },
    y: { ...midnight, month: 1, day: 1 },
  };
  return first[unit];
}
