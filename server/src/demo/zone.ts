const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Milliseconds by which the zone's clocks are ahead of UTC at that moment. */
function offsetAt(instant: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(instant);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return local - Math.floor(instant / 1000) * 1000;
}

/** The local date, YYYY-MM-DD, at a moment in epoch milliseconds. */
export function localDay(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 10);
}

/** The date `count` days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** Whole days since 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;

/** Half-open [start, end) in epoch milliseconds. */
export interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** The first moment of a local day: where clocks skip midnight, the first one that exists. */
function startOf(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const before = midnight - offsetAt(midnight - dayMs, zone);
  const after = midnight - offsetAt(midnight + dayMs, zone);
  if (before === after) return before;
  return [Math.min(before, after), Math.max(before, after)].find((at) => localDay(at, zone) === day) ?? before;
}

const known = new Map<string, Bounds>();

/** The local day as UTC moments; 23 or 25 hours where clocks change. */
export function dayBounds(day: string, zone: string): Bounds {
  const key = `${zone} ${day}`;
  let bounds = known.get(key);
  if (!bounds) {
    bounds = { start: startOf(day, zone), end: startOf(addDays(day, 1), zone) };
    // Days are asked for in runs, so only the neighbours are worth keeping.
    if (known.size > 64) known.clear();
    known.set(key, bounds);
  }
  return bounds;
}
