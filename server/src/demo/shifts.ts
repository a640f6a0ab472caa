import { isDayOff } from './calendar.js';
import { Random, Weighted } from './random.js';
import { operatorsOf, type Operator } from './world.js';
import { dayNumber, type Bounds } from './zone.js';

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** A planned break: it begins at `start` or when the work at hand is done, and lasts `length` milliseconds. */
export interface Pause {
  readonly start: number;
  readonly length: number;
  readonly reason: string;
}

/** One operator's plan for one day; `to` is when the last contact may be taken. */
export interface Shift {
  readonly operator: Operator;
  readonly from: number;
  readonly to: number;
  readonly pauses: readonly Pause[];
}

type Duty = 'night' | 'early' | 'middle' | 'late' | null;

/**
 * Everybody moves one place forward each day: a night, a day off, three early, and so on. A late shift is never followed
 * by a night, so that nobody works on two calendar days at once.
 */
const rota: readonly Duty[] = [
  'night', null, 'early', 'early', 'early', null, 'middle', 'middle', null, 'late', 'late', 'late', null, null,
]; // prettier-ignore

/** Places of the rota that stay empty on quiet days. */
const quietDuties = new Set([3, 7]);

function dutyOf(index: number, day: string, quiet: boolean): Duty {
  const place = (index + dayNumber(day)) % rota.length;
  return quiet && quietDuties.has(place) ? null : (rota[place] ?? null);
}

/** Whether the operator's shift of that day ends after midnight. */
export const endsAfterMidnight = (index: number, day: string): boolean => dutyOf(index, day, false) === 'late';

function hoursOf(duty: NonNullable<Duty>, { start, end }: Bounds, random: Random): Bounds {
  const delay = Math.floor(random.between(-4, 5) * minuteMs);
  const from = { early: 8, middle: 10.5, late: 15 };
  if (duty === 'night') return { start: start + random.whole(1, 20) * 1000, end: start + 8 * hourMs + 6 * minuteMs };
  const begin = start + from[duty] * hourMs + delay;
  return { start: begin, end: duty === 'late' ? end + 20 * minuteMs : begin + 9 * hourMs };
}

const extras = new Weighted<{ reason: string; minutes: number } | null>(
  [null, 62],
  [{ reason: 'training', minutes: 40 }, 14],
  [{ reason: 'coaching', minutes: 25 }, 12],
  [{ reason: 'technical', minutes: 12 }, 12],
);

/** Lunch in the middle, a short break on either side, sometimes one thing more near the end. */
function pausesOf({ start, end }: Bounds, random: Random): Pause[] {
  const at = (share: number): number => Math.floor(start + (end - start) * (share + random.between(-0.05, 0.05)));
  const minutes = (mean: number): number => Math.floor(random.between(0.8, 1.25) * mean * minuteMs);
  const pauses = [
    { start: at(0.25), length: minutes(12), reason: 'break' },
    { start: at(0.48), length: minutes(38), reason: 'lunch' },
    { start: at(0.7), length: minutes(12), reason: 'break' },
  ];
  const extra = extras.pick(random);
  if (extra) pauses.push({ start: at(0.87), length: minutes(extra.minutes), reason: extra.reason });
  return pauses;
}

/** Who works when on a day. */
export function shiftsOf(seed: string, day: string, bounds: Bounds): Shift[] {
  const shifts: Shift[] = [];
  for (const [index, operator] of operatorsOf(seed).entries()) {
    const duty = dutyOf(index, day, isDayOff(day));
    if (duty === null) continue;
    const random = new Random(seed, 'shift', operator.id, day);
    const hours = hoursOf(duty, bounds, random);
    shifts.push({ operator, from: hours.start, to: hours.end, pauses: pausesOf(hours, random) });
  }
  return shifts;
}
