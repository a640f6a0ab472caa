import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generateDashboards } from '../src/generate.js';
import { asking, files, saved, type SavedBoard, uids } from './generated.js';

const root = join(import.meta.dirname, '../..');
const all = [...saved.values()].map((board) => ({ title: board.title, board }));

function folderFiles(): string[] {
  const folder = 'provisioning/dashboards/Operations';
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}

describe('the files', () => {
  it('are what is committed, neither more nor less', () => {
    expect(folderFiles().sort()).toEqual(Object.keys(files).sort());
    for (const [path, text] of Object.entries(files)) expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });

  it('are the same whenever they are made', () => {
    expect(generateDashboards()).toEqual(files);
  });
});

describe('the boards', () => {
  it('keep their addresses, ranges and refresh', () => {
    const told = [...saved.values()].map(({ uid, title, time, refresh }) => [uid, title, time.from, time.to, refresh]);
    expect(told).toEqual([
      ['switchboard-chat', 'Chat', 'now-7d', 'now', '5m'],
      ['switchboard-notifications', 'Notifications', 'now-7d', 'now', '5m'],
      ['switchboard-telephony', 'Telephony', 'now/d', 'now', '30s'],
    ]);
  });

  it("have the seed's variables, in its order", () => {
    const told = [...saved.values()].map(({ templating }) =>
      templating.list.map(({ type, label }) => `${label} (${type})`),
    );
    expect(told).toEqual([
      ['Data source (datasource)', 'Chat (query)', 'Operators (query)', 'Messengers (query)', 'Bot (query)',
        'There are customer messages (switch)', 'Group (query)'],
      ['Data source (datasource)', 'Channel (query)', 'Status (query)'],
      ['Data source (datasource)', 'Trunk (query)', 'Direction (query)', 'Bot (query)', 'Campaign (query)',
        'Dialled number (query)', 'Status (query)'],
    ]); // prettier-ignore
  });
});

describe.each(all)('$title', ({ board }) => {
  it('lets people choose several values or All, of dimensions named like their variables', () => {
    for (const { type, name, multi, includeAll, query } of board.templating.list) {
      if (type !== 'query') continue;
      expect({ multi, includeAll, query }).toEqual({
        multi: true,
        includeAll: true,
        query: { refId: name, dimension: name },
      });
    }
  });

  it('leads to each of the other boards with the same range and choices', () => {
    const others = uids.filter((uid) => uid !== board.uid);
    const siblings = board.links.filter(({ keepTime }) => keepTime);
    expect(siblings.map(({ url }) => url)).toEqual(others.map((uid) => `/d/${uid}`));
    expect(siblings.every(({ includeVars }) => includeVars)).toBe(true);
    expect(board.links.every(({ placement }) => placement === undefined)).toBe(true);
  });

  it('can be cleared: its own address with every variable and the range as they first were', () => {
    const [clear, ...more] = board.links.filter(({ keepTime }) => !keepTime);
    expect([clear?.title, clear?.includeVars, more]).toEqual(['Clear', false, []]);
    const { pathname, searchParams } = new URL(clear!.url, 'http://grafana');
    expect(pathname).toBe(`/d/${board.uid}`);
    const narrowing = board.templating.list.filter(({ type }) => type !== 'datasource');
    expect(Object.fromEntries(searchParams)).toEqual({
      ...board.time,
      ...Object.fromEntries(narrowing.map(({ type, name }) => [`var-${name}`, type === 'switch' ? 'false' : '$__all'])),
    });
  });

  it('begins with one line of four to six numbers', () => {
    const first = board.panels.filter(({ gridPos }) => gridPos.y === 0);
    expect(first.map(({ type }) => type)).toEqual(first.map(() => 'stat'));
    expect(first.length).toBeGreaterThanOrEqual(4);
    expect(first.length).toBeLessThanOrEqual(6);
  });

  it('has no panels on top of each other, outside the grid or with the number of another', () => {
    const cells = board.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(cells.length).toBeGreaterThan(0);
    expect(new Set(cells).size).toBe(cells.length);
    expect(board.panels.filter(({ gridPos: { x, w } }) => x < 0 || x + w > 24)).toEqual([]);
    expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
  });

  it('asks at most 28 queries when it is opened', () => {
    expect(openedQueries(board)).toBeLessThanOrEqual(28);
  });
});

function openedQueries(board: SavedBoard): number {
  return asking(board).reduce((sum, { targets }) => sum + (targets?.length ?? 0), 0);
}
