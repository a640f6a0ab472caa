import { type BoardState, type Dashboard, readState, writeState } from '@switchboard/viz';
import { useCallback, useMemo } from 'react';
import { navigate, usePath, useSearch } from '../../app/router.js';
import { useWhoami } from '../../app/session.js';

export interface BoardControl {
  readonly state: BoardState;
  /** The IANA zone in which days begin and times are shown. */
  readonly timeZone: string;
  /** Changes the address, and with it the board; one can come back with the browser's own way. */
  readonly change: (change: Partial<BoardState>) => void;
  /** Back to how the board begins: its own range, no choices. */
  readonly clear: () => void;
}

export const browserZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the reader chose, kept in the address alone, so that a copied address shows the same. */
export function useBoardState(dashboard: Dashboard): BoardControl {
  const search = useSearch();
  const path = usePath();
  const { timeZone: tenantZone } = useWhoami();
  const state = useMemo(() => {
    // A board without a zone of its own is read in the tenant's, where its days begin.
    const zone = dashboard.timezone === undefined || dashboard.timezone === '' ? tenantZone : dashboard.timezone;
    return readState(search, { ...dashboard, timezone: zone });
  }, [search, dashboard, tenantZone]);
  const change = useCallback(
    (changed: Partial<BoardState>) => navigate(`${path}?${writeState({ ...state, ...changed }, dashboard)}`),
    [path, state, dashboard],
  );
  const clear = useCallback(() => navigate(path), [path]);
  return { state, timeZone: state.timeZone === '' ? browserZone() : state.timeZone, change, clear };
}
