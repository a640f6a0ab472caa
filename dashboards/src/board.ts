import { type Dashboard, DashboardBuilder, DashboardCursorSync } from '@grafana/grafana-foundation-sdk/dashboard';
import { events } from './events.js';
import { type Section, place } from './layout.js';
import { navigationOf, TAG } from './navigation.js';
import { scopeOf, type Variable, variablesOf } from './variables.js';

/** For whom boards are: each audience has a folder. */
export const folders = ['Operations', 'Quality', 'Service health', 'Facts'] as const;
export type Folder = (typeof folders)[number];

/** One board, as its file declares it. */
export interface Board {
  /** Never changes: links, bookmarks and alert rules name it. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly folder: Folder;
  readonly tags: readonly string[];
  /** Where the range begins; it ends now. */
  readonly from: string;
  readonly refresh: string;
  readonly variables: readonly Variable[];
  readonly sections: readonly Section[];
}

/** Grafana's classic model of a board that stands between two others. */
export function dashboardOf(board: Board, all: readonly Board[]): Dashboard {
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
    .links(navigationOf(board, all).map((link) => ({ build: () => link })))
    .build();
  return { ...dashboard, annotations: { list: [events] }, panels: place(sections, scopeOf(uid, variables)) };
}
