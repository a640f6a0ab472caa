import { type BoardState, type Dashboard, readState, writeState } from '@switchboard/viz';
import { useCallback, useMemo } from 'react';
import { navigate, usePath, useSearch } from '../../app/router.js';
import { useWhoami } from '../../app/session.js';

export interface BoardControl {
  readonly state: BoardState;
  /** The IANA zone in which days begin and times are shown. */
  readonly timeZone: string;
  /** The zone of the address that there is not; the tenant's is shown. */
  readonly wrongZone: string | undefined;
  /** The rows that are not as the board opens them. */
  readonly turned: ReadonlySet<string>;
  /** Opens or closes a row; going back does not come by it again. */
  readonly turn: (row: string) => void;
  /** Changes the address, and with it the board; one can come back with the browser's own way. */
  readonly change: (change: Partial<BoardState>) => void;
  /** Back to how the board begins: its own range, no choices; open rows stay open. */
  readonly clear: () => void;
}

/** The rows that are turned, in the address; Grafana, which has none of it, passes it over. */
const ROWS = 'rows';

export const browserZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the reader chose, kept in the address alone, so that a copied address shows the same. */
export function useBoardState(dashboard: Dashboard): BoardControl {
  const search = useSearch();
  const path = usePath();
  const { timeZone: tenantZone } = useWhoami();
  const read = useMemo(() => {
    // A board without a zone of its own is read in the tenant's, where its days begin.
    const zone = dashboard.timezone === undefined || dashboard.timezone === '' ? tenantZone : dashboard.timezone;
    const asked = readState(search, { ...dashboard, timezone: zone });
    const isKnown = asked.timeZone === '' || isZone(asked.timeZone);
    return {
      state: isKnown ? asked : { ...asked, timeZone: tenantZone },
      wrongZone: isKnown ? undefined : asked.timeZone,
      turned: new Set((new URLSearchParams(search).get(ROWS) ?? '').split(',').filter((row) => row !== '')),
    };
  }, [search, dashboard, tenantZone]);
  const { state, turned } = read;
  const change = useCallback(
    (changed: Partial<BoardState>) => navigate(withRows(path, writeState({ ...state, ...changed }, dashboard), turned)),
    [path, state, turned, dashboard],
  );
  const clear = useCallback(() => navigate(withRows(path, '', turned)), [path, turned]);
  const turn = useCallback(
    (row: string) => {
      const rest = new URLSearchParams(search);
      rest.delete(ROWS);
      const next = new Set(turned);
      if (!next.delete(row)) next.add(row);
      navigate(withRows(path, rest.toString(), next), { replace: true });
    },
    [path, search, turned],
  );
  return { ...read, timeZone: state.timeZone === '' ? browserZone() : state.timeZone, change, clear, turn };
}

function withRows(path: string, search: string, turned: ReadonlySet<string>): string {
  const rows = turned.size === 0 ? '' : `${ROWS}=${[...turned].map(encodeURIComponent).join(',')}`;
  const both = [search, rows].filter((part) => part !== '').join('&');
  return both === '' ? path : `${path}?${both}`;
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
