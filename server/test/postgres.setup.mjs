import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Jest transforms only what runs inside it, and a global setup does not.
import '../../scripts/typescript.mjs';

/** Quick and forgetful: the cluster lives as long as the test run. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
};

/**
 * Before all tests: a PostgreSQL (TEST_DATABASE_URL, else an embedded one in a temporary directory) and in it a migrated
 * database that test/database.ts copies for each test file. A migration that fails is told by the tests that need it.
 */
export default async function setup() {
  const { startEmbedded } = await import('../src/database/embedded.ts');
  const { migrate } = await import('../src/database/migrate.ts');
  const server = await openServer(startEmbedded);
  const template = `template_${randomBytes(6).toString('hex')}`;
  globalThis.switchboardTestServer = { ...server, template };
  process.env.SWITCHBOARD_TEST_SERVER = server.url;
  process.env.SWITCHBOARD_TEST_TEMPLATE = template;
  await server.query(`create database ${template} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  try {
    await migrate(Object.assign(new URL(server.url), { pathname: `/${template}` }).href);
  } catch (error) {
    process.env.SWITCHBOARD_TEST_FAILURE = error.message;
  }
}

async function openServer(startEmbedded) {
  const { default: pg } = await import('pg');
  const given = process.env.TEST_DATABASE_URL;
  const dataDir = given ? undefined : mkdtempSync(join(tmpdir(), 'switchboard-test-'));
  // Started as root, the server runs as another user, who must be able to come by here.
  if (dataDir) chmodSync(dataDir, 0o711);
  const embedded = dataDir ? await startEmbedded({ dataDir, settings: SETTINGS, log: () => undefined }) : undefined;
  const url = given ?? embedded.url;
  const query = async (text) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  return { url, dataDir, query, stop: async () => embedded?.stop() };
}
