import type { Panel } from '@switchboard/viz';

/** A row of the board with the panels that stand under it; the first may have no row. */
export interface Section {
  readonly row: Panel | undefined;
  readonly panels: readonly Panel[];
}

/** The board's panels by the row that they stand under, in reading order. */
export function sectionsOf(panels: readonly Panel[]): Section[] {
  const sections: { row: Panel | undefined; panels: Panel[] }[] = [];
  for (const panel of inOrder(panels)) {
    const last = sections.at(-1);
    if (panel.type === 'row') sections.push({ row: panel, panels: [...(panel.panels ?? [])] });
    else if (last === undefined) sections.push({ row: undefined, panels: [panel] });
    else last.panels.push(panel);
  }
  return sections;
}

/** Panels in the order in which they are read: line by line, from the left. */
export function inOrder(panels: readonly Panel[]): Panel[] {
  return [...panels].sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x);
}
