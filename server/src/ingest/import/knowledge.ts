import { kinds } from '../../facts/kinds.js';

/** The fields of each kind that say when something happened. */
const eventTimes: ReadonlyMap<unknown, readonly string[]> = new Map(
  [...kinds.values()].map(({ name, fields }) => [
    name,
    [...fields].filter(([, { isEventTime }]) => isEventTime).map(([field]) => field),
  ]),
);

/**
 * A record without any time is known since its file was written, not since it was read (records.md §2: `observedAt`): so
 * reading a file again changes nothing, and an old file overrules nothing newer.
 * @param writtenAt epoch milliseconds
 */
export function dated(record: unknown, writtenAt: number): unknown {
  if (typeof record !== 'object' || record === null || 'observedAt' in record || !('kind' in record)) return record;
  const times = eventTimes.get(record.kind);
  if (times === undefined || times.some((field) => field in record)) return record;
  return { ...record, observedAt: writtenAt };
}
