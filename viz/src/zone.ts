/** A wall clock's reading; month and day from 1. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const readers = new Map<string, Intl.DateTimeFormat>();

function reader(timeZone: string): Intl.DateTimeFormat {
  const known = readers.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  readers.set(timeZone, made);
  return made;
}

/** What clocks of the zone show at an instant. @throws RangeError where the zone has no such name */
export function wallAt(instant: number, timeZone: string): Wall {
  const wall = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of reader(timeZone).formatToParts(instant)) {
    if (type in wall) wall[type as keyof typeof wall] = Number(value);
  }
  return wall;
}

/** Milliseconds by which clocks of the zone are ahead of UTC. */
export function offsetAt(instant: number, timeZone: string): number {
  return asUtc(wallAt(instant, timeZone)) - Math.floor(instant / 1000) * 1000;
}

/**
 * The first instant at which clocks of the zone show this or, where it is skipped, later; fields may run over (day 32).
 */
export function instantOf(wall: Wall, timeZone: string): number {
  const wanted = asUtc(wall);
  const before = offsetAt(wanted - 86_400_000, timeZone);
  const after = offsetAt(wanted + 86_400_000, timeZone);
  const fits = [before, after].map((offset) => wanted - offset).filter((at) => at + offsetAt(at, timeZone) === wanted);
  return fits.length > 0 ? Math.min(...fits) : wanted - before;
}

function asUtc({ year, month, day, hour, minute, second }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** 2026-11-22 10:41:05, as tables show times. */
export function readable(instant: number, timeZone: string): string {
  const { year, month, day, hour, minute, second } = wallAt(instant, timeZone);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}:${pad(second)}`;
}

/** 2026-11-22T10:41:05.000+03:00: exact, and read by other programs. */
export function isoWithOffset(instant: number, timeZone: string): string {
  const offset = Math.round(offsetAt(instant, timeZone) / 60_000);
  const local = new Date(instant + offset * 60_000).toISOString().slice(0, -1);
  const ahead = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(ahead / 60))}:${pad(ahead % 60)}`;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}
