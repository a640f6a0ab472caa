import { createServer, connect, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from './app.js';
import { createTestDatabase, type TestDatabase } from './database.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A wire between service and database that can be cut, or left hanging with nobody at the other end. */
class Wire {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private state: 'whole' | 'cut' | 'silent' = 'whole';

  constructor(target: URL) {
    this.server = createServer((near) => {
      this.keep(near);
      if (this.state === 'cut') return void near.destroy();
      const far = connect(Number(target.port), target.hostname);
      this.keep(far);
      near.on('data', (data) => this.state !== 'silent' && far.write(data));
      far.on('data', (data) => this.state !== 'silent' && near.write(data));
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
    });
  }

  async open(target: URL): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    return Object.assign(new URL(target), { host: `127.0.0.1:${typeof address === 'object' ? address!.port : 0}` })
      .href;
  }

  become(state: 'whole' | 'cut' | 'silent'): void {
    this.state = state;
    if (state === 'cut') this.sockets.forEach((socket) => socket.destroy());
  }

  close(): void {
    this.become('cut');
    this.server.close();
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }
}

describe('while the database is away', () => {
  let database: TestDatabase;
  let wire: Wire;
  let app: TestApp;
  let tenant: TestTenant;

  beforeAll(async () => {
    database = await createTestDatabase();
    const target = new URL(database.url);
    wire = new Wire(target);
    app = await startTestApp({ env: { DATABASE_URL: await wire.open(target) } });
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
