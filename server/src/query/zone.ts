/**
 * Offsets of IANA time zones from Intl, cached per zone. Times are epoch milliseconds of the years 1000 to 9999, offsets
 * milliseconds east of UTC.
 */

const DAY = 86_400_000;
/** No zone has gone away from an offset and come back to it within four days. */
const STEP = 4 * DAY;
/** The widest span of local time on earth, with room to spare. */
const MAX_OFFSET = 16 * 3_600_000;

/** Stretches of constant offset: `offsets[i]` holds from `starts[i]` up to `starts[i + 1]`. */
interface Stretches {
  readonly format: Intl.DateTimeFormat;
  starts: number[];
  offsets: number[];
  /** The span that has been looked through. */
  from: number;
  to: number;
}

const cache = new Map<string, Stretches>();
/** More than there are zones: spellings of one zone in other letters must not fill the memory. */
const MOST_ZONES = 1000;

function formatter(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

/** What the clocks of the zone show at the instant, less the instant. */
function observe(format: Intl.DateTimeFormat, instant: number): number {
  const field: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) field[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/** The first instant after `low` at which the offset is no longer `offset`, to the second. */
function transition(format: Intl.DateTimeFormat, low: number, high: number, offset: number): number {
  let [same, other] = [Math.floor(low / 1000), Math.ceil(high / 1000)];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (observe(format, middle * 1000) === offset) same = middle;
    else other = middle;
  }
  return other * 1000;
}

function walk(format: Intl.DateTimeFormat, from: number, to: number): { starts: number[]; offsets: number[] } {
  const starts: number[] = [];
  const offsets: number[] = [];
  let [at, offset] = [from, observe(format, from)];
  while (at < to) {
    const next = Math.min(at + STEP, to);
    const seen = observe(format, next);
    if (seen === offset) at = next;
    else {
      at = transition(format, at, next, offset);
      offset = observe(format, at);
      starts.push(at);
      offsets.push(offset);
    }
  }
  return { starts, offsets };
}

/** The zone's stretches over at least [from, to], grown by whole years so that neighbouring questions share them. */
function stretches(zone: string, from: number, to: number): Stretches {
  const lo = Date.UTC(new Date(from).getUTCFullYear(), 0, 1);
  const hi = Date.UTC(new Date(to).getUTCFullYear() + 1, 0, 1);
  let known = cache.get(zone);
  if (known === undefined) {
    const format = formatter(zone);
    known = { format, starts: [lo], offsets: [observe(format, lo)], from: lo, to: lo };
    if (cache.size >= MOST_ZONES) cache.clear();
    cache.set(zone, known);
  }
  if (lo < known.from) {
    const earlier = walk(known.format, lo, known.from);
    // The first known stretch either begins at a change that was just found again or continues the last of the new ones.
    known.starts = [lo, ...earlier.starts, ...known.starts.slice(1)];
    known.offsets = [observe(known.format, lo), ...earlier.offsets, ...known.offsets.slice(1)];
    known.from = lo;
  }
  if (hi > known.to) {
    const later = walk(known.format, known.to, hi);
    known.starts.push(...later.starts);
    known.offsets.push(...later.offsets);
    known.to = hi;
  }
  return known;
}

/** The index of the last start that is not after the instant. */
function indexAt(starts: readonly number[], instant: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? Infinity) <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** One stretch of constant offset: [start, end). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

/** The stretches that meet [from, to], in order; the first may start before `from`, the last may end after `to`. */
export function stretchesBetween(zone: string, from: number, to: number): Stretch[] {
  const { starts, offsets, to: known } = stretches(zone, from, to);
  const result: Stretch[] = [];
  for (let i = indexAt(starts, from); i < starts.length; i++) {
    const [start = 0, end = known, offset = 0] = [starts[i], starts[i + 1], offsets[i]];
    if (start > to) break;
    result.push({ start, end, offset });
  }
  return result;
}

/** Milliseconds east of UTC at the instant. */
export function offsetAt(zone: string, instant: number): number {
  const { starts, offsets } = stretches(zone, instant, instant);
  return offsets[indexAt(starts, instant)] ?? 0;
}

/** The wall clock at the instant, as if it were UTC. */
export function toLocal(zone: string, instant: number): number {
  return instant + offsetAt(zone, instant);
}

/**
 * The instant from which on the wall clock never again shows a time before `local`. Where a clock change skips that time it
 * is the change itself; where one repeats it, it is the first of the two.
 */
export function fromLocal(zone: string, local: number): number {
  const near = stretchesBetween(zone, local - MAX_OFFSET, local + MAX_OFFSET);
  for (let i = near.length - 1; i >= 0; i--) {
    const stretch = near[i];
    if (stretch && (i === 0 || stretch.start + stretch.offset < local)) {
      return Math.min(stretch.end, local - stretch.offset);
    }
  }
  return local;
}
