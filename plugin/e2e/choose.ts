import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Types into a field and takes the entry of its list that begins so; what was typed is offered too, as one's own value. A
 * field that opens meanwhile writes what was chosen between what is typed: then it is typed once more.
 */
export async function choose(page: Page, field: Locator, name: string): Promise<void> {
  await expect(async () => {
    await field.fill(name);
    await expect(field).toHaveValue(name, { timeout: 1000 });
  }).toPass();
  const begins = page.getByRole('option', { name: new RegExp(`^${name}`) });
  await begins.filter({ hasNotText: 'Use custom value' }).first().click();
}
