import { fileURLToPath } from 'node:url';
import { buildConsole, buildPlugin, buildService } from './build.mjs';
import { installService } from './install.mjs';

/** `npm start`: from a bare checkout to the running service; later starts install and build only what changed. */
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await installService();
await buildService();
const { findGrafana } = await import('../server/dist/grafana/find.js');
if (process.env.DEMO !== 'off' && findGrafana(process.env.GRAFANA_HOME || undefined)) await buildPlugin();
if (process.env.npm_lifecycle_event === 'start') {
  // A signal for npm alone ends npm and its shell, and would leave the service behind: it follows them.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 1_000).unref();
}
// In this very process: a signal for npm start is then one for the service, and passes through no other hands.
process.setSourceMapsEnabled(true);
await import('../server/dist/main.js');
// Beside the service, which answers from its first second on and serves the console as soon as it is there.
await buildConsole();
