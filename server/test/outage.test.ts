import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from './app.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { Wire } from './reliability/service/wire.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('while the database is away', () => {
  let database: TestDatabase;
  let wire: Wire;
  let app: TestApp;
  let tenant: TestTenant;

  beforeAll(async () => {
    database = await createTestDatabase();
    const opened = await Wire.to(database.url);
    wire = opened.wire;
    app = await startTestApp({ env: { DATABASE_URL: opened.url } });
    tenant = await app.tenant();
  });
  afterAll(async () => {
    await app.stop();
    wire.close();
    await database.drop();
  });

  const status = async (path: string, key?: string): Promise<number> => (await app.call('GET', path, key)).status;
  const untilReady = async (): Promise<number> => {
    const begun = Date.now();
    while ((await status('/health/ready')) !== 200) await pause(100);
    return Date.now() - begun;
  };

  it('is alive, not ready, and says so with 503 to everyone; then heals by itself', async () => {
    expect([await status('/health/live'), await status('/health/ready')]).toEqual([200, 200]);
    wire.become('cut');
    expect([await status('/health/live'), await status('/health/ready')]).toEqual([200, 503]);
    for (const [path, key] of [
      ['/api/v1/whoami', tenant.readKey],
      ['/api/v1/whoami', 'swb_never_seen_before'],
      ['/api/v1/tenants', app.adminKey],
    ] as const) {
      const answer = await app.call('GET', path, key);
      expect([path, answer.status, answer.body.code]).toEqual([path, 503, 'database_unavailable']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(JSON.stringify(answer.body)).not.toMatch(/ECONN|127\.0\.0\.1|postgres/i);
    }
    wire.become('whole');
    expect(await untilReady()).toBeLessThan(10_000);
    expect(await status('/api/v1/whoami', tenant.readKey)).toBe(200);
    expect(await status('/api/v1/tenants', app.adminKey)).toBe(200);
  });

  it('does not wait for ever for a database that fell silent', async () => {
    wire.become('silent');
    const begun = Date.now();
    expect([await status('/health/live'), await status('/health/ready')]).toEqual([200, 503]);
    expect(Date.now() - begun).toBeLessThan(4_000);
    wire.become('cut');
    wire.become('whole');
    expect(await untilReady()).toBeLessThan(10_000);
  });
});
