import type { Statement } from './compile.js';
import type { Notice } from './question.js';
import type { Range } from './range.js';
import type { Reader } from './reader.js';

const MINUTE = 60_000;
/** As long as a connection may be quiet before boards colour the age of the newest record. */
const QUIET = 15 * MINUTE;
const LOOKED_UP_EVERY = 10_000;

/** The minute in which the newest record arrived: one look at the end of an index. Column: `at`, epoch milliseconds. */
export function compileNewestArrival(tenant: number): Statement {
  return {
    text: `select floor(extract(epoch from max(i.at)) * 1000)::float8 as at
from intake i
where i.tenant = $1`,
    values: [tenant],
  };
}

/** When tenants' newest records arrived, each looked up once in a while: a board asks all its questions at once. */
export class Arrivals {
  private readonly known = new Map<number, { readonly arrived: number | undefined; readonly until: number }>();

  /** The minute in which the tenant's newest record arrived, epoch milliseconds; undefined before the first. */
  async newest(reader: Reader, tenant: number, now: number): Promise<number | undefined> {
    const known = this.known.get(tenant);
    if (known && now < known.until) return known.arrived;
    const [row] = await reader.rows(compileNewestArrival(tenant));
    const arrived = typeof row?.['at'] === 'number' ? row['at'] : undefined;
    this.known.set(tenant, { arrived, until: now + LOOKED_UP_EVERY });
    return arrived;
  }
}

/** Says that nothing has arrived for long, where that leaves an end of the range without data. */
export function quietNotices({ to }: Range, now: number, newest: number | undefined): Notice[] {
  if (newest === undefined) return [];
  // It may have come at the minute's very end.
  const since = newest + MINUTE;
  if (Math.min(to, now) - since < QUIET) return [];
  return [{ severity: 'warning', text: `No record has arrived for ${inWords(now - since)}.` }];
}

/** A length of time in the largest unit of which it has two. */
function inWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  const [amount, unit] =
    minutes < 120 ? [minutes, 'minutes'] : minutes < 48 * 60 ? [minutes / 60, 'hours'] : [minutes / 1440, 'days'];
  return `${Math.floor(amount).toLocaleString('en')} ${unit}`;
}
