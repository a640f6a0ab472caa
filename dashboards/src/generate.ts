import { type Board, dashboardOf } from './board.js';
import { chat } from './chat/board.js';
import { facts } from './facts/boards.js';
import { intake } from './health/board.js';
import { notifications } from './notifications/board.js';
import { quality } from './quality/board.js';
import { queues } from './queues/board.js';
import { overview } from './overview/board.js';
import { telephony } from './telephony/board.js';

/** All boards, in the order their links stand in. */
export const boards: readonly Board[] = [overview, chat, notifications, telephony, queues, quality, intake, ...facts];

/** Where a folder's boards are provisioned from. */
const folderOf = ({ folder }: Board) => `provisioning/dashboards/${folder}`;

/**
 * The boards as Grafana's provisioning reads them.
 * @returns path below the repository -> text of the file; the same sources give the same texts
 */
export function generateDashboards(): Record<string, string> {
  return Object.fromEntries(
    boards.map((board) => [
      `${folderOf(board)}/${board.uid.replace(/^switchboard-/, '')}.json`,
      `${JSON.stringify(dashboardOf(board, boards), null, 2)}\n`,
    ]),
  );
}
