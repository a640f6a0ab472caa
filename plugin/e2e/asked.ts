import type { Page } from '@playwright/test';

/** What panels ask for from now on. */
export function asked(page: Page): object[] {
  const queries: object[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/ds/query')) {
      queries.push(...(request.postDataJSON() as { queries: object[] }).queries);
    }
  });
  return queries;
}
