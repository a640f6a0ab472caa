import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout's top folder. */
export const ROOT = join(__dirname, '../..');

interface Panel {
  id: number;
  type: string;
  title?: string;
  timeFrom?: string;
  collapsed?: boolean;
  gridPos: { h: number; y: number };
  panels?: Panel[];
}

export interface Board {
  uid: string;
  title: string;
  panels: Panel[];
}

/** The boards that are provisioned. */
export function boards(): Board[] {
  const folder = join(ROOT, 'provisioning/dashboards');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Board);
}

/** What a board shows when all of its rows are open. */
export function panelsOf({ panels }: Board): Panel[] {
  return panels.flatMap((panel) => (panel.type === 'row' ? (panel.panels ?? []) : [panel]));
}

/** The rows that are closed at first. */
export function closedRows({ panels }: Board): string[] {
  return panels.filter(({ type, collapsed }) => type === 'row' && collapsed).map(({ title = '' }) => title);
}

/** Pixels that a board takes with all rows open; a unit of the grid is 30 pixels and a gap of 8. */
export function heightOf(board: Board): number {
  const all = [...board.panels, ...panelsOf(board)];
  const hidden = board.panels.flatMap(({ panels }) => panels ?? []).map(({ gridPos }) => gridPos.h);
  return (Math.max(...all.map(({ gridPos }) => gridPos.y + gridPos.h)) + hidden.reduce((a, b) => a + b, 0)) * 38 + 400;
}
