import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installEverything } from './install.mjs';
import { run } from './steps.mjs';

const SOURCES = 'server/src';
const TARGET = 'server/dist';
const BUILT = `${TARGET}/.built`;

/** What the build depends on; also a file that went away changes it. */
function sourceDigest() {
  const digest = createHash('sha256').update(readFileSync('server/.swcrc'));
  for (const name of readdirSync(SOURCES, { recursive: true }).sort()) {
    const { mtimeMs, size } = statSync(join(SOURCES, name));
    if (/\.(ts|sql|json)$/.test(name) && !name.endsWith('.test.ts')) digest.update(`${name} ${mtimeMs} ${size}\n`);
  }
  return digest.digest('hex');
}

/** Compiles the service where a source changed since the last build; to be called in the checkout's top folder. */
export async function buildService() {
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

/** Builds the plugin where that was not done yet; without it Grafana is of no use, but the service is. */
export async function buildPlugin() {
  if (existsSync('plugin/dist/plugin.json')) return;
  process.stdout.write('Building the plugin for Grafana (once)…\n');
  await installEverything();
  const code = await run('npm', ['run', '--silent', 'build', '--workspace', 'plugin']);
  if (code !== 0) process.stderr.write('The plugin could not be built; its own words stand above.\n');
}
