import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The plugin's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where the plugin is built, as Grafana loads it. */
export const dist = join(root, 'dist');

/**
 * Runs a command in the plugin's folder, with more environment and its output in an open file where these are given; ends
 * this process with the command's code where that is not 0.
 */
export function run(command, args, { env = {}, output = 'inherit' } = {}) {
  const stdio = ['inherit', output, 'inherit'];
  const { status, error } = spawnSync(command, args, { cwd: root, stdio, env: { ...process.env, ...env } });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
