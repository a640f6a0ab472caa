import { rmSync } from 'node:fs';

/** After all tests: the server that the setup started is stopped and leaves nothing behind. */
export default async function teardown() {
  const { query, template, stop, dataDir } = globalThis.switchboardTestServer;
  await query(`drop database if exists ${template} with (force)`);
  await stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
}
