import { join } from 'node:path';
import { buildService } from './build.mjs';
import { installService } from './install.mjs';

/** `npm run demo -- incident carrier-outage`: tells the running simulator what to rehearse. */
process.chdir(join(import.meta.dirname, '..'));
await installService();
await buildService();
await import('../server/dist/demo/main.js');
