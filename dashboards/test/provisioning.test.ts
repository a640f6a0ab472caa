import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import yaml from 'js-yaml';
import { PLUGIN_ID } from '../src/datasource.js';
import { boards } from '../src/generate.js';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

it('provisions the data source that the boards ask, with address and key from the environment', () => {
  const text = read('provisioning/datasources/switchboard.yaml');
  expect(text).toContain(`type: ${PLUGIN_ID}\n`);
  expect(text).toContain('url: $SWITCHBOARD_URL\n');
  expect(text).toMatch(/secureJsonData:\n +apiKey: \$SWITCHBOARD_KEY\n/);
  expect(text).not.toMatch(/swb_/);
});

it('provisions every folder that a board stands in', () => {
  const text = read('provisioning/dashboards/dashboards.yaml');
  for (const folder of new Set(boards.map((board) => board.folder))) {
    expect(text).toContain(`folder: ${folder}\n`);
    expect(text).toContain(`path: $GF_PATHS_PROVISIONING/dashboards/${folder}\n`);
  }
});

it('mounts the plugin and the provisioning where Grafana looks for them', () => {
  const text = read('docker-compose.yml');
  expect(text).toContain(`./plugin/dist:/var/lib/grafana/plugins/${PLUGIN_ID}:ro\n`);
  expect(text).toContain(`GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: ${PLUGIN_ID}\n`);
  expect(text).toContain('./provisioning:/etc/switchboard:ro\n');
});

it('starts Grafana in its container with its own address in the links of alerts', () => {
  const compose = yaml.load(read('docker-compose.yml')) as { services: { grafana: { entrypoint: string[] } } };
  const folder = mkdtempSync(join(tmpdir(), 'compose-'));
  const provisioning = join(folder, 'provisioning');
  const [shell, flag, script] = compose.services.grafana.entrypoint;
  const here = script!
    .replaceAll('$$', '$')
    .replaceAll('/etc/switchboard', join(import.meta.dirname, '../../provisioning'))
    .replace('exec /run.sh', 'echo "$SWITCHBOARD_KEY"');
  const said = execFileSync(shell!, [flag!, here], {
    encoding: 'utf8',
    env: {
      ...process.env,
      SWITCHBOARD_KEY: 'swb_read',
      GF_PATHS_PROVISIONING: provisioning,
      GF_SERVER_ROOT_URL: 'https://grafana.example/below/',
    },
  });
  const rules = readFileSync(join(provisioning, 'alerting/rules.yaml'), 'utf8');
  rmSync(folder, { recursive: true });
  expect(said).toBe('swb_read\n');
  expect(rules).toContain(`runbook_url: "https://grafana.example/below/public/plugins/${PLUGIN_ID}/runbooks/`);
  expect(rules).not.toContain('localhost');
});
