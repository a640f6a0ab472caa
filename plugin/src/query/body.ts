import type { TimeRange } from '@grafana/data';
import type { SwitchboardQuery } from './model';
import { ianaZone, weekStart } from './zone';

/** What Grafana writes into a query, or the backend takes out of it and puts around. */
const NOT_ASKED = new Set([
  ...['datasource', 'datasourceId', 'datasourceUid', 'hide', 'intervalMs', 'key', 'queryCachingTTL', 'queryType'],
  ...['timeZone', 'weekStart', 'maxDataPoints'],
]);

/**
 * The body with which the service is asked for a normalised query, as far as the browser knows it: how many points fit is
 * decided at the panel's width.
 */
export function bodyOf(query: SwitchboardQuery, range: TimeRange | undefined, timeZone: string | undefined): object {
  const asked = Object.entries(query).filter(([name, value]) => !NOT_ASKED.has(name) && value !== undefined);
  return {
    timeZone: query.timeZone || ianaZone(timeZone),
    weekStart: query.weekStart || weekStart(),
    ...(range && { from: range.from.toISOString(), to: range.to.toISOString() }),
    queries: [Object.fromEntries(asked)],
  };
}

/** Whether two normalised queries ask the same, in whatever order they were put together. */
export function sameQuestion(one: object, other: object): boolean {
  const settings = (query: object) => JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
  return settings(one) === settings(other);
}
