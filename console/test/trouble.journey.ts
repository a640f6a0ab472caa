import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { numberIn, settled } from './board.js';
import type { Opened } from './opened.js';

const sentence = /^[A-ZА-ЯÄÖÜ“].*[.!]/su;

async function signInAgain(page: Page, key: string): Promise<void> {
  await page.getByLabel(/^Key/).fill(key);
  await page.keyboard.press('Enter');
}

/** What goes wrong around a page is told in words, and ends when its cause does. */
export function trouble(opened: () => Opened): void {
  describe('in trouble', () => {
    it.each(['/d/no-such-board', '/nowhere', '/catalogue/more', '/d/..%2f..%2fetc'])(
      'says that there is nothing at %s',
      async (path) => {
        const page = await opened().signedIn('read', path);
        await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor();
        await page.getByRole('link', { name: 'Overview', exact: true }).click();
        await settled(page);
        opened().forgive(/status of 404/);
      },
    );

    it.each([
      ['from=yesterday&to=now', 'The range in the address cannot be shown'],
      ['from=now&to=now-1d', 'The range in the address cannot be shown'],
      ['from=99999999999999999999&to=now', 'The range in the address cannot be shown'],
      ['from=0&to=999999999999999', 'The range in the address cannot be shown'],
      ['timezone=Mars%2FPhobos', 'There is no time zone “Mars/Phobos”'],
    ])('shows the board’s own for %s', async (search, said) => {
      const page = await opened().signedIn('read', `/d/switchboard-overview?${search}`);
      await settled(page);
      expect(await page.getByRole('alert').allTextContents()).toEqual([expect.stringContaining(said)]);
      expect(await numberIn(page, 'Sent messages')).toBeGreaterThan(0);
    });

    it.each([
      'var-channel=nonsense&var-none=x&refresh=soon&rows=%00,none,%22',
      'var-filters=%7C%7C&var-filters=channel&refresh=99999999d',
    ])('bears nonsense: %s', async (search) => {
      const page = await opened().signedIn('read', `/d/switchboard-notifications?${search}`);
      await settled(page);
      expect(await page.getByRole('alert').allTextContents()).toEqual([]);
      expect(await page.getByRole('article').count()).toBeGreaterThan(10);
    });

    it('says that the service is away, and shows its numbers again when it is back', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-overview');
      await settled(page);
      const before = await numberIn(page, 'Sent messages');
      await page.context().setOffline(true);
      await page.getByRole('button', { name: 'Refresh', exact: true }).click();
      await page.getByRole('alert').first().waitFor();
      for (const text of await page.getByRole('alert').allTextContents()) {
        expect(text).toContain('The service cannot be reached; try again.');
      }
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Refresh', exact: true }).click();
      await page.getByRole('alert').first().waitFor({ state: 'detached' });
      await settled(page);
      expect(await numberIn(page, 'Sent messages')).toBe(before);
      opened().forgive(/ERR_INTERNET_DISCONNECTED/);
    });

    it('says that a page could not be loaded, and loads it when asked again', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-overview');
      await settled(page);
      await page.route('**/assets/catalogue-page*', (route) => route.fulfill({ status: 404 }));
      await page.getByRole('link', { name: 'Metrics' }).click();
      expect(await page.getByRole('alert').textContent()).toMatch(/This page could not be loaded: .*\./);
      await page.unroute('**/assets/catalogue-page*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { level: 1, name: 'Metrics' }).waitFor();
      opened().forgive(/status of 404.*catalogue-page|PageNotLoaded/);
    });

    it('tells a refused question in the panel’s place, the others answered', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-overview?from=0&to=4102444800000');
      await page.getByRole('article').first().waitFor();
      await settled(page);
      for (const text of await page.getByRole('alert').allTextContents()) {
        expect(text.replace('This did not work', '').replace('Try again', '').trim()).toMatch(sentence);
      }
    });

    it('asks for a key when the session is over, and comes back to where one was', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-chat?from=now-2d&to=now&rows=7');
      await settled(page);
      await page.context().clearCookies();
      await page.getByRole('button', { name: 'Refresh', exact: true }).click();
      await page.getByLabel(/^Key/).waitFor();
      await signInAgain(page, opened().served.keys.read);
      await page.getByRole('heading', { level: 1, name: 'Chat', exact: true }).waitFor();
      await settled(page);
      expect(new URL(page.url()).searchParams.get('from')).toBe('now-2d');
      opened().forgive(/status of 401/);
    });

    it('leaves in every tab when one leaves', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-overview');
      const other = await page.context().newPage();
      await other.goto('/catalogue?metric=calls');
      await other.getByRole('region', { name: 'Result' }).getByRole('img').waitFor();
      await settled(page);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByLabel(/^Key/).waitFor();
      await other.getByLabel('Interval').selectOption('1h');
      await other.getByLabel(/^Key/).waitFor();
    });

    it('goes on where it was when the service was started anew', async () => {
      const page = await opened().signedIn('read', '/d/switchboard-overview?from=now-2d&to=now');
      await settled(page);
      const before = await numberIn(page, 'Sent messages');
      await opened().restart();
      await page.getByRole('button', { name: 'Refresh', exact: true }).click();
      await settled(page);
      expect(await numberIn(page, 'Sent messages')).toBe(before);
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.goto(opened().served.link);
      await settled(page);
    });

    it('says that a link from before holds no longer', async () => {
      const page = await opened().page();
      await page.goto('/sign-in/AAAAAAAAAAAAAAAAAAAAAA');
      await page.getByLabel(/^Key/).waitFor();
      expect(await page.getByRole('alert').textContent()).toMatch(/^This link no longer holds/);
    });
  });
}
