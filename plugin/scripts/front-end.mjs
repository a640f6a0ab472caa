import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { addContents } from './contents.mjs';
import { dist, root, run } from './run.mjs';

/** More than this of JavaScript would be felt by everybody who opens a dashboard. */
const MOST_BYTES = 120_000;

/** Builds what runs in the browser into dist/, with the boards and pictures that come with the plugin. */
export function buildFrontEnd() {
  const require = createRequire(join(root, 'package.json'));
  const webpack = join(dirname(require.resolve('webpack-cli/package.json')), 'bin', 'cli.js');
  run(process.execPath, [webpack, '-c', './webpack.config.ts', '--env', 'production', '--stats', 'errors-warnings'], {
    // The scaffold's webpack configuration is TypeScript, which Node 20 loads through ts-node as CommonJS only.
    env: { TS_NODE_COMPILER_OPTIONS: JSON.stringify({ module: 'commonjs', moduleResolution: 'node' }) },
  });
  addContents();
  weigh();
}

function weigh() {
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'));
  const contents = scripts.map((name) => readFileSync(join(dist, name)));
  const bytes = contents.reduce((sum, content) => sum + content.length, 0);
  const packed = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  const first = readFileSync(join(dist, 'module.js')).length;
  console.log(`${scripts.length} scripts of ${bytes} bytes (${packed} compressed); module.js has ${first}`);
  if (bytes <= MOST_BYTES) return;
  console.error(`The scripts may have ${MOST_BYTES} bytes in all: see what was added to the bundle.`);
  process.exit(1);
}
