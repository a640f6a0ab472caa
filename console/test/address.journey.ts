import { describe, expect, it } from '@jest/globals';
import { choose, numberIn, openRows, panel, settled } from './board.js';
import type { Opened } from './opened.js';

const HOUR_MS = 3_600_000;
const asked = (url: string): URLSearchParams => new URL(url).searchParams;

/** What a board's address tells, and how one changes it. */
export function address(opened: () => Opened): void {
  describe('the address of a board', () => {
    it('keeps which rows are open', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-notifications');
      await settled(page);
      const cost = page.getByRole('button', { name: /Cost$/ });
      const viber = page.getByRole('button', { name: 'Messages sent using Viber' });
      await cost.click();
      await viber.click();
      await settled(page);
      await page.reload();
      await settled(page);
      expect(await cost.getAttribute('aria-expanded')).toBe('true');
      expect(await viber.getAttribute('aria-expanded')).toBe('false');
      expect(await panel(page, 'Notification cost by day').count()).toBe(1);
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      expect(await cost.getAttribute('aria-expanded')).toBe('true');
      await cost.click();
      await viber.click();
      await page.waitForURL((url) => !url.searchParams.has('rows'));
    });

    it('is gone back in, and the board with it', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-overview?from=now-3d&to=now');
      await settled(page);
      const before = await numberIn(page, 'Sent messages');
      const range = page.getByRole('button', { name: /^Time range/ });
      expect(await range.textContent()).toBe('Last 3 days');
      await range.click();
      await page.getByRole('button', { name: 'Last 6 hours' }).click();
      await page.waitForURL(/from=now-6h/);
      await settled(page);
      expect(await numberIn(page, 'Sent messages')).toBeLessThan(before);
      await page.getByLabel('Refresh interval').selectOption('1m');
      await page.waitForURL(/refresh=1m/);
      await page.goBack();
      await page.waitForURL((url) => !url.search.includes('refresh=1m'));
      await page.goBack();
      await page.waitForURL(/from=now-3d/);
      await settled(page);
      expect(await range.textContent()).toBe('Last 3 days');
      expect(await numberIn(page, 'Sent messages')).toBe(before);
      await page.goForward();
      await page.waitForURL(/from=now-6h/);
    });

    it('takes an absolute range, in the board’s zone', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-overview?timezone=Asia/Tokyo');
      await settled(page);
      await page.getByRole('button', { name: /^Time range/ }).click();
      const day = new Date(Date.now() - 48 * HOUR_MS).toISOString().slice(0, 10);
      await page.getByLabel('From', { exact: true }).fill(`${day}T10:00`);
      await page.getByLabel('To', { exact: true }).fill(`${day}T09:00`);
      await page.getByText('The end must be after the beginning.').waitFor();
      expect(await page.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
      await page.getByLabel('To', { exact: true }).fill(`${day}T15:00`);
      await page.getByRole('button', { name: 'Apply' }).click();
      await page.waitForURL(/from=\d+/);
      const at = (time: string): string => String(Date.parse(`${day}T${time}:00+09:00`));
      expect([asked(page.url()).get('from'), asked(page.url()).get('to')]).toEqual([at('10:00'), at('15:00')]);
      expect(await page.getByRole('button', { name: /^Time range/ }).textContent()).toMatch(/10:00.*(15|3):00/);
    });

    it('takes the stretch that is drawn over a chart', async () => {
      const to = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
      const from = to - 48 * HOUR_MS;
      const page = await opened().signedIn('read', `/d/switchboard-overview?from=${from}&to=${to}`);
      await settled(page);
      const chart = panel(page, 'Total price by day').getByRole('img');
      await chart.scrollIntoViewIfNeeded();
      const box = (await chart.boundingBox())!;
      const [left, right, middle] = [box.x + box.width * 0.4, box.x + box.width * 0.6, box.y + box.height / 2];
      await page.mouse.move(left, middle);
      await page.mouse.down();
      await page.mouse.move((left + right) / 2, middle, { steps: 4 });
      await page.mouse.move(right, middle, { steps: 4 });
      await page.mouse.up();
      await page.waitForURL((url) => url.searchParams.get('from') !== String(from));
      const [chosenFrom, chosenTo] = ['from', 'to'].map((side) => Number(asked(page.url()).get(side)));
      expect(chosenFrom).toBeGreaterThan(from);
      expect(chosenTo).toBeLessThan(to);
      expect(chosenTo! - chosenFrom!).toBeGreaterThan(2 * HOUR_MS);
      await page.goBack();
      await page.waitForURL((url) => url.searchParams.get('from') === String(from));
    });

    it('leads to the same board in Grafana, time and choices carried over, where there is one', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-notifications');
      await settled(page);
      expect(await page.getByRole('link', { name: 'Open in Grafana' }).count()).toBe(0);
      await page.route('**/api/v1/session', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ json: { ...(await answer.json()), grafana: 'https://grafana.example/base/' } });
      });
      await page.goto('/d/switchboard-notifications?from=now-2d&to=now-1d&timezone=Asia/Tokyo&var-channel=sms&rows=1');
      await settled(page);
      const link = page.getByRole('link', { name: 'Open in Grafana' });
      const to = new URL((await link.getAttribute('href'))!);
      expect(to.origin + to.pathname).toBe('https://grafana.example/base/d/switchboard-notifications');
      expect(to.searchParams.getAll('var-channel')).toEqual(['sms']);
      expect(to.searchParams.getAll('var-campaign')).toEqual(['$__all']);
      const told = ['from', 'to', 'timezone', 'rows'].map((name) => to.searchParams.get(name));
      expect(told).toEqual(['now-2d', 'now-1d', 'Asia/Tokyo', null]);
      expect(await link.getAttribute('target')).toBe('_blank');
    });

    it('carries range and choices to the other boards', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-overview?from=now-2d&to=now&var-channel=sms');
      await settled(page);
      await page.getByRole('button', { name: 'All boards' }).click();
      await page.getByRole('menuitem', { name: 'Notifications', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Notifications', exact: true }).waitFor();
      expect([asked(page.url()).get('from'), asked(page.url()).getAll('var-channel')]).toEqual(['now-2d', ['sms']]);
      await settled(page);
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    });

    it('shows a panel as a table and back', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-overview');
      await openRows(page);
      await settled(page);
      await choose(page, 'Total price by day', 'Show as table');
      await panel(page, 'Total price by day').getByRole('table').waitFor();
      await choose(page, 'Total price by day', 'Show as chart');
      await panel(page, 'Total price by day').getByRole('img').waitFor();
    });
  });
}
