import type { Span } from './dashboard.js';
import { shifted, startOf } from './range.js';
import { instantOf, wallAt } from './zone.js';

/** So many of a unit between two ticks; minutes are those of the zone's clocks. */
export interface TickStep {
  readonly unit: 'm' | 'd' | 'w' | 'M' | 'y';
  readonly count: number;
  readonly about: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

const steps: readonly TickStep[] = [
  ...[1, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((count) => ({ unit: 'm' as const, count, about: count * MINUTE })),
  { unit: 'd', count: 1, about: DAY },
  { unit: 'd', count: 2, about: 2 * DAY },
  { unit: 'w', count: 1, about: 7 * DAY },
  { unit: 'w', count: 2, about: 14 * DAY },
  ...[1, 2, 3, 6].map((count) => ({ unit: 'M' as const, count, about: count * 30 * DAY })),
  ...[1, 2, 5, 10].map((count) => ({ unit: 'y' as const, count, about: count * 365 * DAY })),
];
const longest: TickStep = { unit: 'y', count: 20, about: 20 * 365 * DAY };

/** The shortest usual step that makes no more than so many ticks. */
export function tickStep({ from, to }: Span, most: number): TickStep {
  return steps.find(({ about }) => (to - from) / about <= Math.max(most, 1)) ?? longest;
}

/** Instants where clocks of the zone show a round time; an hour that is told twice has one tick, a skipped one none. */
export function timeTicks(span: Span, step: TickStep, timeZone: string): number[] {
  const made =
    step.unit === 'm' ? minutes(span, step.count, timeZone) : longer(span, { ...step, unit: step.unit }, timeZone);
  return [...new Set(made)].filter((at) => at >= span.from && at <= span.to);
}

function minutes({ from, to }: Span, count: number, timeZone: string): number[] {
  const midnight = { ...wallAt(from, timeZone), hour: 0, minute: 0, second: 0 };
  const made: number[] = [];
  for (let minute = 0; ; minute += count) {
    const at = instantOf({ ...midnight, minute }, timeZone);
    if (at > to) return made;
    made.push(at);
  }
}

function longer(
  { from, to }: Span,
  { unit, count }: { readonly unit: 'd' | 'w' | 'M' | 'y'; readonly count: number },
  timeZone: string,
): number[] {
  const made: number[] = [];
  let at = startOf(from, unit === 'M' ? 'y' : unit, timeZone);
  while (at <= to) {
    made.push(at);
    at = startOf(shifted(at, count, unit, timeZone), unit, timeZone);
  }
  return made;
}

/** What stands at a tick: the time, at midnight the day, at the turn of the year the year. */
export function tickLabel(at: number, step: TickStep, timeZone: string, locale: string): string {
  const wall = wallAt(at, timeZone);
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
  if (step.unit === 'y') return String(wall.year);
  if (step.unit === 'M') return wall.month === 1 ? String(wall.year) : write({ month: 'short' });
  const midnight = wall.hour === 0 && wall.minute === 0;
  if (step.unit !== 'm' || midnight) return write({ day: 'numeric', month: 'short' });
  return write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** A day on which clocks are changed has 23 hours, and is a whole day too. */
const NEARLY_A_DAY = DAY - 2 * 3_600_000;

/** Whether buckets of this length are told by their day alone. */
export function isDaily(length: number): boolean {
  return length >= NEARLY_A_DAY;
}

/** A moment in full, as the head of a tooltip; without the time of day where buckets are whole days. */
export function momentLabel(at: number, wholeDays: boolean, timeZone: string, locale: string): string {
  const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return new Intl.DateTimeFormat(locale, { timeZone, ...day, ...(!wholeDays && time) }).format(at);
}

const DAY_SECONDS = 86_400;
/** What reads as a whole number of the units that durations are written in, seconds to years. */
const roundDurations = [
  ...[1, 2, 5, 10, 15, 30].flatMap((count) => [count, count * 60]),
  ...[1, 2, 3, 6, 12].map((hours) => hours * 3_600),
  ...[1, 2, 7, 14, 28, 70, 140].map((days) => days * DAY_SECONDS),
  ...[1, 2, 5, 10, 20].map((years) => years * 365 * DAY_SECONDS),
].sort((a, b) => a - b);

/** Seconds between ticks of an axis of durations, so that they stand at whole minutes, hours, days, weeks or years. */
export function durationStep(most: number, ticks: number): number | undefined {
  const least = most / Math.max(ticks, 1);
  return least <= 1 ? undefined : roundDurations.find((step) => step >= least);
}
