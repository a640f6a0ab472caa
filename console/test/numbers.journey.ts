import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { midnight } from '../../server/test/afternoon.js';
import { choose, listed, numberIn, numberOf, panel, settled } from './board.js';
import type { Opened } from './opened.js';

const DAY_MS = 86_400_000;
const CHANNELS = ['viber', 'sms'];
const filters = (...values: string[]) => [{ key: 'channel', operator: '=|', values }];

/** A panel as a table: its rows as texts, the head first. */
async function table(page: Page, title: string): Promise<string[][]> {
  const rows = await panel(page, title).getByRole('row').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
}

/** What the pages show against what the service lists, counted here once more. */
export function numbers(opened: () => Opened): void {
  describe('the numbers of a board, with filters', () => {
    /** The last two whole days of the tenant, the end not included. */
    const range = (): { from: number; to: number } => {
      const to = midnight(Date.now(), opened().served.zone);
      return { from: to - 2 * DAY_MS, to };
    };
    const open = (uid: string): Promise<Page> => {
      const { from, to } = range();
      const channels = CHANNELS.map((channel) => `var-channel=${channel}`).join('&');
      return opened().signedIn('read', `/d/${uid}?from=${from}&to=${to}&${channels}`);
    };
    const facts = (metric: string, ...channels: string[]) =>
      listed(opened(), { ...range(), metrics: [metric], filters: filters(...channels) });

    it('of a stat, a slice and a bucket are sums over the listed facts', async () => {
      const page = await open('switchboard-notifications');
      await settled(page);
      const sent = await facts('notifications_sent', ...CHANNELS);
      const sms = await facts('notifications_sent', 'sms');
      expect(sms.length).toBeGreaterThan(20);
      expect(sent.length).toBeGreaterThan(sms.length);
      expect(await numberIn(page, 'Messages sent')).toBe(sent.length);

      const slices = panel(page, 'Amount of text messages sent through channels');
      const slice = slices.getByRole('row', { name: /^SMS/ }).locator('td').first();
      expect(numberOf(await slice.textContent())).toBe(sms.length);
      expect(await slices.getByRole('row', { name: /Email/ }).count()).toBe(0);

      const series = 'Text messages sent, by channel and day';
      await choose(page, series, 'Show as table');
      const [head = [], ...days] = await table(page, series);
      const column = head.findIndex((title) => title.startsWith('SMS'));
      const dayOf = ({ time }: Record<string, unknown>) =>
        Math.floor((Date.parse(String(time)) - range().from) / DAY_MS);
      const byDay = [0, 1].map((day) => sms.filter((row) => dayOf(row) === day).length);
      expect(days.map((cells) => numberOf(cells[column] ?? ''))).toEqual(byDay);
    });

    it('of a table’s cells are counts and sums over the listed facts', async () => {
      const page = await open('switchboard-overview');
      await settled(page);
      const delivered = await facts('notifications_delivered', 'viber');
      const [head = [], ...rows] = await table(page, 'Sent and delivered messages by channel');
      const viber = rows.find(([channel]) => channel?.startsWith('Viber')) ?? [];
      expect(numberOf(viber[head.findIndex((title) => title.trim() === 'Delivered')] ?? '')).toBe(delivered.length);
      expect(rows.length).toBe(2);

      const charged = await facts('notification_cost', 'viber');
      const cost = charged.reduce((sum, row) => sum + Math.round(Number(row['cost']) * 10_000), 0) / 10_000;
      const prices = await table(page, 'Total price by channel');
      const price = prices.find(([channel]) => channel?.startsWith('Viber')) ?? [];
      expect(cost).toBeGreaterThan(1);
      expect(numberOf(price[2] ?? '')).toBe(Number(cost.toFixed(2)));
    });
  });
}
