import { type RawTimeRange, toURLRange } from '@grafana/data';
import type { SwitchboardQuery } from './model';

/** Explore names its panes with three letters or digits. */
const PANE = 'rec';
const OTHER_PANE = 'swb';

interface Source {
  uid: string;
  type: string;
}

/**
 * Explore's address for a query over a range, beside what Explore shows already.
 * @param search what follows the path in Explore's address; empty anywhere else
 */
export function exploreAddress(
  { uid, type }: Source,
  query: SwitchboardQuery,
  range: RawTimeRange,
  search = '',
): string {
  const [shown] = Object.entries<unknown>(panesIn(search));
  const pane = { datasource: uid, queries: [{ ...query, datasource: { uid, type } }], range: toURLRange(range) };
  const panes = { ...(shown && { [shown[0]]: shown[1] }), [shown?.[0] === PANE ? OTHER_PANE : PANE]: pane };
  return `/explore?schemaVersion=1&panes=${encodeURIComponent(JSON.stringify(panes))}`;
}

function panesIn(search: string): Record<string, unknown> {
  try {
    const panes: unknown = JSON.parse(new URLSearchParams(search).get('panes') ?? '');
    return typeof panes === 'object' && panes !== null ? { ...panes } : {};
  } catch {
    return {};
  }
}
