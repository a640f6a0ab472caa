import { type ComponentType, lazy } from 'react';
import type { Whoami } from './session.js';

/** A page of the console, loaded when it is first opened. */
export interface Page {
  /** Matched against the whole path. */
  path: RegExp;
  /** The key of its text in the navigation; missing: it is reached otherwise. */
  label?: 'nav.catalogue' | 'nav.intake';
  /** The address its link in the navigation leads to. */
  href?: string;
  /** Who may open it. */
  scope: Whoami['scopes'][number];
  Component: ComponentType;
  /** Begins to load it before it is shown. */
  load: () => Promise<unknown>;
}

/** A part of the console that the service could not give: it is away, or has a newer console by now. */
export class PageNotLoaded extends Error {
  override readonly name = 'PageNotLoaded';
}

const page = (load: () => Promise<ComponentType>) => async () => {
  const Component = await load().catch((cause: unknown) => {
    throw new PageNotLoaded('The page could not be loaded.', { cause });
  });
  return { default: Component };
};

const loadBoard = page(async () => (await import('../pages/board/board-page.js')).BoardPage);
const loadCatalogue = page(async () => (await import('../pages/catalogue/catalogue-page.js')).CataloguePage);
const loadIntake = page(async () => (await import('../pages/intake/intake-page.js')).IntakePage);

export const pages: readonly Page[] = [
  {
    path: /^\/(d\/[^/]+(\/.*)?)?$/,
    scope: 'read',
    Component: lazy(loadBoard),
    load: loadBoard,
  },
  {
    path: /^\/catalogue$/,
    label: 'nav.catalogue',
    href: '/catalogue',
    scope: 'read',
    Component: lazy(loadCatalogue),
    load: loadCatalogue,
  },
  {
    path: /^\/intake$/,
    label: 'nav.intake',
    href: '/intake',
    scope: 'admin',
    Component: lazy(loadIntake),
    load: loadIntake,
  },
];

/** While the console asks who is signed in, its first page is already on its way. */
export function loadFirstPage(path: string): void {
  // Where that fails, the page itself says so when it is shown.
  pages
    .find((page) => page.path.test(path))
    ?.load()
    .catch(() => undefined);
}
