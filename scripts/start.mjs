import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installService } from './install.mjs';
import { run } from './steps.mjs';

/** `npm start`: from a bare checkout to the running service; later starts install and build only what changed. */
const ENGINES = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).engines.node;
const SOURCES = 'server/src';
const TARGET = 'server/dist';
const BUILT = `${TARGET}/.built`;

function refuseWrongNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isRight =
    (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || (major === 24 && minor >= 11) || major > 24;
  if (isRight) return;
  process.stderr.write(`Switchboard needs Node ${ENGINES}; this is ${process.versions.node}.\n`);
  process.exit(1);
}

/** What the build depends on; also a file that went away changes it. */
function sourceDigest() {
  const digest = createHash('sha256').update(readFileSync('server/.swcrc'));
  for (const name of readdirSync(SOURCES, { recursive: true }).sort()) {
    const { mtimeMs, size } = statSync(join(SOURCES, name));
    if (/\.(ts|sql|json)$/.test(name) && !name.endsWith('.test.ts')) digest.update(`${name} ${mtimeMs} ${size}\n`);
  }
  return digest.digest('hex');
}

async function build() {
  const digest = sourceDigest();
  if (existsSync(BUILT) && readFileSync(BUILT, 'utf8') === digest) return;
  process.stdout.write('Building the service…\n');
  rmSync(TARGET, { recursive: true, force: true });
  const swc = fileURLToPath(new URL('../node_modules/@swc/cli/bin/swc.js', import.meta.url));
  const options = ['--strip-leading-paths', '--copy-files', '--quiet', '--config-file', '.swcrc'];
  const code = await run(process.execPath, [swc, 'src', '-d', 'dist', '--ignore', '**/*.test.ts', ...options], {
    cwd: 'server',
  });
  if (code !== 0) {
    process.stderr.write('The build failed; its own words stand above.\n');
    process.exit(code);
  }
  writeFileSync(BUILT, digest);
}

refuseWrongNode();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await installService();
await build();
// In this very process: a signal for npm start is then one for the service, and passes through no other hands.
process.setSourceMapsEnabled(true);
await import('../server/dist/main.js');
