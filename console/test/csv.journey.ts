import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { choose, listed, numberOf, openRows, panel, settled } from './board.js';
import type { Opened } from './opened.js';

/** Another program reads the file: Python's csv module, told nothing about its dialect. */
const READER = `import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as file: print(json.dumps(list(csv.reader(file, strict=True))))`;

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('\nSKIPPED: reading CSV files back needs python3 on the PATH.\n');
    return false;
  }
}

/** The panel's CSV as the other program reads it: rows of cells. */
async function csv(page: Page, title: string): Promise<string[][]> {
  const saving = page.waitForEvent('download');
  await choose(page, title, /CSV/);
  const path = await (await saving).path();
  expect([...readFileSync(path).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return JSON.parse(execFileSync('python3', ['-c', READER, path], { encoding: 'utf8' }));
}

const NUMBER = /^-?\d+(\.\d+)?$/;
/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection). */
const isFormula = (cell: string): boolean => /^[\s]*[=+\-@\t\r]/.test(cell) && !NUMBER.test(cell);

/** Names as somebody gives them who means no good, or nobody any harm. */
const NAMES = [
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '+79990000000',
  '-2+3',
  '\t=1+1',
  'two; parts',
  'said "no", twice',
  'line\r\nbreak',
  '1,5',
  'Ünï — кампания',
];

/** Files that other programs read as they were meant. */
export function csvFiles(opened: () => Opened): void {
  (hasPython() ? describe : describe.skip)('a CSV', () => {
    it('of every panel of a board has rows of one width, and no formula', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-notifications');
      await openRows(page);
      await settled(page);
      const titles = await page.locator('article:not(:has([data-empty])) h3').allTextContents();
      expect(titles.length).toBeGreaterThan(15);
      for (const title of titles) {
        // Tables below one another are parted by an empty line.
        const rows = (await csv(page, title)).filter((row) => row.length > 0);
        expect([title, rows.length > 1, rows.flat().filter(isFormula)]).toEqual([title, true, []]);
        expect([title, rows.flat().some((cell) => NUMBER.test(cell))]).toEqual([title, true]);
      }
    });

    it('holds the numbers that the panel shows', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-notifications');
      await settled(page);
      const pie = 'Amount of text messages sent through channels';
      const legend = await panel(page, pie).getByRole('row').all();
      const shown = await Promise.all(
        legend.slice(1).map(async (row) => numberOf(await row.locator('td').first().textContent())),
      );
      const saved = (await csv(page, pie))
        .slice(1)
        .flat()
        .filter((cell) => NUMBER.test(cell))
        .map(Number);
      expect([...saved].sort((a, b) => a - b)).toEqual([...shown].sort((a, b) => a - b));

      const series = 'Text messages delivered, by channel and day';
      const [head = [], ...lines] = await csv(page, series);
      await choose(page, series, 'Show as table');
      const rows = await panel(page, series).getByRole('row').all();
      const cells = await Promise.all(rows.slice(1).map((row) => row.locator('td').allTextContents()));
      expect(cells.map((row) => row.slice(1).map(numberOf))).toEqual(lines.map((row) => row.slice(1).map(Number)));
      expect(head[0]).toBe('Time');
      const { ahead } = opened().served.zone;
      const offset = `${ahead < 0 ? '-' : '+'}${String(Math.abs(ahead)).padStart(2, '0')}:00`;
      for (const [time = ''] of lines) {
        expect(time.slice(0, -6)).toMatch(/^\d{4}-\d\d-\d\dT00:00:00(\.000)?$/);
        expect(time.slice(-6)).toBe(offset);
      }
    });

    it('neutralises names that a spreadsheet would run, and alters no number', async () => {
      const sentAt = (i: number): string => new Date(Date.now() - 60_000 - i * 1000).toISOString();
      const records = NAMES.map((campaign, i) => ({
        kind: 'notification',
        id: `csv-${i}`,
        channel: 'sms',
        status: 'sent',
        campaign,
        parts: i + 1,
        sentAt: sentAt(i),
        cost: { amount: `0.00${i + 1}`, currency: 'EUR' },
      }));
      const { rejected } = await opened().send<{ rejected: unknown[] }>(
        '/api/v1/records',
        opened().served.keys.ingest,
        {
          records,
        },
      );
      expect(rejected).toEqual([]);
      const from = Date.now() - 3_600_000;
      const to = Date.now();
      const page = await opened().signedIn(
        'read',
        `/d/switchboard-facts-notifications?from=${from}&to=${to}&var-metric=notifications_sent&var-channel=sms`,
      );
      await settled(page);
      const [head = [], ...rows] = await csv(page, 'Records');
      const facts = await listed(opened(), {
        from,
        to,
        metrics: ['notifications_sent'],
        filters: [{ key: 'channel', operator: '=|', values: ['sms'] }],
      });
      expect(rows.length).toBe(facts.length);
      expect(rows.flat().filter(isFormula)).toEqual([]);
      const at = (title: string): number => {
        const column = head.indexOf(title);
        expect([head, title, column >= 0]).toEqual([head, title, true]);
        return column;
      };
      for (const [i, name] of NAMES.entries()) {
        const row = rows.find((cells) => cells[at('Id')] === `csv-${i}`) ?? [];
        const isNeutralised = isFormula(name) || name.startsWith('\t');
        expect(row[at('Campaign')]).toBe(isNeutralised ? `'${name}` : name);
      }
      const numbers = (row: string[]) => [row[at('Id')], Number(row[at('Parts')]), Number(row[at('Cost')])];
      expect(rows.map(numbers)).toEqual(facts.map(({ id, parts, cost }) => [id, Number(parts), Number(cost)]));
    });
  });
}
