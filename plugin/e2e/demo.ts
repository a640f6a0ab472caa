import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './boards';

export const PLUGIN = 'switchboard-contactcenter-datasource';
/** The data source that is provisioned. */
export const SOURCE = { name: 'Switchboard', uid: 'switchboard' };

/** A key that may read: SWITCHBOARD_KEY, else the one that the demo keeps in the service's data directory. */
export function readKey(): string {
  const dataDir = resolve(ROOT, process.env.DATA_DIR ?? '.data');
  return process.env.SWITCHBOARD_KEY ?? readFileSync(join(dataDir, 'demo-read-key'), 'utf8').trim();
}

/** Tells the running simulator to rehearse a trouble, as `npm run demo` does. */
export function rehearse(trouble: string, minutes: number): void {
  const words = ['scripts/demo.mjs', 'incident', trouble, '--minutes', String(minutes)];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(stderr);
  }
}
