import { buildService } from './build.mjs';
import { installEverything } from './install.mjs';
import { run } from './steps.mjs';

/** `npm run bench -- NAME`: one benchmark of server/bench, on the compiled service. */
const benches = ['ingest'];
const [name] = process.argv.slice(2);
if (!benches.includes(name)) {
  process.stderr.write(`npm run bench -- NAME, where NAME is one of ${benches.join(', ')}.\n`);
  process.exit(1);
}
await installEverything();
await buildService();
process.exitCode = await run(process.execPath, ['--import', './scripts/typescript.mjs', `server/bench/${name}.ts`]);
