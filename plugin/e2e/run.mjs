// `npm run e2e`: the journeys through a real Grafana; words after `--` go to Playwright.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

if (!process.env.GRAFANA_URL) {
  process.stderr.write(
    'Nothing was tested: set GRAFANA_URL to a Grafana with the plugin, such as the one that npm start tells of.\n',
  );
  process.exit(2);
}
const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
const plugin = join(import.meta.dirname, '..');
const { status } = spawnSync(
  process.execPath,
  [cli, 'test', '--config', join(plugin, 'playwright.config.ts'), ...process.argv.slice(2)],
  { cwd: plugin, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
