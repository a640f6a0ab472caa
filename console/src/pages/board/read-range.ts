import { parseRange, type RawRange, type Span, type WeekStart } from '@switchboard/viz';

/** What the service can be asked for. */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

export interface Reading {
  readonly span: Span;
  /** As it is written: now-7d. */
  readonly raw: RawRange;
  /** Whether the wished range cannot be shown; the board's own is then. */
  readonly isWrong: boolean;
}

/** The times of the wished range at this moment, else of the board's own. */
export function readRange(
  wished: RawRange,
  own: RawRange,
  timeZone: string,
  now: number,
  weekStart: WeekStart,
): Reading {
  const read = (raw: RawRange): Span => parseRange(raw.from, raw.to, timeZone, now, weekStart);
  try {
    const span = read(wished);
    if (span.from >= EARLIEST && span.to <= LATEST) return { span, raw: wished, isWrong: false };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return { span: read(own), raw: own, isWrong: true };
}
