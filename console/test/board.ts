import type { Locator, Page } from 'playwright-core';
import type { Opened } from './opened.js';

/** What journeys do with a board. */

export const panel = (page: Page, title: string): Locator => page.getByRole('article', { name: title, exact: true });

/** Waits until everything that is shown has been answered and drawn. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('article').first().waitFor();
  await page.locator('article[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** Opens every row that is closed. */
export async function openRows(page: Page): Promise<void> {
  await page.getByRole('article').first().waitFor();
  const closed = page.locator('h2 > button[aria-expanded=false]');
  while ((await closed.count()) > 0) await closed.first().click();
}

/** The number that a text shows, its thousands separators taken away. */
export const numberOf = (text: string | null): number => Number(text?.replaceAll(/[^\d.-]/g, ''));

/** The number that a panel shows; of several, the first. */
export async function numberIn(page: Page, title: string): Promise<number> {
  return numberOf(await panel(page, title).locator('dd').first().textContent());
}

/** Chooses what else can be done with a panel. */
export async function choose(page: Page, title: string, item: string | RegExp): Promise<void> {
  await panel(page, title).getByRole('button', { name: /^Menu/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** All facts that the service lists behind a metric. */
export async function listed(opened: Opened, body: object): Promise<Record<string, unknown>[]> {
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
