import { type Panel, type RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelPlan } from './panels/panel.js';
import type { Scope } from './question.js';

/** Panels under a title, filled in from left to right, line by line. */
export interface Section {
  /** None above the numbers that a board begins with. */
  readonly title?: string;
  /** What is looked at weekly stands folded, and asks nothing until somebody opens it. */
  readonly collapsed?: true;
  readonly panels: readonly PanelPlan[];
}

const COLUMNS = 24;

/** Gives every panel its place and number; a line is as high as its highest panel. */
export function place(sections: readonly Section[], scope: Scope): (Panel | RowPanel)[] {
  const placed: (Panel | RowPanel)[] = [];
  let [y, id] = [0, 0];
  for (const { title, collapsed = false, panels } of sections) {
    const row: RowPanel | null =
      title === undefined
        ? null
        : { type: 'row', id: ++id, title, collapsed, panels: [], gridPos: { x: 0, y, w: COLUMNS, h: 1 } };
    if (row) {
      placed.push(row);
      y += 1;
    }
    // A folded row takes no room, and its panels stand where they would stand unfolded.
    const folded = y;
    let [x, lineHeight] = [0, 0];
    for (const plan of panels) {
      if (x + plan.width > COLUMNS) [x, y, lineHeight] = [0, y + lineHeight, 0];
      const panel = { ...plan.build(scope), id: ++id, gridPos: { x, y, w: plan.width, h: plan.height } };
      if (row && collapsed) row.panels.push(panel);
      else placed.push(panel);
      x += plan.width;
      lineHeight = Math.max(lineHeight, plan.height);
    }
    y = collapsed ? folded : y + lineHeight;
  }
  return placed;
}
