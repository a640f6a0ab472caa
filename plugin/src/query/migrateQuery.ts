import { migrate } from './migrate';
import type { SwitchboardQuery } from './model';

/** A query of a panel, a rule or the history of Explore, in the shape of today's model. */
export function migrateQuery(saved: SwitchboardQuery): SwitchboardQuery {
  return { ...migrate(saved), refId: saved.refId };
}
