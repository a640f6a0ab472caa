import { expect, test } from '@grafana/plugin-e2e';
import { SOURCE } from './demo';

/** The address of a query over the last seven days; of a new one without any. */
const panes = (...queries: object[]) =>
  new URLSearchParams({
    schemaVersion: '1',
    panes: JSON.stringify({
      a: {
        datasource: SOURCE.uid,
        queries: queries.map((query) => ({ refId: 'A', datasource: { uid: SOURCE.uid }, ...query })),
        range: { from: 'now-7d', to: 'now' },
      },
    }),
  });

test.describe('Explore', () => {
  test('draws what a new query asks for at once', async ({ explorePage }) => {
    const answer = explorePage.waitForQueryDataResponse();
    await explorePage.goto({ queryParams: panes() });
    await expect(answer).toBeOK();
    await expect(explorePage.timeSeriesPanel.locator).toContainText('Calls');
  });

  test('a click on a value filters for it', async ({ explorePage, page }) => {
    const query = { schemaVersion: 1, metrics: ['calls'], groupBy: ['direction'], format: 'table' };
    await explorePage.goto({ queryParams: panes(query) });
    const cell = page.getByRole('cell', { name: 'Inbound' });
    await cell.hover();
    const answer = explorePage.waitForQueryDataRequest();
    await page.getByRole('button', { name: 'Filter for value' }).first().click();
    const { queries } = (await answer).postDataJSON() as { queries: Array<{ filters: unknown }> };
    expect(queries[0]?.filters).toEqual([{ key: 'direction', operator: '=', values: ['inbound'] }]);
    await expect(page.getByRole('cell', { name: 'Outbound' })).toHaveCount(0);
  });
});
