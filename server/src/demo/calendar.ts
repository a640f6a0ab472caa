import { Random } from './random.js';
import { dayNumber, type Bounds } from './zone.js';

/** Monday first. */
const weekdays = [1.12, 1.08, 1.04, 1.03, 1.0, 0.85, 0.78] as const;
const months = [0.94, 0.96, 0.98, 1.0, 0.98, 0.96, 0.95, 0.97, 1.0, 1.02, 1.1, 1.14] as const;
const publicHolidays = new Set([
  '01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08',
  '02-23', '03-08', '05-01', '05-09', '06-12', '11-04',
]); // prettier-ignore

/** 0 is Monday. */
export const weekday = (day: string): number => (dayNumber(day) + 3) % 7;

export const isDayOff = (day: string): boolean => weekday(day) > 4 || publicHolidays.has(day.slice(5));

/** How busy a day is, around 1: week, season, holidays, slow growth and the day's own chance. */
export function volumeOf(seed: string, day: string): number {
  const growth = 0.9 + 0.2 / (1 + Math.exp(-(dayNumber(day) - 20_500) / 400));
  const holiday = publicHolidays.has(day.slice(5)) ? 0.68 : 1;
  const week = weekdays[weekday(day)] ?? 1;
  const season = months[Number(day.slice(5, 7)) - 1] ?? 1;
  const chance = 1 + 0.05 * new Random(seed, 'volume', day).normal();
  return growth * holiday * week * season * Math.min(1.15, Math.max(0.85, chance));
}

/** The share of a day that has passed when each of its slots ends. */
export type Curve = readonly number[];

const slots = 96;

/** A curve through 24 hourly weights, each standing for the middle of its hour. */
function curve(...hours: readonly number[]): Curve {
  const weights = Array.from({ length: slots }, (_, slot) => {
    const place = (slot + 0.5) / 4 - 0.5;
    const hour = Math.floor(place);
    const share = place - hour;
    return (hours[(hour + 24) % 24] ?? 0) * (1 - share) + (hours[(hour + 25) % 24] ?? 0) * share;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => (sum += weight / total));
}

/** Customers live from Kaliningrad to Vladivostok, so that the nights are thin but never empty. */
export const curves = {
  inbound: curve(
    0.5,
    0.45,
    0.45,
    0.45,
    0.5,
    0.5,
    0.55,
    0.7,
    1.0,
    1.35,
    1.6,
    1.65,
    1.5,
    1.45,
    1.5,
    1.55,
    1.5,
    1.4,
    1.25,
    1.1,
    0.95,
    0.8,
    0.65,
    0.55,
  ),
  robotCalls: curve(
    0.25,
    0.25,
    0.4,
    0.7,
    0.9,
    0.95,
    0.9,
    0.95,
    1.1,
    1.5,
    1.8,
    1.8,
    1.5,
    1.4,
    1.6,
    1.7,
    1.6,
    1.5,
    1.2,
    0.9,
    0.6,
    0.4,
    0.3,
    0.25,
  ),
  chats: curve(
    0.55,
    0.5,
    0.45,
    0.45,
    0.45,
    0.5,
    0.55,
    0.7,
    0.9,
    1.15,
    1.3,
    1.35,
    1.4,
    1.3,
    1.25,
    1.25,
    1.3,
    1.35,
    1.4,
    1.45,
    1.4,
    1.2,
    0.95,
    0.7,
  ),
  office: curve(0, 0, 0, 0, 0, 0, 0, 0.1, 0.8, 1.6, 2, 2, 1.4, 1.5, 1.9, 1.9, 1.7, 1.4, 0.8, 0.5, 0.3, 0.2, 0, 0),
} as const;

/**
 * `count` moments of a day, spread as the curve says, ascending. One falls into each share of 1/count, as a busy centre's
 * arrivals nearly do: a quiet quarter of an hour is then thin, not empty. On a day of 23 or 25 hours the curve stretches.
 */
export function arrivals(random: Random, count: number, shape: Curve, { start, end }: Bounds): number[] {
  const times: number[] = [];
  const width = (end - start) / slots;
  let slot = 0;
  let reached = 0;
  for (let i = 0; i < count; i++) {
    const target = (i + random.next()) / count;
    while (slot < slots - 1 && (shape[slot] ?? 1) <= target) reached = shape[slot++] ?? 1;
    const share = (target - reached) / ((shape[slot] ?? 1) - reached);
    times.push(Math.floor(start + (slot + Math.min(share, 0.999)) * width));
  }
  return times;
}
