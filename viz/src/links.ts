import type { Dashboard, DashboardLink } from './dashboard.js';
import type { LinkContext, ValueLink } from './drawing.js';

/** A link of the board, with range and choices carried over where it says so; undefined for a list of boards by tag. */
export function boardLink(link: DashboardLink, context: LinkContext): ValueLink | undefined {
  void [link, context];
  throw new Error('not yet');
}

/** Links to the boards that bear all tags of a link of the type "dashboards", without the board itself. */
export function boardsByTag(link: DashboardLink, boards: readonly Dashboard[], context: LinkContext): ValueLink[] {
  void [link, boards, context];
  throw new Error('not yet');
}
