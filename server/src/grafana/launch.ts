import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.js';
import type { GrafanaInstallation } from './find.js';

const pluginId = 'switchboard-contactcenter-datasource';
const usualPort = 3000;
/** What the provisioned rules take for Grafana's address. */
const usualAddress = `http://localhost:${usualPort}`;
const patienceMs = 120_000;
const stopMs = 10_000;
/** A Grafana that is starting may take a connection that it never answers. */
const answerMs = 5_000;

export interface GrafanaOptions {
  readonly installation: GrafanaInstallation;
  readonly dataDir: string;
  /** What the provisioned data source asks, and with which key. */
  readonly serviceUrl: string;
  readonly key: string;
  readonly timeZone: string;
}

export interface RunningGrafana {
  readonly url: string;
  stop(): Promise<void>;
}

const checkout = fileURLToPath(new URL('../../../', import.meta.url));

/** Grafana scans a folder for plugins: one that holds the built plugin and nothing else. */
function linkPlugin(folder: string): string {
  const plugins = join(folder, 'plugins');
  mkdirSync(plugins, { recursive: true });
  const link = join(plugins, pluginId);
  rmSync(link, { force: true });
  symlinkSync(join(checkout, 'plugin', 'dist'), link);
  return plugins;
}

/** Everything that is provisioned, with this Grafana's own address in the links of alerts. */
function provision(folder: string, port: number): string {
  const provisioning = join(folder, 'provisioning');
  rmSync(provisioning, { recursive: true, force: true });
  cpSync(join(checkout, 'provisioning'), provisioning, { recursive: true });
  const rules = join(provisioning, 'alerting', 'rules.yaml');
  writeFileSync(rules, readFileSync(rules, 'utf8').replaceAll(usualAddress, `http://localhost:${port}`));
  return provisioning;
}

/** Everything provisioned, nothing asked of the outside: whoever opens it sees the boards without signing in. */
function environment(options: GrafanaOptions, folder: string, port: number): NodeJS.ProcessEnv {
  return {
    // Days as the tenant counts them, wherever the browser is; people may choose another zone.
    GF_DATE_FORMATS_DEFAULT_TIMEZONE: options.timeZone,
    ...process.env,
    GF_PATHS_DATA: join(folder, 'data'),
    GF_PATHS_LOGS: join(folder, 'log'),
    GF_PATHS_PLUGINS: linkPlugin(folder),
    GF_PATHS_PROVISIONING: provision(folder, port),
    GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: pluginId,
    GF_PLUGINS_PREINSTALL_DISABLED: 'true',
    GF_SERVER_HTTP_ADDR: '127.0.0.1',
    GF_SERVER_HTTP_PORT: String(port),
    GF_AUTH_ANONYMOUS_ENABLED: 'true',
    GF_AUTH_ANONYMOUS_ORG_ROLE: 'Viewer',
    GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH: join(checkout, 'provisioning/dashboards/Operations/chat.json'),
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
    SWITCHBOARD_URL: options.serviceUrl,
    SWITCHBOARD_KEY: options.key,
    SWITCHBOARD_TIME_ZONE: options.timeZone,
  };
}

/** Neither ended by itself nor by a signal. */
const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (const end = Date.now() + patienceMs; Date.now() < end && isRunning(child); await sleep(500)) {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(answerMs) }).catch(() => undefined);
    if (answer?.ok === true) return true;
  }
  return false;
}

/**
 * Starts a Grafana of its own, with the built plugin, the data source and the boards.
 * @throws a sentence when the plugin is not built or Grafana does not come up
 */
export async function launchGrafana(options: GrafanaOptions): Promise<RunningGrafana> {
  if (!existsSync(join(checkout, 'plugin', 'dist', 'plugin.json'))) {
    throw new Error('The plugin is not built (npm run build --workspace plugin), so Grafana was not started.');
  }
  const folder = join(resolve(options.dataDir), 'grafana');
  mkdirSync(folder, { recursive: true });
  const port = await freePort(usualPort);
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(folder, 'grafana.log');
  const log = openSync(logFile, 'a');
  const { program, home } = options.installation;
  const child = spawn(program, ['server', '--homepath', home], {
    env: environment(options, folder, port),
    stdio: ['ignore', log, log],
  });
  const ended = new Promise<void>((end) => {
    child.once('exit', () => end());
    child.once('error', () => end());
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(stopMs, undefined, { ref: false })]);
    child.kill('SIGKILL');
  };
  if (await answers(url, child)) return { url, stop };
  await stop();
  throw new Error(`Grafana did not come up; its own words stand in ${logFile}.`);
}
