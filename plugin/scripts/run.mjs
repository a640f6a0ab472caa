import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The plugin's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where the plugin is built, as Grafana loads it. */
export const dist = join(root, 'dist');

/** Runs a command in the plugin's folder; ends this process with the command's code where that is not 0. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
