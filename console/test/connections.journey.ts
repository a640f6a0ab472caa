import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Opened } from './opened.js';

/** Sends a record as Standard Webhooks says (https://www.standardwebhooks.com), apart from the code under test; the status. */
async function deliver(address: string, secret: string, id: string): Promise<number> {
  const startedAt = new Date(Date.now() - 1000).toISOString();
  const body = JSON.stringify({ kind: 'call', id, direction: 'inbound', status: 'answered', startedAt });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`msg_${id}.${timestamp}.${body}`).digest('base64');
  const headers = { 'webhook-id': `msg_${id}`, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
  return (await fetch(address, { method: 'POST', body, headers })).status;
}

const shownAs = async (dialog: Locator, name: string): Promise<string> =>
  (await dialog.getByRole('group', { name, exact: true }).locator('pre').textContent()) ?? '';

/** The addresses of providers: made, delivered to, given another secret, disabled. */
export function connections(opened: () => Opened): void {
  describe('connections', () => {
    it('take what their provider signs, the former secret too for its grace, until they are disabled', async () => {
      const page = await opened().signedIn('admin', '/intake');
      const section = page.getByRole('region', { name: 'Connections' });
      await section.getByRole('button', { name: 'Make a connection' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^Name/).fill('crm');
      await dialog.getByLabel('Source of its records').fill('crm-1');
      await dialog.getByRole('button', { name: 'Make a connection' }).click();
      const address = await shownAs(dialog, 'Address');
      const first = await shownAs(dialog, 'Secret');
      expect(address).toMatch(new RegExp(`^${opened().served.url}/hooks/[0-9a-f-]{36}$`));
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.content()).not.toContain(first);

      const row = section.getByRole('row', { name: /^crm / });
      const newest = row.locator('td').nth(4);
      expect(await newest.textContent()).toBe('never');
      expect(await deliver(address, first, 'hook-1')).toBe(200);
      // The moment of a delivery is noted beside it, so it may come a little later.
      await expectSoon(async () => {
        await section.getByRole('button', { name: 'Refresh Connections' }).click();
        return /\d/.test((await newest.textContent()) ?? '');
      });
      const records = page.getByRole('region', { name: /^Newest records/ });
      await records.getByRole('button', { name: /^Refresh/ }).click();
      const record = records.getByRole('row', { name: /hook-1/ });
      expect(await record.textContent()).toMatch(/crm-1.*status: answered/);

      await row.getByRole('button', { name: 'New secret for crm' }).click();
      await dialog.getByLabel('The secret before stays good for').selectOption({ label: '1 hr' });
      await dialog.getByRole('button', { name: 'New secret' }).click();
      const second = await shownAs(dialog, 'Secret');
      expect(second).not.toBe(first);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await row.getByText(/^the one before until/).waitFor();
      expect(await deliver(address, first, 'hook-2')).toBe(200);
      expect(await deliver(address, second, 'hook-3')).toBe(200);

      await row.getByRole('button', { name: 'New secret for crm' }).click();
      await dialog.getByLabel('The secret before stays good for').selectOption({ label: 'no time' });
      await dialog.getByRole('button', { name: 'New secret' }).click();
      const third = await shownAs(dialog, 'Secret');
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await row.getByText(/^the one before until/).waitFor({ state: 'detached' });
      expect(await deliver(address, first, 'hook-4')).toBe(401);
      expect(await deliver(address, second, 'hook-5')).toBe(401);
      expect(await deliver(address, third, 'hook-6')).toBe(200);

      await row.getByRole('button', { name: 'Disable the connection crm' }).click();
      await dialog.getByText(/cannot be undone/).waitFor();
      await dialog.getByRole('button', { name: 'Disable', exact: true }).click();
      await row.getByText('disabled').waitFor();
      expect(await deliver(address, third, 'hook-7')).toBe(401);
      expect(await row.getByRole('button').count()).toBe(0);
    });

    it('take the secret of a provider that hands them out, and say where it is none', async () => {
      const page = await opened().signedIn('admin', '/intake');
      await page.getByRole('button', { name: 'Make a connection' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^Name/).fill('sms');
      await dialog.getByLabel('Provider').selectOption('Twilio messages');
      await dialog.getByLabel(/^Secret/).fill('too short');
      await dialog.getByRole('button', { name: 'Make a connection' }).click();
      expect(await dialog.getByRole('alert').textContent()).toContain('32 hexadecimal digits');
      await dialog.getByLabel(/^Secret/).fill('0123456789abcdef'.repeat(2));
      await dialog.getByRole('button', { name: 'Make a connection' }).click();
      await dialog.getByText('checked with the secret that you gave').waitFor();
      expect(await dialog.getByRole('group', { name: 'Secret', exact: true }).count()).toBe(0);
      expect(await page.content()).not.toContain('0123456789abcdef');
    });
  });
}

async function expectSoon(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('It did not become so.');
}
