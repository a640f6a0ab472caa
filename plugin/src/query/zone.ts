import { dateTime } from '@grafana/data';
import type { WeekStart } from '../settings';

const WEEKDAYS = new Map<number, WeekStart>([
  [1, 'monday'],
  [6, 'saturday'],
  [7, 'sunday'],
]);

/** The IANA name of a dashboard's zone, which may be "browser", "utc" or empty; undefined where the browser knows none. */
export function ianaZone(timeZone: string | undefined): string | undefined {
  if (timeZone === 'utc') return 'UTC';
  if (timeZone !== undefined && timeZone !== '' && timeZone !== 'browser') return timeZone;
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || undefined;
}

/** The day on which Grafana lets "this week" begin, so that weekly buckets begin with it; undefined for any other day. */
export function weekStart(): WeekStart | undefined {
  return WEEKDAYS.get(Number(dateTime().startOf('week').isoWeekday()));
}
