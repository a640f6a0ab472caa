import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { boards } from '../../server/test/boards/saved.js';
import { numberIn, openRows, panel, settled } from './board.js';
import { type Opened, violations } from './opened.js';

const BUILT = join(import.meta.dirname, '../dist');
const DAY_MS = 86_400_000;

/**
 * An open list is steered from its input, which keeps the focus and names it: it is no content beside landmarks, nor scrolled
 * itself. A menu of Mantine holds an empty element besides its entries that takes the focus first.
 */
const OF_LISTS = ['region', 'scrollable-region-focusable', 'aria-required-children'];

/** Lists are as long as the range; axe looks at each of their cells, and one row is like the other. */
const FEW_ROWS = '?from=now-1d&to=now';

/** Panels that may rightly be empty: nobody waits at this moment, nothing stands out in four days. */
const mayBeEmpty = /now$|waiting|incident|release/i;

/** Boards: what they show, and how it is chosen. */
export function boardsOpen(opened: () => Opened): void {
  describe('boards', () => {
    it.each(boards.map(({ title, uid }) => ({ title, uid })))(
      '$title opens without an error, and can be read by everyone in both themes',
      async ({ title, uid }) => {
        const range = title.startsWith('Facts') ? FEW_ROWS : '';
        const page = await opened().signedIn('read', `/d/${uid}${range}`, { colorScheme: 'light' });
        await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
        await openRows(page);
        await settled(page);
        expect(await page.getByRole('alert').allTextContents()).toEqual([]);
        const empty = await page.locator('article:has([data-empty]) h3').allTextContents();
        expect(empty.filter((name) => !mayBeEmpty.test(name))).toEqual([]);
        expect(await page.getByRole('article').count()).toBe(boards.find((board) => board.uid === uid)!.panels.length);
        expect(await violations(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        await settled(page);
        expect(await violations(page)).toEqual([]);
      },
      120_000,
    );

    it('needs no more than 600 kB of scripts, compressed, to be shown first', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-telephony');
      await settled(page);
      const loaded: string[] = await page.evaluate(
        `performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.endsWith('.js'))`,
      );
      const sizes = [...new Set(loaded)].map((path) => {
        const file = join(BUILT, path);
        // What is tiny is not compressed.
        return (statSync(`${file}.gz`, { throwIfNoEntry: false }) ?? statSync(file)).size;
      });
      expect(sizes.length).toBeGreaterThan(2);
      expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(600_000);
    });
  });
}

/** Filters, range, zone, refresh, links, CSV. */
export function boardsChange(opened: () => Opened): void {
  describe('a board', () => {
    it('is filtered, remembers it in the address, and clears it', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-overview');
      await settled(page);
      const all = await numberIn(page, 'Sent messages');
      await page.getByRole('combobox', { name: 'Channels' }).click();
      await page.getByRole('option', { name: 'SMS' }).click();
      await page.keyboard.press('Escape');
      await page.waitForURL(/var-channel=sms/);
      await settled(page);
      const some = await numberIn(page, 'Sent messages');
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(all);
      const copy = await page.context().newPage();
      await copy.goto(page.url());
      await settled(copy);
      expect(await numberIn(copy, 'Sent messages')).toBe(some);
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      await page.waitForURL((url) => !url.search.includes('sms'));
      await settled(page);
      expect(await numberIn(page, 'Sent messages')).toBe(all);
    });

    it('shows one group alone, chosen by keyboard at its number or in the table of a chart', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-chat?from=now-3d&to=now');
      await settled(page);
      const bars = panel(page, 'Messages from users in messengers').getByRole('row');
      expect(await bars.count()).toBeGreaterThan(1);
      await bars.getByRole('button', { name: /^Web / }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Only Web' }).waitFor();
      for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
      await page.waitForURL(/[?&]from=now-3d&to=now&.*var-channel=web$/);
      await settled(page);
      expect(await bars.count()).toBe(1);
      // By what the board has no variable for: a further filter, read in words and taken away again.
      await panel(page, 'Dialogues by who handled them').getByRole('button', { name: /^Menu/ }).click();
      await page.getByRole('menuitem', { name: 'Show as table' }).click();
      await panel(page, 'Dialogues by who handled them').locator('td button').first().click();
      await page.getByRole('menuitem', { name: 'Only Bot only' }).click();
      await page.waitForURL(/var-filters=outcome/);
      await page.getByText('Outcome: Bot only').first().waitFor();
      expect(await page.getByText('Outcome: Bot only').count()).toBe(1);
      await page.getByRole('button', { name: 'Remove the filter by Outcome' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.search.includes('outcome'));
    });

    it('asks for the range and the zone that are chosen', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-chat');
      await settled(page);
      const asked = (test: (body: { timeZone: string; from: string; to: string }) => boolean) =>
        page.waitForRequest((request) => request.url().endsWith('/api/v1/query') && test(request.postDataJSON()));
      await page.getByRole('button', { name: /^Time range/ }).click();
      const day = asked(({ from, to }) => Date.parse(to) - Date.parse(from) === DAY_MS);
      await page.getByRole('button', { name: 'Last 24 hours' }).click();
      await day;
      expect(page.url()).toContain('from=now-24h');
      const inBerlin = asked(({ timeZone }) => timeZone === 'Europe/Berlin');
      await page.getByRole('combobox', { name: 'Time zone' }).fill('Berlin');
      await page.getByRole('option', { name: 'Europe/Berlin' }).click();
      await inBerlin;
      expect(new URL(page.url()).searchParams.get('timezone')).toBe('Europe/Berlin');
    });

    it('asks again when the interval has passed, and when it is told to', async () => {
      const page = await opened().page();
      await page.clock.install();
      await page.goto(opened().served.link);
      await page.getByRole('article').first().waitFor();
      const asked = () => page.waitForRequest((request) => request.url().endsWith('/api/v1/query'));
      await page.getByLabel('Refresh interval').selectOption('30s');
      await settled(page);
      const byItself = asked();
      await page.clock.fastForward(31_000);
      await byItself;
      await settled(page);
      const told = asked();
      await page.getByRole('button', { name: 'Refresh', exact: true }).click();
      await told;
    });

    it('gives a panel as CSV, with the numbers that it shows', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-overview');
      await settled(page);
      const shown = await numberIn(page, 'Sent messages');
      await panel(page, 'Sent messages').getByRole('button', { name: /^Menu/ }).click();
      const saving = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: /CSV/ }).click();
      const saved = await saving;
      expect(saved.suggestedFilename()).toBe('sent-messages.csv');
      const [, ...lines] = readFileSync(await saved.path(), 'utf8')
        .trim()
        .split('\r\n');
      const sum = lines.reduce((total, line) => total + Number(line.split(',')[1]), 0);
      expect(sum).toBe(shown);
    });

    it('lets every filter be reached and used by keyboard', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-chat');
      await settled(page);
      const filters = page.getByRole('group', { name: 'Filters' }).locator('input:not([type=hidden]), select');
      const expected = await filters.evaluateAll((inputs) => inputs.map(({ id }) => id));
      const reached: string[] = [];
      for (let press = 0; press < 80 && reached.length < expected.length; press++) {
        await page.keyboard.press('Tab');
        const id = await page.evaluate('document.activeElement.id');
        if (expected.includes(String(id))) reached.push(String(id));
      }
      expect(reached).toEqual(expected);
      await filters.first().focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('[role=option]:visible').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/var-/);
    });

    it.each(['light', 'dark'] as const)('can be used by everyone with its menus open, %s', async (colorScheme) => {
      const page = await opened().signedIn('read', '/d/switchboard-chat', { colorScheme });
      await settled(page);
      const opening = [
        page.getByRole('button', { name: /^Time range/ }),
        page.getByRole('combobox', { name: 'Time zone' }),
        page.getByRole('combobox', { name: 'Messengers' }),
        page.getByRole('button', { name: 'All boards' }),
        page.getByRole('button', { name: /^Menu of Total/ }),
        page.getByRole('button', { name: /^About Total/ }),
      ];
      for (const opener of opening) {
        await opener.click();
        await page.locator('[role=menu]:visible, [role=listbox]:visible, [role=dialog]:visible').first().waitFor();
        expect(await violations(page, OF_LISTS)).toEqual([]);
        await page.keyboard.press('Escape');
      }
    });
  });
}
