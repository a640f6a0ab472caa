import { describe, expect, it } from '@jest/globals';
import { type Opened, violations } from './opened.js';

const broken = (id: string) => ({ kind: 'call', id, startedAt: 'yesterday', direction: 'inbound' });

async function refuse(opened: Opened, ...ids: string[]): Promise<void> {
  const { rejected } = await opened.send<{ rejected: unknown[] }>('/api/v1/records', opened.served.keys.ingest, {
    records: ids.map(broken),
  });
  if (rejected.length !== ids.length) throw new Error('The service took what is broken.');
}

/** What comes in: sources, keys, quarantine. */
export function intake(opened: () => Opened): void {
  describe('the intake', () => {
    it('tells a reader why there is nothing to see', async () => {
      const page = await opened().signedIn('read', '/intake');
      await page.getByText('This page needs an admin key.').waitFor();
      expect(await page.getByText('may only: read numbers').count()).toBe(1);
      expect(await page.getByRole('table').count()).toBe(0);
    });

    it('shows what each source sent', async () => {
      const page = await opened().signedIn('admin', '/intake');
      const sources = page.getByRole('region', { name: /^Sources/ });
      await sources.getByRole('rowheader').first().waitFor();
      const cells = await sources.locator('tbody tr td:nth-child(4)').allTextContents();
      const shown = cells.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0);
      const { results } = await opened().ask<{
        results: Record<string, { frames: { data: { values: number[][] } }[] }>;
      }>('/api/v1/query', {
        from: Date.now() - 86_400_000,
        to: Date.now(),
        queries: [{ refId: 'A', metrics: ['records_received'], format: 'single', interval: 'none' }],
      });
      const received = results['A']!.frames[0]!.data.values[0]![0]!;
      expect(received).toBeGreaterThan(1000);
      expect(shown).toBe(received);
    });

    it('mends and replays a refused record, which then counts', async () => {
      await refuse(opened(), 'mended-1');
      const page = await opened().signedIn('admin', '/intake');
      const quarantine = page.getByRole('region', { name: 'Quarantine' });
      const row = quarantine.getByRole('row', { name: /mended-1/ });
      expect(await row.textContent()).toContain('startedAt');
      await row.getByRole('button', { name: 'Mend the record mended-1' }).click();
      const dialog = page.getByRole('dialog');
      const editor = dialog.getByLabel('The record as JSON');
      expect(JSON.parse(await editor.inputValue())).toEqual(broken('mended-1'));
      await editor.fill('{"kind": ');
      await dialog.getByRole('button', { name: 'Replay' }).click();
      await dialog.getByRole('alert').getByText('This is not JSON').waitFor();
      await editor.fill(JSON.stringify({ ...broken('mended-1'), startedAt: 'tomorrow' }));
      await dialog.getByRole('button', { name: 'Replay' }).click();
      await dialog.getByText(/^startedAt: /).waitFor();
      await editor.fill(
        JSON.stringify({ ...broken('mended-1'), startedAt: new Date(Date.now() - 1000).toISOString() }),
      );
      await dialog.getByRole('button', { name: 'Replay' }).click();
      await dialog.waitFor({ state: 'detached' });
      await quarantine.getByText('The record is stored.').waitFor();
      await row.getByText('replayed').waitFor();
      const { rows } = await opened().ask<{ rows: { id: string }[] }>('/api/v1/search', {
        metrics: ['calls'],
        from: Date.now() - 3_600_000,
        to: Date.now(),
        columns: ['id'],
      });
      expect(rows.map(({ id }) => id)).toContain('mended-1');
    });

    it('discards a refused record when asked twice', async () => {
      await refuse(opened(), 'discarded-1', 'kept-1');
      const page = await opened().signedIn('admin', '/intake');
      const quarantine = page.getByRole('region', { name: 'Quarantine' });
      await quarantine.getByRole('button', { name: 'Mend the record discarded-1' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
      await page.getByRole('dialog').getByText('cannot be brought back').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
      await quarantine.getByText('The record is deleted.').waitFor();
      await quarantine.getByRole('row', { name: /discarded-1/ }).waitFor({ state: 'detached' });
      expect(await quarantine.getByRole('row', { name: /kept-1/ }).count()).toBe(1);
    });

    it('makes a key that is shown once and works, and revokes it', async () => {
      const page = await opened().signedIn('admin', '/intake');
      const keys = page.getByRole('region', { name: 'Keys' });
      await keys.getByRole('button', { name: 'Make a key' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^Name/).fill('wallboard');
      await dialog.getByLabel('send records').uncheck();
      await dialog.getByLabel('read numbers').check();
      await dialog.getByRole('button', { name: 'Make a key' }).click();
      const key = await dialog.getByRole('group', { name: 'Key' }).locator('pre').textContent();
      const status = async (): Promise<number> => {
        const headers = { authorization: `Bearer ${key}` };
        return (await fetch(`${opened().served.url}/api/v1/catalogue`, { headers })).status;
      };
      expect(await status()).toBe(200);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await dialog.waitFor({ state: 'detached' });
      const row = keys.getByRole('row', { name: /^wallboard/ });
      expect(await row.textContent()).toContain('read numbers');
      expect(await page.content()).not.toContain(key);
      await row.getByRole('button', { name: 'Revoke the key wallboard' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
      await row.getByText('revoked').waitFor();
      expect(await status()).toBe(401);
    });

    it.each(['light', 'dark'] as const)('can be read and used by everyone, %s', async (colorScheme) => {
      await refuse(opened(), `seen-${colorScheme}`);
      const page = await opened().signedIn('admin', '/intake', { colorScheme });
      await page.getByRole('row', { name: /^pbx/ }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: `Mend the record seen-${colorScheme}` }).click();
      await page.getByRole('dialog').getByLabel('The record as JSON').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Make a key' }).click();
      await page.getByRole('dialog').getByLabel(/^Name/).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Make a connection' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^Name/).fill(colorScheme);
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Make a connection' }).click();
      await dialog.getByRole('group', { name: 'Secret', exact: true }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: `New secret for ${colorScheme}` }).click();
      await dialog.getByLabel(/^The secret before/).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: `Disable the connection ${colorScheme}` }).click();
      await dialog.getByText('cannot be undone').waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });
}
