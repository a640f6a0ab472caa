import { expect, test } from '@grafana/plugin-e2e';
import type { Locator, Page } from '@playwright/test';
import { asked } from './asked';

/** A question for a metric of one group. */
const about = (metric: string, key: string, value: string) =>
  expect.objectContaining({
    metrics: [{ id: metric }],
    filters: expect.arrayContaining([expect.objectContaining({ key, values: [value] })]) as unknown,
  });

/** Clicks down the third of seven days until a point is near enough for Grafana to hold its tooltip, which has the link. */
async function clickPoint(page: Page, link: Locator): Promise<void> {
  const plot = page.locator('.u-over');
  await expect(plot).toBeVisible();
  await expect(page.getByLabel('Panel loading bar')).toHaveCount(0);
  const { x, y, width, height } = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  for (let down = 4; down < height && (await link.count()) === 0; down += 8) {
    await page.mouse.move(x + (width * 2.25) / 7, y + down);
    await page.waitForTimeout(100);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(100);
  }
}

test.describe('numbers of a board lead further', () => {
  test('from a bar to its records', async ({ page }) => {
    await page.goto('/d/switchboard-chat?viewPanel=panel-15&refresh=');
    await page.getByText('Telegram', { exact: true }).click();
    const queries = asked(page);
    await page.getByText('Show the facts behind this number').click();
    await expect.poll(() => queries).toContainEqual(about('customer_messages', 'channel', 'telegram'));
    await expect(page.getByRole('gridcell', { name: /^Telegram/ }).first()).toBeVisible();
  });

  test('from a bar to what is its own on the same board', async ({ page }) => {
    await page.goto('/d/switchboard-chat?viewPanel=panel-15&refresh=');
    await page.getByText('Telegram', { exact: true }).click();
    const queries = asked(page);
    await page.getByText('Only Telegram').click();
    await expect.poll(() => queries).toContainEqual(about('customer_messages', 'channel', 'telegram'));
    await expect(page.getByText('WhatsApp')).toHaveCount(0);
  });

  test('from a point to the records of its line', async ({ page }) => {
    await page.goto('/d/switchboard-chat?viewPanel=panel-8&from=now-7d/d&to=now-1d/d&refresh=');
    const link = page.getByRole('link', { name: 'Show the facts of the whole range' });
    await clickPoint(page, link);
    const queries = asked(page);
    // The topmost of the stack.
    await link.click();
    await expect.poll(() => queries).toContainEqual(about('dialogues', 'outcome', 'unhandled'));
    await expect(page.getByRole('gridcell', { name: /^Unhandled/ }).first()).toBeVisible();
  });
});
