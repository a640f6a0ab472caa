import { expect, test } from '@grafana/plugin-e2e';
import { afternoonZone } from '../../server/test/afternoon';
import { listen } from './answers';
import { boards, closedRows, heightOf, panelsOf } from './boards';

/** Panels that look back on minutes, or at this moment: at night nothing may be there. */
const ofTheMoment = ({ title = '', timeFrom = '' }): boolean => /^\d+m$/.test(timeFrom) || /\bnow\b/i.test(title);

/** Just after midnight today has nothing to show: somewhere it is afternoon. */
const timezone = encodeURIComponent(afternoonZone(Date.now()).name);

for (const board of boards()) {
  test(`the board ${board.title} shows something in every panel`, async ({ page }, testInfo) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width: 1600, height: heightOf(board) });
    const answers = listen(page);
    await page.goto(`/d/${board.uid}?refresh=&timezone=${timezone}`);
    for (const row of closedRows(board)) {
      await page.getByTestId(`data-testid dashboard-row-title-${row}`).click();
    }
    const panels = panelsOf(board);
    const silent = () => panels.filter(({ id }) => !answers.has(String(id))).map(({ title }) => title);
    await expect.poll(silent, { timeout: 200_000 }).toEqual([]);
    await expect(page.getByLabel('Panel loading bar')).toHaveCount(0);
    await testInfo.attach(board.uid, { body: await page.screenshot(), contentType: 'image/png' });

    const told = (wanted: (panel: (typeof panels)[number]) => boolean) =>
      panels.filter(wanted).map(({ id, title }) => `${title}: ${answers.get(String(id))?.errors.join()}`);
    expect(told(({ id }) => answers.get(String(id))?.errors.length !== 0)).toEqual([]);
    expect(told((panel) => answers.get(String(panel.id))?.values === 0 && !ofTheMoment(panel))).toEqual([]);
    await expect(page.getByTestId('data-testid Panel status error')).toHaveCount(0);
    // A panel with data may still not know how to draw it.
    await expect(page.getByTestId('data-testid Panel data error message')).toHaveCount(0);
  });
}

test('no number in a table is cut on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 5000 });
  for (const board of ['switchboard-overview', 'switchboard-queues']) {
    await page.goto(`/d/${board}?refresh=&kiosk=true&timezone=${timezone}`);
    const numbers = page.getByRole('gridcell').filter({ hasText: /^\W?\d/ });
    await expect(numbers.first()).toBeVisible();
    await expect(page.getByLabel('Panel loading bar')).toHaveCount(0);
    const cut = () =>
      numbers.evaluateAll((cells) =>
        cells.flatMap((cell) => {
          const text = document.createRange();
          text.selectNodeContents(cell);
          return text.getBoundingClientRect().left < cell.getBoundingClientRect().left ? [cell.textContent] : [];
        }),
      );
    // A table measures itself once more when it is there.
    await expect.poll(cut).toEqual([]);
  }
});
