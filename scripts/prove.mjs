import { installEverything } from './install.mjs';
import { run } from './steps.mjs';

/** `npm run prove`: the reliability promises at full size, with a transcript; `--write` keeps it in docs/reliability.md. */
await installEverything();
process.exitCode = await run('node', [
  '--import',
  './scripts/typescript.mjs',
  'server/prove/main.ts',
  ...process.argv.slice(2),
]);
