import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installEverything } from './install.mjs';
import { has, run } from './steps.mjs';

const SOURCES = 'server/src';
const TARGET = 'server/dist';
const BUILT = `${TARGET}/.built`;

/** What a build depends on; also a file that went away changes it. */
function sourceDigest(...places) {
  const digest = createHash('sha256');
  for (const place of places) {
    const names = statSync(place).isDirectory() ? readdirSync(place, { recursive: true }).sort() : [''];
    for (const name of names) {
      const { mtimeMs, size } = statSync(join(place, name));
      if (name === '' || (/\.(tsx?|sql|json|go|svg|md|css|html)$/.test(name) && !/\.test\.tsx?$/.test(name)))
        digest.update(`${name} ${mtimeMs} ${size}\n`);
    }
  }
  return digest.digest('hex');
}

/** Compiles the service where a source changed since the last build; to be called in the checkout's top folder. */
export async function buildService() {
  const digest = sourceDigest(SOURCES);
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

/** Builds the console where its sources changed; without it the service answers all the same. Resolves with the exit code. */
export async function buildConsole() {
  const built = 'console/dist/.built';
  const digest = sourceDigest(
    'console/src',
    'console/public',
    'viz/src',
    'console/index.html',
    'console/vite.config.ts',
  );
  if (existsSync(built) && readFileSync(built, 'utf8') === digest) return 0;
  process.stdout.write('Building the console…\n');
  const code = await run('npm', ['run', '--silent', 'build', '--workspace', 'console']);
  if (code === 0) writeFileSync(built, digest);
  else process.stderr.write('The console could not be built; its own words stand above.\n');
  return code;
}

/** Builds the plugin where its sources changed; without it Grafana is of no use, but the service is. */
export async function buildPlugin() {
  const built = 'plugin/dist/.built';
  const digest = `${sourceDigest('plugin/src', 'plugin/pkg', 'provisioning/dashboards')} ${(await has('go')) ? 'with' : 'without'} Go`;
  if (existsSync(built) && readFileSync(built, 'utf8') === digest) return;
  process.stdout.write('Building the plugin for Grafana…\n');
  await installEverything();
  const code = await run('npm', ['run', '--silent', 'build', '--workspace', 'plugin']);
  if (code === 0) writeFileSync(built, digest);
  else process.stderr.write('The plugin could not be built; its own words stand above.\n');
}
