const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in the zone show at a moment (epoch milliseconds), as an input of the type datetime-local takes it. */
export function toWall(at: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    // Swedish writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
    formats.set(timeZone, format);
  }
  return format.format(at).replace(' ', 'T');
}

/** The moment at which clocks in the zone show that; NaN for no time. Of an hour that comes twice it is one of both. */
export function fromWall(text: string, timeZone: string): number {
  const asUtc = Date.parse(`${text.slice(0, 16)}Z`);
  if (Number.isNaN(asUtc)) return NaN;
  const offsetAt = (at: number): number => Date.parse(`${toWall(at, timeZone)}Z`) - at;
  const near = asUtc - offsetAt(asUtc);
  return asUtc - offsetAt(near);
}
