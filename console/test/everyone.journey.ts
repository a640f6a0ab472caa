import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { languages, translator } from '../src/i18n/texts.js';
import { settled } from './board.js';
import { type Opened, violations } from './opened.js';

const focused = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const element = document.activeElement;
    const label = element.labels?.[0]?.textContent ?? '';
    return [element.getAttribute('aria-label') ?? '', label, element.textContent].find((text) => text !== '') ?? '';
  })()`);

/** Goes on by Tab until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < 150; press++) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (name.test(here)) return;
    passed.push(here);
  }
  throw new Error(`Tab does not lead to ${name}, only to ${passed.join(' | ')}.`);
}

/** Without a mouse, without eyes, without English. */
export function everyone(opened: () => Opened): void {
  describe('everyone', () => {
    it('has everything within reach on a phone', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-chat', { viewport: { width: 390, height: 844 } });
      await settled(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await page.getByRole('button', { name: 'Menu', exact: true }).click();
      for (const label of ['Language', 'Colours']) await page.getByLabel(label).waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByLabel(/^Key/).waitFor();
    });

    it('gets through the console by keyboard alone', async () => {
      const page = await opened().page();
      await page.goto('/');
      await page.getByLabel(/^Key/).waitFor();
      await page.keyboard.type(opened().served.keys.admin);
      await page.keyboard.press('Enter');
      await settled(page);
      await tabTo(page, /^Skip to content$/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^Time range/);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Last 7 days' }).waitFor();
      await tabTo(page, /^Last 7 days$/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/from=now-7d/);
      await settled(page);
      await tabTo(page, /^Menu of Total price by day$/);
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Show as table' }).waitFor();
      await page.keyboard.press('ArrowDown');
      if (!(await focused(page)).includes('table')) await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.getByRole('article', { name: 'Total price by day' }).getByRole('table').waitFor();

      await page.goto('/intake');
      await page.getByRole('row', { name: /^pbx/ }).waitFor();
      await tabTo(page, /^Make a connection$/);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^Name/).waitFor();
      await tabTo(page, /^Name/);
      await page.keyboard.type('by keyboard');
      await page.keyboard.press('Enter');
      await dialog.getByRole('group', { name: 'Secret', exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      // Where the dialog was opened from is where one goes on.
      await page.getByRole('button', { name: 'Make a connection' }).and(page.locator(':focus')).waitFor();
      await page.goto('/');
      await settled(page);
      await tabTo(page, /^Sign out$/);
      await page.keyboard.press('Enter');
      await page.getByLabel(/^Key/).waitFor();
    });

    it.each(Object.keys(languages) as (keyof typeof languages)[])('reads every page in %s', async (language) => {
      const t = translator(language);
      const page = await opened().signedIn('admin', '/d/switchboard-notifications?from=now-3d&to=now', {
        locale: language,
      });
      await settled(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      for (const key of ['board.clear', 'board.reload', 'signOut'] as const)
        await page.getByRole('button', { name: t(key), exact: true }).waitFor();
      expect(await page.getByRole('button', { name: t('board.range') }).textContent()).toMatch(/ 3 /);
      await page.getByRole('link', { name: t('nav.catalogue'), exact: true }).click();
      await page.getByRole('heading', { level: 1, name: t('catalogue.title') }).waitFor();
      expect(await page.title()).toBe(`${t('catalogue.title')} · Switchboard`);
      await page.getByRole('link', { name: t('nav.intake'), exact: true }).click();
      for (const title of [
        'intake.sources',
        'records.title',
        'quarantine.title',
        'connections.title',
        'keys.title',
      ] as const)
        await page.getByRole('heading', { level: 2, name: t(title), exact: true }).waitFor();
      await page.getByRole('row', { name: /^pbx/ }).waitFor();
      expect(await violations(page)).toEqual([]);
    });

    it('reads where there is nothing, and what went wrong, in both themes', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await opened().signedIn('read', '/nowhere', { colorScheme });
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await violations(page)).toEqual([]);
        await page.goto('/d/switchboard-overview?from=yesterday&timezone=Mars');
        await settled(page);
        expect(await violations(page)).toEqual([]);
        await page.goto('/intake');
        await page.getByText('This page needs an admin key.').waitFor();
        expect(await violations(page)).toEqual([]);
        await page.context().clearCookies();
        await page.goto('/?link=over');
        await page.getByLabel(/^Key/).fill('swb_wrong');
        await page.keyboard.press('Enter');
        await page.getByRole('alert').waitFor();
        expect(await violations(page)).toEqual([]);
      }
      opened().forgive(/status of 404/);
    });
  });
}
