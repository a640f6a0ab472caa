import type { Locator, Page } from '@playwright/test';

/** Types into a field and takes the entry of its list that begins so; what was typed is offered too, as one's own value. */
export async function choose(page: Page, field: Locator, name: string): Promise<void> {
  await field.fill(name);
  const begins = page.getByRole('option', { name: new RegExp(`^${name}`) });
  await begins.filter({ hasNotText: 'Use custom value' }).first().click();
}
