import { readdirSync, readFileSync } from 'node:fs';
import { type Dashboard, drawnPanels, type Panel } from '../src/dashboard.js';

const folder = new URL('../../provisioning/dashboards/', import.meta.url);

/** Every dashboard that is provisioned, by its file. */
export const boards: readonly (readonly [string, Dashboard])[] = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Dashboard] as const);

/** Every panel of every board, named. */
export const panels: readonly (readonly [string, Panel])[] = boards.flatMap(([file, board]) =>
  drawnPanels(board).map((panel) => [`${file} ${panel.id} ${panel.title ?? ''}`, panel] as const),
);
