import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignInLinks } from '../../src/console/sign-in-links.js';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';

const PROVISIONED = fileURLToPath(new URL('../../../provisioning/dashboards', import.meta.url));

describe('boards over HTTP', () => {
  let app: TestApp;
  let tenant: TestTenant;
  beforeAll(async () => {
    app = await startTestApp();
    tenant = await app.tenant();
  });
  afterAll(() => app.stop());

  it('lists every provisioned board once, folder by folder, the overview first', async () => {
    const { status, body } = await app.call('GET', '/api/v1/boards', tenant.readKey);
    expect(status).toBe(200);
    const items: { uid: string; folder: string }[] = body.items;
    const files = readdirSync(PROVISIONED, { recursive: true }).filter((name) => String(name).endsWith('.json'));
    expect(items).toHaveLength(files.length);
    expect(items[0]).toMatchObject({ uid: 'switchboard-overview', title: 'Overview', folder: 'Operations' });
    const folders = items.map(({ folder }) => folder);
    expect(folders.filter((folder, i) => folder !== folders[i - 1])).toEqual(['Operations', 'Quality', 'Service health', 'Facts']); // prettier-ignore
  });

  it('gives a board exactly as Grafana reads it', async () => {
    const { body } = await app.call('GET', '/api/v1/boards/switchboard-chat', tenant.readKey);
    expect(body).toEqual(JSON.parse(readFileSync(join(PROVISIONED, 'Operations/chat.json'), 'utf8')));
  });

  it('is for those who may read', async () => {
    for (const path of ['/api/v1/boards', '/api/v1/boards/switchboard-chat']) {
      expect(await app.call('GET', path)).toMatchObject({ status: 401 });
      expect(await app.call('GET', path, tenant.ingestKey)).toMatchObject({ status: 403 });
    }
  });

  it.each(['nowhere', '..%2f..%2fpackage', 'constructor', '__proto__'])('knows no board %s', async (uid) => {
    expect(await app.call('GET', `/api/v1/boards/${uid}`, tenant.readKey)).toMatchObject({ status: 404 });
  });
});

describe('links that sign in', () => {
  it('open a session of their key, as often as they are followed', async () => {
    const opened: string[] = [];
    const sessions = {
      open: (key: string) => {
        opened.push(key);
        return Promise.resolve('token');
      },
    };
    const links = new SignInLinks(sessions);
    const [path, other] = [links.make('swb_demo'), links.make('swb_demo')];
    expect(path).toMatch(/^\/sign-in\/[\w-]{22}$/);
    expect(path).not.toBe(other);
    const code = String(path.split('/')[2]);
    await links.open(code, '::1');
    await links.open(code, '::1');
    await links.open('unknown', '::1');
    expect(opened).toEqual(['swb_demo', 'swb_demo', 'unknown']);
  });
});
