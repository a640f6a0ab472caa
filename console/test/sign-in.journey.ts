import { describe, expect, it } from '@jest/globals';
import { settled } from './board.js';
import { type Opened, violations } from './opened.js';

/** Who may come in, and how they leave. */
export function signIn(opened: () => Opened): void {
  describe('signing in', () => {
    it('asks for a key, lets the right one in, and out again', async () => {
      const page = await opened().page();
      await page.goto('/');
      await page.getByLabel(/^Key/).fill(opened().served.keys.read);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      const [cookie] = await page.context().cookies();
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
      expect(cookie!.value).not.toContain('swb_');
      await page.reload();
      await settled(page);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByLabel(/^Key/).waitFor();
      expect(await page.context().cookies()).toEqual([]);
      await page.goto('/catalogue');
      await page.getByLabel(/^Key/).waitFor();
    });

    it('says in a sentence that a key is wrong, and says nothing else', async () => {
      const page = await opened().page();
      await page.goto('/');
      await page.getByLabel(/^Key/).fill('swb_wrong');
      await page.keyboard.press('Enter');
      const alert = page.getByRole('alert');
      expect(await alert.textContent()).toBe('This key is not valid: it may be mistyped, revoked or expired.');
      expect(await page.context().cookies()).toEqual([]);
      expect(await page.getByRole('navigation').count()).toBe(0);
    });

    it('follows a link that signs in by itself', async () => {
      const page = await opened().page();
      await page.goto(opened().served.link);
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      expect(new URL(page.url()).pathname).not.toContain('sign-in');
    });

    it.each([
      ['ru-RU', 'Ключ', 'Войти'],
      ['de-AT', 'Schlüssel', 'Anmelden'],
      ['it-IT', 'Chiave', 'Accedi'],
      ['fr-FR', 'Key', 'Sign in'],
    ])('speaks to a browser of %s', async (locale, label, button) => {
      const page = await opened().page({ locale });
      await page.goto('/');
      await page.getByLabel(new RegExp(`^${label}`)).waitFor();
      expect(await page.getByRole('button', { name: button }).count()).toBe(1);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale === 'fr-FR' ? 'en' : locale.slice(0, 2));
    });

    it('changes the language where it is wished, and keeps it', async () => {
      const page = await opened().signedIn('read', '/catalogue');
      await page.getByLabel('Language').selectOption('de');
      await page.getByRole('heading', { level: 1, name: 'Kennzahlen' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Kennzahlen' }).waitFor();
    });

    it.each(['light', 'dark'] as const)('can be read and used by everyone, %s', async (colorScheme) => {
      const page = await opened().page({ colorScheme });
      await page.goto('/');
      await page.getByLabel(/^Key/).waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });
}
