import { expect, test } from '@grafana/plugin-e2e';
import { columnOf } from './answers';
import { QUERY_EDITOR } from './axe';
import { SOURCE } from './demo';

const WEEK = { from: 'now-7d', to: 'now' };

/** The address of a query over a range; of a new one without any. */
const panes = (range: typeof WEEK, ...queries: object[]) =>
  new URLSearchParams({
    schemaVersion: '1',
    panes: JSON.stringify({
      a: {
        datasource: SOURCE.uid,
        queries: queries.map((query) => ({ refId: 'A', datasource: { uid: SOURCE.uid }, ...query })),
        range,
      },
    }),
  });

test.describe('Explore', () => {
  test('draws what a new query asks for at once', async ({ explorePage }) => {
    const answer = explorePage.waitForQueryDataResponse();
    await explorePage.goto({ queryParams: panes(WEEK) });
    await expect(answer).toBeOK();
    await expect(explorePage.timeSeriesPanel.locator).toContainText('Calls');
  });

  test('a click on a value filters for it', async ({ explorePage, page }) => {
    const query = { schemaVersion: 1, metrics: ['calls'], groupBy: ['direction'], format: 'table' };
    await explorePage.goto({ queryParams: panes(WEEK, query) });
    const cell = page.getByRole('cell', { name: 'Inbound' });
    await cell.hover();
    const answer = explorePage.waitForQueryDataRequest();
    await page.getByRole('button', { name: 'Filter for value' }).first().click();
    const { queries } = (await answer).postDataJSON() as { queries: Array<{ filters: unknown }> };
    expect(queries[0]?.filters).toEqual([{ key: 'direction', operator: '=', values: ['inbound'] }]);
    await expect(page.getByRole('cell', { name: 'Outbound' })).toHaveCount(0);
  });

  test('a number leads to the records that it counts', async ({ explorePage, page }) => {
    const query = { schemaVersion: 1, metrics: ['calls'], groupBy: ['direction'], interval: 'none', format: 'table' };
    const days = { from: 'now-3d/d', to: 'now-1d/d' };
    await explorePage.goto({ queryParams: panes(days, query) });
    const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'Internal' }) });
    const number = row.getByTitle('Records behind this number');
    const counted = Number(await number.textContent());
    expect(counted).toBeGreaterThan(0);
    const answer = explorePage.waitForQueryDataResponse();
    await number.click();
    expect(await columnOf(await answer, 'direction')).toEqual(Array(counted).fill('internal'));
  });

  test('has a page of help with examples to ask', async ({ explorePage, page, scanForA11yViolations }) => {
    await explorePage.goto({ queryParams: panes(WEEK) });
    await page.getByRole('button', { name: 'Show data source help' }).click();
    await expect(page.getByRole('heading', { name: 'Asking Switchboard' })).toBeVisible();
    const results = await scanForA11yViolations({ include: 'div:has(> h2 + ul)' });
    expect(results).toHaveNoA11yViolations();
    await page.getByRole('button', { name: 'Dialogues by channel, as a table' }).click();
    await expect(page.locator('#metric-A-0')).toHaveValue('Dialogues');
    await page.getByTestId('data-testid RefreshPicker run button').click();
    await expect(page.getByRole('columnheader', { name: 'Channel' })).toBeVisible();
    await expect(page.getByRole('cell', { name: 'Telegram' })).toBeVisible();
  });

  test('has an editor that axe does not complain of', async ({ explorePage, page, scanForA11yViolations }) => {
    await explorePage.goto({ queryParams: panes(WEEK) });
    await page.getByRole('button', { name: /^Explain/ }).click();
    expect(await scanForA11yViolations(QUERY_EDITOR)).toHaveNoA11yViolations();
  });
});
