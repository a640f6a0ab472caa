import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  type DashboardLink,
  DashboardLinkType,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { type Section, place } from './layout.js';
import { initialValues, scopeOf, type Variable, variablesOf } from './variables.js';

/** One board, as its file declares it. */
export interface Board {
  /** Never changes: links, bookmarks and alert rules name it. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** The folder it stands in. */
  readonly folder: 'Operations';
  readonly tags: readonly string[];
  /** Where the range begins; it ends now. */
  readonly from: string;
  readonly refresh: string;
  readonly variables: readonly Variable[];
  readonly sections: readonly Section[];
}

/** Every board has it, and nothing else. */
export const TAG = 'switchboard';

/** A link above the board; the SDK's own builder would hide it in a menu. */
function link(
  title: string,
  tooltip: string,
  url: string,
  rest: Pick<DashboardLink, 'icon' | 'includeVars' | 'keepTime'>,
) {
  const model: DashboardLink = {
    title,
    tooltip,
    url,
    type: DashboardLinkType.Link,
    tags: [],
    asDropdown: false,
    targetBlank: false,
    ...rest,
  };
  return { build: () => model };
}

/** To another board, with the same range and choices. */
function toSibling({ uid, title, description }: Board) {
  return link(title, description, `/d/${uid}`, { icon: 'dashboard', includeVars: true, keepTime: true });
}

/** To the same board as it first was. */
function clear({ uid, from, variables }: Board) {
  const initial = new URLSearchParams({ from, to: 'now', ...initialValues(variables) });
  const url = `/d/${uid}?${initial.toString()}`;
  return link('Clear', 'All filters off, the usual range', url, { icon: 'bolt', includeVars: false, keepTime: false });
}

/** Grafana's classic model of a board among its siblings. */
export function dashboardOf(board: Board, siblings: readonly Board[]): Dashboard {
  const { uid, title, description, tags, from, refresh, variables, sections } = board;
  const dashboard = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([TAG, ...tags])
    .timezone('')
    .time({ from, to: 'now' })
    .refresh(refresh)
    .tooltip(DashboardCursorSync.Crosshair)
    .editable()
    .variables(variablesOf(variables))
    .links([...siblings.filter((sibling) => sibling.uid !== uid).map(toSibling), clear(board)])
    .build();
  return { ...dashboard, panels: place(sections, scopeOf(variables)) };
}
