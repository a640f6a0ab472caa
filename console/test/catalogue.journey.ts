import { describe, expect, it } from '@jest/globals';
import { type Opened, violations } from './opened.js';

interface Results {
  results: Record<string, { frames: { data: { values: number[][] } }[] }>;
}

/** The metrics: found, read, tried. */
export function catalogue(opened: () => Opened): void {
  describe('the metrics', () => {
    it('are found by what they say, and read', async () => {
      const page = await opened().signedIn('read', '/');
      await page.getByRole('article').first().waitFor();
      await page.getByRole('link', { name: 'Metrics' }).click();
      const list = page.getByRole('navigation', { name: 'Metrics by subject' });
      await list.getByRole('link').first().waitFor();
      const all = await list.getByRole('link').count();
      await page.getByLabel(/^Search/).fill('threshold answered');
      await page
        .getByRole('status')
        .getByText(/^\d+ metrics?$/)
        .waitFor();
      expect(await list.getByRole('link').count()).toBeLessThan(all);
      await list.getByRole('link', { name: 'Service level', exact: true }).click();
      await page.getByRole('heading', { level: 2, name: 'Service level' }).waitFor();
      expect(new URL(page.url()).searchParams.get('metric')).toBe('service_level');
      const said = await page.getByRole('article').textContent();
      for (const word of ['service_level', 'percent', 'more is better', 'enteredAt', 'threshold', 'Queue'])
        expect(said).toContain(word);
      await page.getByLabel(/^Search/).fill('no such thing');
      expect(await page.getByRole('status').textContent()).toContain('“no such thing”');
      expect(await list.getByRole('link').count()).toBe(0);
    });

    it('are tried: what is chosen is what is asked, and what is shown is what the query answers', async () => {
      const page = await opened().signedIn('read', '/catalogue?metric=calls');
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('region', { name: 'Result' }).getByRole('img').waitFor();
      await page.getByLabel('Interval').selectOption('none');
      await page.getByRole('combobox', { name: 'Group by' }).fill('Direction');
      await page.getByRole('option', { name: 'Direction' }).click();
      await page.keyboard.press('Escape');
      const table = page.getByRole('region', { name: 'Result' }).getByRole('table');
      await table.getByRole('cell', { name: 'Inbound' }).first().waitFor();
      await page.getByRole('button', { name: 'Add a filter' }).click();
      const filter = page.getByRole('group', { name: 'Filter 1' });
      await filter.getByRole('combobox', { name: 'Dimension' }).click();
      await page.getByRole('option', { name: 'Direction' }).click();
      await filter.getByRole('combobox', { name: 'Values' }).click();
      await page.getByRole('option', { name: 'Inbound' }).click();
      await page.keyboard.press('Escape');
      await table.getByRole('cell', { name: 'Outbound' }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Copy the query' }).click();
      const query: { queries: unknown[] } = JSON.parse(await page.evaluate('navigator.clipboard.readText()'));
      expect(query.queries).toEqual([
        {
          refId: 'A',
          metrics: ['calls'],
          groupBy: ['direction'],
          filters: [{ key: 'direction', operator: '=|', values: ['inbound'] }],
          interval: 'none',
          format: 'table',
        },
      ]);
      const { results } = await opened().ask<Results>('/api/v1/query', query);
      const count = results['A']!.frames[0]!.data.values[1]![0]!;
      expect(count).toBeGreaterThan(10);
      expect(await table.getByRole('row').nth(1).textContent()).toContain(count.toLocaleString('en'));
    });

    it('tell in a sentence why a question has no answer', async () => {
      const page = await opened().signedIn('read', '/catalogue?metric=calls');
      await page.getByLabel('Interval').selectOption('1m');
      expect(await page.getByRole('alert').textContent()).toMatch(/[a-z]{3,}.*\./);
    });

    it.each(['light', 'dark'] as const)('can be read and used by everyone, %s', async (colorScheme) => {
      const page = await opened().signedIn('read', '/catalogue?metric=service_level', { colorScheme });
      await page.getByRole('button', { name: 'Add a filter' }).click();
      await page.getByRole('region', { name: 'Result' }).getByRole('img').waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });
}
