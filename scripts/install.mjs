import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { refuseWrongNode } from './node-version.mjs';
import { run } from './steps.mjs';

const serviceWorkspaces = ['server', 'dashboards', 'viz', 'console'];
const words = { service: 'the packages of the service', everything: 'all packages' };
const stamp = 'node_modules/.switchboard-installed';

function lockDigest() {
  return createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
}

/** npm's own note of what it installed; newer than the lock when a person ran npm by hand. */
function byHand() {
  const note = 'node_modules/.package-lock.json';
  if (!existsSync(note) || statSync(note).mtimeMs < statSync('package-lock.json').mtimeMs) return undefined;
  const everything = existsSync('node_modules/webpack') && existsSync('node_modules/jest');
  return { digest: lockDigest(), scope: everything ? 'everything' : 'service' };
}

function installed() {
  if (!existsSync(stamp)) return byHand() ?? { digest: '', scope: 'nothing' };
  const [digest, scope] = readFileSync(stamp, 'utf8').trim().split(' ');
  return digest === lockDigest() ? { digest, scope } : (byHand() ?? { digest, scope });
}

async function install(scope, args) {
  process.stdout.write(`Installing ${words[scope]}, once: a minute or two…\n`);
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error', ...args]);
  if (code !== 0) {
    process.stderr.write('npm ci failed; its own words stand above.\n');
    process.exit(code);
  }
  mkdirSync('node_modules', { recursive: true });
  writeFileSync(stamp, `${lockDigest()} ${scope}\n`);
}

/** What the tests and checks of every workspace need; does nothing when it is there. */
export async function installEverything() {
  refuseWrongNode();
  const { digest, scope } = installed();
  if (digest !== lockDigest() || scope !== 'everything') await install('everything', []);
}

/** What the running service needs: the plugin's tool chain stays away. Does nothing when it is there. */
export async function installService() {
  refuseWrongNode();
  const { digest } = installed();
  if (digest === lockDigest()) return;
  await install('service', [...serviceWorkspaces.flatMap((name) => ['--workspace', name]), '--include-workspace-root']);
}
