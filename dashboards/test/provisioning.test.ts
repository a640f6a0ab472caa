import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
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
  expect(text).toContain('./provisioning:/etc/grafana/provisioning:ro\n');
  expect(text).toContain('GF_PATHS_PROVISIONING: /etc/grafana/provisioning\n');
});
