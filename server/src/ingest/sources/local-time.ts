const QUARTER_HOUR = 900_000;
const DAY = 86_400_000;
/** How much earlier than its anchor a time may lie: clocks of one machine disagree by less. */
const SLACK = 60_000;

const written =
  /^(\d{4})-(\d{2})-(\d{2})[ T\u00a0](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Whether the text says its own offset from UTC. */
export function hasOffset(text: string): boolean {
  return written.exec(text.trim())?.[8] !== undefined;
}

/**
 * Epoch milliseconds of `2024-01-27 15:07:24`, read on the clocks of the zone, or by the text's own offset where it has one.
 * An hour that the clocks show twice is its first time, unless that lies before the anchor; an hour that they skip moves
 * forward by what was skipped. So the same text in the same place of a file is always the same moment.
 * @param anchor epoch milliseconds of something that came before
 * @returns undefined where the text is no such time
 */
export function readTime(text: string, zone: string, anchor = -Infinity): number | undefined {
  const match = written.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day, hour, minute] = match.slice(1, 6).map(Number) as [number, number, number, number, number];
  const second = Number(match[6] ?? 0);
  const daysInMonth = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const local =
    new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
  const offset = match[8];
  return offset === undefined ? localToInstant(local, zone, anchor) : local - offsetOf(offset);
}

function offsetOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  const size = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
  return text.startsWith('-') ? -size : size;
}

/** The moment at which the zone's clocks show `local`, a reading written as if it were UTC. */
function localToInstant(local: number, zone: string, anchor: number): number {
  const steady = steadyOffset(Math.floor(local / DAY), zone);
  if (steady !== undefined) return local - steady;
  const before = zoneOffset(local - DAY, zone);
  const after = zoneOffset(local + DAY, zone);
  const shown = [local - before, local - after].filter((moment) => moment + zoneOffset(moment, zone) === local);
  // A skipped hour has no moment: the offset before the change pushes it past the gap.
  if (shown.length === 0) return local - before;
  const candidates = shown.sort((a, b) => a - b);
  return candidates.find((moment) => moment >= anchor - SLACK) ?? candidates.at(-1) ?? local - before;
}

/** The offset of a day on which the zone's clocks are not changed, nor on the days beside it. */
function steadyOffset(day: number, zone: string): number | undefined {
  const { steady } = clockOf(zone);
  if (steady.has(day)) return steady.get(day);
  const before = zoneOffset((day - 1) * DAY, zone);
  const offset = before === zoneOffset((day + 2) * DAY, zone) ? before : undefined;
  steady.set(day, offset);
  return offset;
}

/** Whether the zone is one of IANA's that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

interface Clock {
  readonly format: Intl.DateTimeFormat;
  /** By the number of the quarter hour. */
  readonly offsets: Map<number, number>;
  /** By the number of the local day; undefined where the clocks change. */
  readonly steady: Map<number, number | undefined>;
}

const clocks = new Map<string, Clock>();

function clockOf(zone: string): Clock {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', era: 'short' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const clock: Clock = { format, offsets: new Map(), steady: new Map() };
  clocks.set(zone, clock);
  return clock;
}

/**
 * Local time minus UTC, in milliseconds. Remembered by quarter hour, which no change of a clock since 1972 has split;
 * the quarter hours of one file are few.
 */
function zoneOffset(moment: number, zone: string): number {
  const clock = clockOf(zone);
  const quarter = Math.floor(moment / QUARTER_HOUR);
  const known = clock.offsets.get(quarter);
  if (known !== undefined) return known;
  const shown = Object.fromEntries(
    clock.format.formatToParts(quarter * QUARTER_HOUR).map((part) => [part.type, part.value]),
  );
  const year = shown['era'] === 'BC' ? 1 - Number(shown['year']) : Number(shown['year']);
  const date = new Date(0).setUTCFullYear(year, Number(shown['month']) - 1, Number(shown['day']));
  const time = ((Number(shown['hour']) * 60 + Number(shown['minute'])) * 60 + Number(shown['second'])) * 1000;
  const offset = date + time - quarter * QUARTER_HOUR;
  clock.offsets.set(quarter, offset);
  return offset;
}
