// Builds the plugin into dist/: the front end with webpack, the backend with Go for the machine it is built on.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goTarget, hasGo } from './go.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function buildFrontEnd() {
  const webpack = join(dirname(require.resolve('webpack-cli/package.json')), 'bin', 'cli.js');
  run(process.execPath, [webpack, '-c', './.config/webpack/webpack.config.ts', '--env', 'production'], {
    // The scaffold's webpack configuration is TypeScript, which Node 20 loads through ts-node as CommonJS only.
    TS_NODE_COMPILER_OPTIONS: JSON.stringify({ module: 'commonjs', moduleResolution: 'node' }),
  });
}

function buildBackEnd() {
  const { os, arch, suffix } = goTarget();
  const executable = join('dist', `gpx_switchboard_contactcenter_${os}_${arch}${suffix}`);
  run('go', ['build', '-trimpath', '-ldflags', '-s -w', '-o', executable, './pkg'], {
    CGO_ENABLED: '0',
    GOOS: os,
    GOARCH: arch,
  });
  console.log(`Built ${executable}`);
}

buildFrontEnd();
if (hasGo()) {
  buildBackEnd();
} else {
  console.warn(
    '\n*** SKIPPED: the backend was not built, because there is no go on the PATH. Grafana cannot use the plugin. ***\n',
  );
}
