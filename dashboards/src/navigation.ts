import { type DashboardLink, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Board } from './board.js';
import { initialValues } from './variables.js';

/** Every board has it, and nothing else. */
export const TAG = 'switchboard';

const carrying = { includeVars: true, keepTime: true } as const;
const forgetting = { includeVars: false, keepTime: false } as const;

const plain = { tags: [], asDropdown: false, targetBlank: false };

/** To a neighbour, with the same range and choices. */
function toNeighbour({ uid, title, description }: Board, icon: string): DashboardLink {
  return { title, tooltip: description, url: `/d/${uid}`, type: DashboardLinkType.Link, icon, ...plain, ...carrying };
}

/** To any board; a list, since all their names side by side would take more room than the numbers. */
const toAny: DashboardLink = {
  title: 'All boards',
  tooltip: 'The other boards, with the same range and choices',
  url: '',
  type: DashboardLinkType.Dashboards,
  icon: 'apps',
  tags: [TAG],
  asDropdown: true,
  targetBlank: false,
  ...carrying,
};

/** To the same board as it first was. */
function clear({ uid, from, variables }: Board): DashboardLink {
  const initial = new URLSearchParams({ from, to: 'now', ...initialValues(variables) });
  const url = `/d/${uid}?${initial.toString()}`;
  const tooltip = 'All filters off, the usual range';
  return { title: 'Clear', tooltip, url, type: DashboardLinkType.Link, icon: 'bolt', ...plain, ...forgetting };
}

/** What stands above a board: the boards before and after it, all others, and the way back to its beginning. */
export function navigationOf(board: Board, all: readonly Board[]): DashboardLink[] {
  const place = all.findIndex(({ uid }) => uid === board.uid);
  const [before, after] = [all[place - 1], all[place + 1]];
  return [
    ...(before ? [toNeighbour(before, 'arrow-left')] : []),
    ...(after ? [toNeighbour(after, 'arrow-right')] : []),
    toAny,
    clear(board),
  ];
}
