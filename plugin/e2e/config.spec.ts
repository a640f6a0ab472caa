import { type DataSourceConfigPage, expect, test } from '@grafana/plugin-e2e';
import type { APIRequestContext, Page } from '@playwright/test';
import { PLUGIN, readKey, SOURCE } from './demo';

/** Where the service is, as this Grafana reaches it. */
async function serviceUrl(request: APIRequestContext): Promise<string> {
  const answer = await request.get(`/api/datasources/uid/${SOURCE.uid}`);
  return ((await answer.json()) as { url: string }).url;
}

async function fill(page: Page, { url, key }: { url?: string; key?: string }): Promise<void> {
  await page.locator('#switchboard-url').fill(url ?? '');
  await page.locator('#switchboard-api-key').fill(key ?? '');
}

const saved = (configPage: DataSourceConfigPage) => configPage.saveAndTest().then((answer) => answer.status());

test.describe('the settings of a data source', () => {
  test('with address and key it says in words that it works', async ({ createDataSourceConfigPage, page, request }) => {
    const configPage = await createDataSourceConfigPage({ type: PLUGIN });
    await fill(page, { url: await serviceUrl(request), key: readKey() });
    expect(await saved(configPage)).toBe(200);
    await expect(configPage).toHaveAlert('success', { hasText: /Connected as tenant .+ \(read\), last event/ });
  });

  test('a wrong key is refused in one sentence', async ({ createDataSourceConfigPage, page, request }) => {
    const configPage = await createDataSourceConfigPage({ type: PLUGIN });
    await fill(page, { url: await serviceUrl(request), key: 'swb_wrong' });
    expect(await saved(configPage)).toBe(400);
    await expect(configPage).toHaveAlert('error', { hasText: 'The service refuses the API key' });
  });

  test('a missing key is noticed before anybody is asked', async ({ createDataSourceConfigPage, page, request }) => {
    const configPage = await createDataSourceConfigPage({ type: PLUGIN });
    await fill(page, { url: await serviceUrl(request) });
    expect(await saved(configPage)).toBe(400);
    await expect(configPage).toHaveAlert('error', { hasText: 'The data source has no API key' });
  });

  test('a service that does not answer is named as such', async ({ createDataSourceConfigPage, page }) => {
    const configPage = await createDataSourceConfigPage({ type: PLUGIN });
    await fill(page, { url: 'http://127.0.0.1:9', key: readKey() });
    expect(await saved(configPage)).toBe(400);
    await expect(configPage).toHaveAlert('error', { hasText: 'The service accepts no connections' });
  });

  test('what is saved is there again, and the key is not shown', async ({
    createDataSourceConfigPage,
    page,
    request,
  }) => {
    const configPage = await createDataSourceConfigPage({ type: PLUGIN });
    const url = await serviceUrl(request);
    await fill(page, { url, key: readKey() });
    expect(await saved(configPage)).toBe(200);
    await page.reload();
    await expect(page.locator('#switchboard-url')).toHaveValue(url);
    await expect(page.locator('#switchboard-api-key')).toHaveValue('configured');
  });

  test('has nothing that axe complains of', async ({ createDataSourceConfigPage, page, scanForA11yViolations }) => {
    await createDataSourceConfigPage({ type: PLUGIN });
    await expect(page.locator('#switchboard-url')).toBeVisible();
    const results = await scanForA11yViolations({ include: 'form' });
    expect(results).toHaveNoA11yViolations();
  });
});
