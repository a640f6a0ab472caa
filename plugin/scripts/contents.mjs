import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dist, root } from './run.mjs';

const BOARDS = join(root, '..', 'provisioning', 'dashboards');
const PICTURES = join(root, '..', 'docs', 'images');
const RUNBOOKS = join(root, 'src', 'runbooks');

/** What Grafana's catalogue and the plugin's page show; the first is the one that people see first. */
const SCREENSHOTS = [
  { name: 'Chat: who handled the dialogues, compared with the days before', file: 'chat.png' },
  { name: 'The query editor in Explore, with what a question means in words', file: 'query-editor.png' },
  { name: 'Notifications: what was sent and delivered, by channel', file: 'notifications.png' },
];

/**
 * Adds to dist/ what the repository has elsewhere, and announces it in plugin.json: the boards that are provisioned, so
 * that Grafana offers to import them, and pictures; and the pages that alerts link to.
 */
export function addContents() {
  cpSync(RUNBOOKS, join(dist, 'runbooks'), { recursive: true });
  const manifest = join(dist, 'plugin.json');
  const { info, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  const announced = { ...rest, info: { ...info, screenshots: addScreenshots() }, includes: addBoards() };
  writeFileSync(manifest, `${JSON.stringify(announced, null, 2)}\n`);
}

function addBoards() {
  mkdirSync(join(dist, 'dashboards'), { recursive: true });
  const boards = readdirSync(BOARDS, { recursive: true }).filter((path) => path.endsWith('.json'));
  return boards.sort().map((board) => {
    const path = `dashboards/${basename(board)}`;
    copyFileSync(join(BOARDS, board), join(dist, path));
    return { type: 'dashboard', name: JSON.parse(readFileSync(join(dist, path), 'utf8')).title, path };
  });
}

function addScreenshots() {
  mkdirSync(join(dist, 'img'), { recursive: true });
  return SCREENSHOTS.map(({ name, file }) => {
    copyFileSync(join(PICTURES, file), join(dist, 'img', file));
    return { name, path: `img/${file}` };
  });
}
