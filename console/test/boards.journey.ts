import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { boards } from '../../server/test/boards/saved.js';
import { type Opened, violations } from './opened.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Panels that may rightly be empty: nobody waits at this moment, nothing stands out in four days. */
const mayBeEmpty = /now$|waiting|incident|release/i;

const panel = (page: Page, title: string): Locator => page.getByRole('article', { name: title, exact: true });

/** Waits until everything that is shown has been answered and drawn. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('article').first().waitFor();
  await page.locator('article[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** The number that a panel shows; of two, the first. */
async function numberIn(page: Page, title: string): Promise<number> {
  const text = await panel(page, title).locator('dd').first().textContent();
  return Number(text?.replaceAll(/[^\d.-]/g, ''));
}

/** How many facts the service lists behind a metric. */
async function listed(opened: Opened, body: object): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let cursor: string | null = null; ;) {
    const page: { rows: Record<string, unknown>[]; next: string | null } = await opened.ask('/api/v1/search', {
      ...body,
      limit: 1000,
      ...(cursor !== null && { cursor }),
    });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    cursor = page.next;
  }
}

/** Boards: what they show, and how it is chosen. */
export function boardsOpen(opened: () => Opened): void {
  describe('boards', () => {
    it.each(boards.map(({ title, uid }) => ({ title, uid })))(
      '$title opens without an error',
      async ({ title, uid }) => {
        const page = await opened().signedIn('read', `/d/${uid}`);
        await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
        const closed = page.locator('h2 > button[aria-expanded=false]');
        while ((await closed.count()) > 0) await closed.first().click();
        await settled(page);
        expect(await page.getByRole('alert').allTextContents()).toEqual([]);
        const empty = await page.locator('article:has([data-empty]) h3').allTextContents();
        expect(empty.filter((name) => !mayBeEmpty.test(name))).toEqual([]);
        expect(await page.getByRole('article').count()).toBe(boards.find((board) => board.uid === uid)!.panels.length);
      },
    );

    it('shows the numbers of the facts that the service lists', async () => {
      const to = Math.floor(Date.now() / hourMs) * hourMs;
      const range = { from: to - 2 * dayMs, to };
      const page = await opened().signedIn('read', `/d/switchboard-overview?from=${range.from}&to=${range.to}`);
      await settled(page);
      const sent = await listed(opened(), { ...range, metrics: ['notifications_sent'] });
      const delivered = await listed(opened(), { ...range, metrics: ['notifications_delivered'] });
      expect(sent.length).toBeGreaterThan(100);
      expect([await numberIn(page, 'Sent messages'), await numberIn(page, 'Delivered messages')]).toEqual([
        sent.length,
        delivered.length,
      ]);
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

    it('asks for the range and the zone that are chosen', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-chat');
      await settled(page);
      const asked = (test: (body: { timeZone: string; from: string; to: string }) => boolean) =>
        page.waitForRequest((request) => request.url().endsWith('/api/v1/query') && test(request.postDataJSON()));
      await page.getByRole('button', { name: /^Time range/ }).click();
      const day = asked(({ from, to }) => Date.parse(to) - Date.parse(from) === dayMs);
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

    it.each(['light', 'dark'] as const)('can be read and used by everyone, %s', async (colorScheme) => {
      for (const uid of ['switchboard-overview', 'switchboard-chat', 'switchboard-facts-calls']) {
        const page = await opened().signedIn('read', `/d/${uid}`, { colorScheme });
        await settled(page);
        expect(await violations(page)).toEqual([]);
      }
    });
  });
}
