import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generateDashboards } from '../src/generate.js';
import { dimensions } from '../../server/src/catalogue/dimensions.js';
import { asking, files, opened, saved, type SavedBoard, uids } from './generated.js';
import { seed, seedFilters, seedStatuses } from './seed.js';

const root = join(import.meta.dirname, '../..');
const all = [...saved.values()].map((board) => ({ title: board.title, board }));

function folderFiles(): string[] {
  const folder = 'provisioning/dashboards';
  const names = readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${String(name)}`);
  return names.filter((name) => name.endsWith('.json'));
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
      ['switchboard-overview', 'Overview', 'now-30d', 'now', '5m'],
      ['switchboard-chat', 'Chat', 'now-7d', 'now', '5m'],
      ['switchboard-notifications', 'Notifications', 'now-7d', 'now', '5m'],
      ['switchboard-telephony', 'Telephony', 'now/d', 'now', '30s'],
      ['switchboard-queues', 'Queues and operators', 'now/d', 'now', '30s'],
      ['switchboard-quality', 'Quality', 'now-30d', 'now', '5m'],
      ['switchboard-intake', 'Intake and freshness', 'now-24h', 'now', '30s'],
      ['switchboard-facts-dialogues', 'Facts: dialogues', 'now-24h', 'now', ''],
      ['switchboard-facts-messages', 'Facts: messages', 'now-24h', 'now', ''],
      ['switchboard-facts-notifications', 'Facts: notifications', 'now-24h', 'now', ''],
      ['switchboard-facts-calls', 'Facts: calls', 'now-24h', 'now', ''],
      ['switchboard-facts-work', 'Facts: queues and operators', 'now-24h', 'now', ''],
    ]);
  });

  it("have the seed's variables, in its order", () => {
    const labels = (uid: string) => saved.get(uid)!.templating.list.map(({ type, label }) => `${label} (${type})`);
    expect(labels('switchboard-overview')).toEqual([
      'Data source (datasource)', 'Channels (query)', 'Further filters (adhoc)',
    ]); // prettier-ignore
    expect(labels('switchboard-chat')).toEqual([
      'Data source (datasource)', 'Chat (query)', 'Operators (query)', 'Messengers (query)', 'Bot (query)',
      'Group (query)', 'There are customer messages (switch)', 'Further filters (adhoc)',
    ]); // prettier-ignore
    expect(labels('switchboard-notifications')).toEqual([
      'Data source (datasource)', 'Channel (query)', 'Status (query)', 'Campaign (query)', 'Provider (query)',
      'Further filters (adhoc)',
    ]); // prettier-ignore
    expect(labels('switchboard-telephony')).toEqual([
      'Data source (datasource)', 'Direction (query)', 'Trunk (query)', 'Queue (query)', 'Campaign (query)',
      'Bot (query)', 'Dialled number (query)', 'Status (query)', 'Further filters (adhoc)',
    ]); // prettier-ignore
  });

  it('differ in their panels', () => {
    for (const board of saved.values()) {
      const titles = asking(board).map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});

describe('of the seed', () => {
  const boardOf = (name: string) => saved.get(`switchboard-${name}`)!;

  it.each(seed)('%s stands on the board %s as “%s”', (_row, name, title) => {
    expect(opened(boardOf(name)).map((panel) => panel.title)).toContain(title);
  });

  it.each(['chat', 'notifications'])('the panels of %s stand in its order', (name) => {
    const titles = asking(boardOf(name)).map(({ title }) => title);
    const places = seed.filter(([, board]) => board === name).map(([, , title]) => titles.indexOf(title));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it.each(seedFilters)('the filter %s stands on the board %s as “%s”', (_row, name, label) => {
    expect(boardOf(name).templating.list.map((variable) => variable.label)).toContain(label);
  });

  it.each(seedStatuses)('the status %s is called “%s”', (_row, label) => {
    expect(Object.values(dimensions.status_seed.values)).toContain(label);
  });

  it('no row is left out', () => {
    const told = new Set([
      ...[seed, seedFilters, seedStatuses].flatMap((rows) => rows.map(([row]) => row)),
      // The page, its period, Clear and Grafana itself: every board. All statuses: the filter's All.
      ...['T-02', 'T-07', 'T-30', 'T-31', 'T-56', 'T-66'],
    ]);
    const all = [...range(2, 7), ...range(24, 88)].map((number) => `T-${String(number).padStart(2, '0')}`);
    expect([...told].toSorted()).toEqual(all);
  });
});

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);

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

  it('leads to the boards before and after it and to all others, with the same range and choices', () => {
    const place = uids.indexOf(board.uid);
    const neighbours = [uids[place - 1], uids[place + 1]].filter((uid) => uid !== undefined);
    const carrying = board.links.filter(({ keepTime }) => keepTime);
    expect(carrying.every(({ includeVars }) => includeVars)).toBe(true);
    expect(carrying.filter(({ type }) => type === 'link').map(({ url }) => url)).toEqual(
      neighbours.map((uid) => `/d/${uid}`),
    );
    expect(carrying.filter(({ type }) => type === 'dashboards')).toMatchObject([
      { tags: ['switchboard'], asDropdown: true },
    ]);
  });

  it('can be cleared: its own address with every variable and the range as they first were', () => {
    const [clear, ...more] = board.links.filter(({ keepTime }) => !keepTime);
    expect([clear?.title, clear?.includeVars, more]).toEqual(['Clear', false, []]);
    const { pathname, searchParams } = new URL(clear!.url, 'http://grafana');
    expect(pathname).toBe(`/d/${board.uid}`);
    const narrowing = board.templating.list.filter(({ type }) => type !== 'datasource');
    expect(Object.fromEntries(searchParams)).toEqual({
      ...board.time,
      ...Object.fromEntries(
        narrowing.map(({ name, type, current }) => [`var-${name}`, initially(type, current?.value)]),
      ),
    });
  });

  it('begins with four to eight numbers that answer whether all is right, in little room', () => {
    const end = board.panels.findIndex(({ type }) => type !== 'stat');
    const first = board.panels.slice(0, end);
    if (board.title.startsWith('Facts: ')) {
      expect(first).toHaveLength(1);
      return;
    }
    expect(first.length).toBeGreaterThanOrEqual(4);
    expect(first.length).toBeLessThanOrEqual(8);
    expect(Math.max(...first.map(({ gridPos: { y, h } }) => y + h))).toBeLessThanOrEqual(6);
  });

  it('has no panels on top of each other, outside the grid or with the number of another', () => {
    const standing = board.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
    expect(new Set(standing.map(({ id }) => id)).size).toBe(standing.length);
    const cells = board.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(cells.length).toBeGreaterThan(0);
    expect(new Set(cells).size).toBe(cells.length);
    expect(standing.filter(({ gridPos: { x, w } }) => x < 0 || x + w > 24)).toEqual([]);
  });

  it('asks at most 28 queries when it is opened, that for its marks included', () => {
    expect(openedQueries(board) + board.annotations.list.length).toBeLessThanOrEqual(28);
  });

  it('marks what was noted and where years begin', () => {
    expect(board.annotations.list).toMatchObject([
      { enable: true, datasource: { uid: '${datasource}' }, target: { queryType: 'annotations' } },
    ]);
  });
});

/** A variable's first value as an address says it. */
function initially(type: string, value: unknown): string {
  if (type === 'adhoc') return '';
  return Array.isArray(value) ? value.join() : String(value);
}

function openedQueries(board: SavedBoard): number {
  return opened(board).reduce((sum, { targets }) => sum + (targets?.length ?? 0), 0);
}
