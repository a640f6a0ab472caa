import { join } from 'node:path';
import { buildService } from './build.mjs';
import { installService } from './install.mjs';

/** `npm run import -- FORMAT FILE …`: installs and compiles what is missing, then hands over to the service's own command. */
process.chdir(join(import.meta.dirname, '..'));
await installService();
await buildService();
await import('../server/dist/ingest/import/main.js');
