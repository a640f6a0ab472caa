import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root, run } from './run.mjs';

/** Builds what runs on Grafana's server into dist/, for a system and processor as Go names them. */
export function buildBackEnd({ os, arch }) {
  const suffix = os === 'windows' ? '.exe' : '';
  const executable = join('dist', `gpx_switchboard_contactcenter_${os}_${arch}${suffix}`);
  run('go', ['build', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', executable, './pkg'], {
    env: { CGO_ENABLED: '0', GOOS: os, GOARCH: arch },
  });
  console.log(`Built ${executable}`);
}

/** Lists the Go sources with their digests, as Grafana's reviewers compare them with the repository. */
export function listGoSources() {
  const sources = readdirSync(root, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.go') && !path.includes('node_modules/'))
    .sort();
  const lines = sources.map((path) => {
    const digest = createHash('sha256').update(readFileSync(join(root, path)));
    return `${digest.digest('hex')}:${path}\n`;
  });
  writeFileSync(join(dist, 'go_plugin_build_manifest'), lines.join(''));
}
