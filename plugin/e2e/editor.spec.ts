import { expect, test } from '@grafana/plugin-e2e';
import { QUERY_EDITOR } from './axe';
import { choose } from './choose';
import { SOURCE } from './demo';

test.describe('the query editor', () => {
  test('shows something before anything is chosen', async ({ panelEditPage, page }) => {
    await panelEditPage.datasource.set(SOURCE.name);
    await expect(panelEditPage.panel.locator).toContainText('Calls');
    const again = page.waitForResponse('**/api/ds/query*');
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    expect((await again).ok()).toBe(true);
    await expect(panelEditPage.panel.getErrorIcon()).toHaveCount(0);
  });

  test('builds a question, says it in words and as it is asked', async ({ panelEditPage, page }, testInfo) => {
    await panelEditPage.datasource.set(SOURCE.name);
    // At night the last hours know few queues.
    await panelEditPage.timeRange.set({ from: 'now-7d', to: 'now' });
    await choose(page, page.locator('#metric-A-0'), 'Service level');
    await choose(page, page.getByLabel('Group by'), 'Queue');
    await page.keyboard.press('Escape');
    await choose(page, page.locator('#format-A'), 'Table');
    await page.getByRole('button', { name: /^Explain/ }).click();
    await page.getByRole('button', { name: /^JSON/ }).click();
    await expect(page.getByText('"service_level"')).toBeVisible();
    await panelEditPage.setVisualization('Table');
    for (const cell of ['Queue', 'Billing', 'Sales', 'Support', '%']) {
      await expect(panelEditPage.panel.locator).toContainText(cell);
    }
    await testInfo.attach('query editor', { body: await page.screenshot(), contentType: 'image/png' });
  });

  test('has nothing that axe complains of', async ({ panelEditPage, page, scanForA11yViolations }) => {
    await panelEditPage.datasource.set(SOURCE.name);
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('button', { name: /^Options/ }).click();
    await expect(page.locator('#format-A')).toBeVisible();
    const results = await scanForA11yViolations(QUERY_EDITOR);
    expect(results).toHaveNoA11yViolations();
  });
});
