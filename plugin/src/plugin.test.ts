import { readFileSync } from 'node:fs';
import manifest from './plugin.json';

describe('plugin.json', () => {
  it('names the plugin as the backend and the package do', () => {
    const main = readFileSync('pkg/main.go', 'utf8');
    expect(main).toContain(`const pluginID = "${manifest.id}"`);
    const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(name).toBe(manifest.id);
  });

  it('names the executable that the build makes', () => {
    expect(readFileSync('scripts/back-end.mjs', 'utf8')).toContain(`${manifest.executable}_`);
  });
});
