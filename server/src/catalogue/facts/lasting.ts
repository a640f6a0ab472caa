import type { Column } from '../declare.js';

/** What a partial index of migration 0008 holds: the facts that still last, or lasted longer than a day. */
export const longer =
  (start: string, end: Column): Column =>
  (alias) =>
    `(${end(alias)} is null or ${end(alias)} - ${alias}.${start} > interval '1 day')`;
