import type { Panel, RawRange, Span } from './dashboard.js';

/**
 * A written range as times: now, now-7d, now/d, now-1d/d, epoch milliseconds, ISO; a rounding at the end goes to the end of
 * the unit. Weeks begin on Monday.
 * @throws RangeError in words where a side cannot be read or the end is not after the start
 */
export function parseRange(from: string, to: string, timeZone: string, now: number): Span {
  void [from, to, timeZone, now];
  throw new Error('not yet');
}

/** The range of a panel: the board's, or the panel's own "relative time". */
export function panelRange(panel: Pick<Panel, 'timeFrom'>, board: RawRange): RawRange {
  return panel.timeFrom === undefined ? board : { from: panel.timeFrom, to: 'now' };
}
