// Builds the plugin for every system that Grafana runs on and packs it: artifacts/<id>-<version>.zip with its digests.
// The same sources and tools give the same bytes. With --only-pack what is in dist/ is packed as it is, which is how a
// signature gets into the archive.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBackEnd, listGoSources } from './back-end.mjs';
import { buildFrontEnd } from './front-end.mjs';
import { hasGo } from './go.mjs';
import { dist, root, run } from './run.mjs';

const SYSTEMS = [
  { os: 'linux', arch: 'amd64' },
  { os: 'linux', arch: 'arm64' },
  { os: 'darwin', arch: 'amd64' },
  { os: 'darwin', arch: 'arm64' },
  { os: 'windows', arch: 'amd64' },
];

/** Seconds since 1970 of the sources: what SOURCE_DATE_EPOCH says, else the last commit's time. */
function sourceTime() {
  const said = process.env.SOURCE_DATE_EPOCH;
  return Number(said || execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }));
}

/** The day of the build is the sources' own, so that building later changes nothing. */
function stamp(seconds) {
  const path = join(dist, 'plugin.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.info.updated = new Date(seconds * 1000).toISOString().slice(0, 10);
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

if (!hasGo()) {
  console.error('Packing needs go on the PATH: it builds the backend and writes the archive.');
  process.exit(1);
}
const seconds = sourceTime();
if (!process.argv.includes('--only-pack')) {
  rmSync(dist, { recursive: true, force: true });
  buildFrontEnd();
  SYSTEMS.forEach(buildBackEnd);
  listGoSources();
  stamp(seconds);
}

const { id, info } = JSON.parse(readFileSync(join(dist, 'plugin.json'), 'utf8'));
const archive = `${id}-${info.version}.zip`;
const target = join(root, 'artifacts', archive);
mkdirSync(join(root, 'artifacts'), { recursive: true });
const output = openSync(target, 'w');
run('go', ['run', './scripts/pack', dist, id, String(seconds)], { output });
closeSync(output);
for (const algorithm of ['sha1', 'sha256']) {
  const digest = createHash(algorithm).update(readFileSync(target)).digest('hex');
  writeFileSync(`${target}.${algorithm}`, `${digest}  ${archive}\n`);
  console.log(`${algorithm} ${digest}`);
}
console.log(`Packed ${target}`);
