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
}

export const pages: readonly Page[] = [
  {
    path: /^\/(d\/[^/]+(\/.*)?)?$/,
    scope: 'read',
    Component: lazy(async () => ({ default: (await import('../pages/board/board-page.js')).BoardPage })),
  },
  {
    path: /^\/catalogue$/,
    label: 'nav.catalogue',
    href: '/catalogue',
    scope: 'read',
    Component: lazy(async () => ({ default: (await import('../pages/catalogue/catalogue-page.js')).CataloguePage })),
  },
  {
    path: /^\/intake$/,
    label: 'nav.intake',
    href: '/intake',
    scope: 'admin',
    Component: lazy(async () => ({ default: (await import('../pages/intake/intake-page.js')).IntakePage })),
  },
];
