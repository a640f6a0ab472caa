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

/** Panels side by side, as many as find room. */
function linesOf(panels: readonly PanelPlan[]): PanelPlan[][] {
  const lines: PanelPlan[][] = [];
  let x = COLUMNS;
  for (const plan of panels) {
    if (x + plan.width > COLUMNS) x = 0;
    if (x === 0) lines.push([]);
    lines.at(-1)?.push(plan);
    x += plan.width;
  }
  return lines;
}

/** Gives every panel its place and number; all of a line are as high as the highest, or Grafana would pull up the next. */
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
    for (const line of linesOf(panels)) {
      const h = Math.max(...line.map(({ height }) => height));
      let x = 0;
      for (const plan of line) {
        const panel = { ...plan.build(scope), id: ++id, gridPos: { x, y, w: plan.width, h } };
        if (row && collapsed) row.panels.push(panel);
        else placed.push(panel);
        x += plan.width;
      }
      y += h;
    }
    if (collapsed) y = folded;
  }
  return placed;
}
