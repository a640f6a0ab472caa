import { expect, test } from '@grafana/plugin-e2e';
import type { Page } from '@playwright/test';
import { asked } from './asked';
import { choose } from './choose';
import { SOURCE } from './demo';

/** The first values that a variable would offer. */
const previews = (page: Page) => page.getByTestId('data-testid Variable editor Preview of Values option');

test.describe('variables', () => {
  test('list the values of a dimension', async ({ variableEditPage, page }) => {
    await variableEditPage.setVariableType('Query');
    await variableEditPage.datasource.set(SOURCE.name);
    await choose(page, page.locator('#variable-dimension'), 'Queue');
    await variableEditPage.runQuery();
    for (const queue of ['Billing', 'Chat', 'Sales', 'Support']) {
      await expect(variableEditPage).toDisplayPreviews([queue]);
    }
  });

  test('list the metrics that have a dimension', async ({ variableEditPage, page }) => {
    await variableEditPage.setVariableType('Query');
    await variableEditPage.datasource.set(SOURCE.name);
    await page.locator('#variable-list').click();
    await page.getByRole('option', { name: /^Metrics/ }).click();
    await choose(page, page.getByLabel('Having'), 'Phrase');
    await variableEditPage.runQuery();
    await expect(previews(page)).toHaveText(['Phrases']);
  });

  test('list the steps of time that are chosen', async ({ variableEditPage, page }) => {
    await variableEditPage.setVariableType('Query');
    await variableEditPage.datasource.set(SOURCE.name);
    await page.locator('#variable-list').click();
    await page.getByRole('option', { name: /^Intervals/ }).click();
    for (const step of ['Hour', 'Week']) {
      await choose(page, page.getByLabel('Intervals', { exact: true }), step);
    }
    await page.keyboard.press('Escape');
    await variableEditPage.runQuery();
    await expect(previews(page)).toHaveText(['Hour', 'Week']);
  });

  test('have an editor that axe does not complain of', async ({ variableEditPage, page, scanForA11yViolations }) => {
    await variableEditPage.setVariableType('Query');
    await variableEditPage.datasource.set(SOURCE.name);
    await choose(page, page.locator('#variable-dimension'), 'Queue');
    // A switch of Grafana's own has no label.
    const results = await scanForA11yViolations({ include: 'form', exclude: 'input[data-testid*="Static Options"]' });
    expect(results).toHaveNoA11yViolations();
  });

  test('narrow the panels of a board to what is chosen; All does not', async ({ page }) => {
    const all = asked(page);
    await page.goto('/d/switchboard-telephony?viewPanel=panel-1');
    await expect.poll(() => all.length).toBeGreaterThan(0);
    expect(JSON.stringify(all)).not.toContain('"direction"');
    const one = asked(page);
    await page.goto('/d/switchboard-telephony?viewPanel=panel-1&var-direction=inbound&var-direction=internal');
    await expect
      .poll(() => one)
      .toContainEqual(
        expect.objectContaining({
          filters: [expect.objectContaining({ key: 'direction', values: ['inbound', 'internal'] })],
        }),
      );
  });
});

test.describe('ad-hoc filters', () => {
  const board = '/d/switchboard-facts-calls?from=now-7d&to=now&viewPanel=panel-2';
  const filtered = (operator: string, values: string[]) =>
    expect.objectContaining({
      filters: expect.arrayContaining([expect.objectContaining({ key: 'direction', operator, values })]) as unknown,
    });

  test('offer dimensions, then their values, and narrow every panel', async ({ page }) => {
    await page.goto(board);
    const queries = asked(page);
    await page.getByPlaceholder('Filter by label values').fill('Direction');
    await page.getByRole('option', { name: 'Direction', exact: true }).click();
    await page.getByRole('option', { name: 'Equals', exact: false }).first().click();
    await page.getByRole('option', { name: 'Inbound', exact: true }).click();
    await expect.poll(() => queries).toContainEqual(filtered('=', ['inbound']));
  });

  test('take several values from an address', async ({ page }) => {
    const queries = asked(page);
    await page.goto(`${board}&var-filters=${encodeURIComponent('direction|=__gfp__|inbound|internal')}`);
    await expect.poll(() => queries).toContainEqual(filtered('=|', ['inbound', 'internal']));
  });

  test('are made by a click on a value of a table', async ({ page }) => {
    await page.goto(board);
    const queries = asked(page);
    const cell = page.getByRole('gridcell', { name: /^Inbound/ }).first();
    await cell.hover();
    await cell.getByRole('button', { name: 'Filter for value' }).click();
    await expect.poll(() => queries).toContainEqual(filtered('=', ['inbound']));
  });
});
