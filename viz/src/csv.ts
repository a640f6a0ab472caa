import type { DrawRequest } from './drawing.js';

/**
 * What a panel shows as CSV: UTF-8 with a byte order mark, CRLF, RFC 4180 quotes, exact numbers with a point, times as ISO
 * with the zone's offset; a text that a spreadsheet would take for a formula is led by an apostrophe.
 */
export function toCsv(request: DrawRequest): string {
  void request;
  throw new Error('not yet');
}
