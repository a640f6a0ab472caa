import { type Panel, type RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelPlan } from './panels/panel.js';
import type { Scope } from './question.js';

/** Panels under a title, filled in from left to right, line by line. */
export interface Section {
  /** None above the numbers that a board begins with. */
  readonly title?: string;
  readonly panels: readonly PanelPlan[];
}

const COLUMNS = 24;

/** Gives every panel its place and number; a line is as high as its highest panel. */
export function place(sections: readonly Section[], scope: Scope): (Panel | RowPanel)[] {
  const placed: (Panel | RowPanel)[] = [];
  let y = 0;
  const nextId = () => placed.length + 1;
  for (const { title, panels } of sections) {
    if (title !== undefined) {
      placed.push({
        type: 'row',
        id: nextId(),
        title,
        collapsed: false,
        panels: [],
        gridPos: { x: 0, y, w: COLUMNS, h: 1 },
      });
      y += 1;
    }
    let [x, lineHeight] = [0, 0];
    for (const plan of panels) {
      if (x + plan.width > COLUMNS) [x, y, lineHeight] = [0, y + lineHeight, 0];
      const gridPos = { x, y, w: plan.width, h: plan.height };
      placed.push({ ...plan.build(scope), id: nextId(), gridPos });
      x += plan.width;
      lineHeight = Math.max(lineHeight, plan.height);
    }
    y += lineHeight;
  }
  return placed;
}
