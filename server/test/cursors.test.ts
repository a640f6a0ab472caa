import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from './app.js';

let app: TestApp;
let tenant: TestTenant;
beforeAll(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
});
afterAll(() => app.stop());

const NO_UUID = '-'.repeat(36);
const lists = (slug: string): [path: string, key: string][] => [
  [`/api/v1/tenants/${slug}/keys`, NO_UUID],
  [`/api/v1/tenants/${slug}/connections`, NO_UUID],
  ['/api/v1/quarantine', `1 ${NO_UUID}`],
  ['/api/v1/annotations', `1 ${NO_UUID}`],
];

it('a cursor that only looks like one of the list is refused', async () => {
  for (const [path, key] of lists(tenant.slug)) {
    const cursor = Buffer.from(key).toString('base64url');
    const reader = path.endsWith('annotations') ? tenant.readKey : tenant.adminKey;
    const { status, body } = await app.call('GET', `${path}?cursor=${cursor}`, reader);
    expect([path, status, body.detail]).toEqual([path, 400, 'cursor: it is not one of this list.']);
  }
});
