import { type AnnotationEditPage, expect, test } from '@grafana/plugin-e2e';

/** Long enough for something to have gone wrong in it. */
const RANGE = 'from=now-90d&to=now';

test.describe('annotations', () => {
  test('have an editor that tests a query of all notes, and of those with a tag', async ({
    gotoAnnotationEditPage,
    page,
  }) => {
    const dashboard = { uid: 'switchboard-quality' };
    // The first are Grafana's own.
    const editPage: AnnotationEditPage = await gotoAnnotationEditPage({ dashboard, id: '1' });
    await page.goto(`${page.url()}&${RANGE}`);
    await expect(editPage.runQuery()).toBeOK();
    await expect(page.getByText(/\d+ events? \(from \d+ fields?\)/)).toBeVisible();
    await page.getByLabel('Only with the tag').fill('no such tag');
    await page.keyboard.press('Enter');
    await expect(editPage.runQuery()).toBeOK();
    await expect(page.getByText('No events found')).toBeVisible();
  });

  test('have an editor that axe does not complain of', async ({
    gotoAnnotationEditPage,
    page,
    scanForA11yViolations,
  }) => {
    await gotoAnnotationEditPage({ dashboard: { uid: 'switchboard-quality' }, id: '1' });
    await expect(page.getByLabel('Only with the tag')).toBeVisible();
    const results = await scanForA11yViolations({ include: 'div:has(> [for="annotations-tag"])' });
    expect(results).toHaveNoA11yViolations();
  });

  test('are marked on a board, with what somebody noted', async ({ page }) => {
    await page.goto(`/d/switchboard-quality?${RANGE}&refresh=&viewPanel=panel-8`);
    // Short ones are hardly a pixel wide.
    await page.getByTestId('data-testid annotation-marker').filter({ visible: true }).first().hover({ force: true });
    await expect(page.getByText('in trouble').first()).toBeVisible();
  });
});
