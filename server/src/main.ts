import 'reflect-metadata';
import type { Logger } from 'pino';
import { type Config, ConfigError, readConfig } from './config.js';
import { SignInLinks } from './console/sign-in-links.js';
import { SITE, type Site } from './console/site.js';
import { type Demo, startDemo } from './demo/demo.js';
import { tellProgress } from './demo/tell-progress.js';
import { demoZone } from './demo/world.js';
import { findGrafana } from './grafana/find.js';
import { launchGrafana, type RunningGrafana } from './grafana/launch.js';
import { createLog } from './http/log.js';
import { Intake } from './ingest/intake.js';
import { type Service, startService } from './service.js';

const STOP_MS = 20_000;
/** A terminal and npm both pass the same Ctrl-C on: what follows that soon is no second wish. */
const SAME_SIGNAL_MS = 1_000;

/** What a person at the terminal reads; the log proper is JSON. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Running {
  service: Service;
  demo: Demo | undefined;
  /** Stopped before the service is. */
  beside: { stop(): Promise<void> }[];
  stop(): Promise<void>;
}

async function start(config: Config, log: Logger): Promise<Running> {
  const service = await startService(config, log, say);
  try {
    const demo = config.demo ? await beginDemo(service, config, log) : undefined;
    const beside: Running['beside'] = demo ? [demo] : [];
    return {
      service,
      demo,
      beside,
      stop: async () => {
        await Promise.all(beside.map((one) => one.stop()));
        await service.stop();
      },
    };
  } catch (error) {
    await service.stop();
    throw error;
  }
}

function beginDemo({ app, pool }: Service, { dataDir }: Config, log: Logger): Promise<Demo> {
  return startDemo({
    pool,
    intake: app.get(Intake),
    dataDir,
    onProgress: tellProgress(say),
    onError: (error) => log.warn({ err: error }, 'The simulator could not write; it tries again'),
  });
}

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, secrets: config.adminKey === undefined ? [] : [config.adminKey] });
  const starting = start(config, log);
  const isStopping = stopOnSignal(starting);
  const { service, demo, beside } = await starting;
  const address = config.publicUrl ?? service.url;
  const link = demo && `${withoutSlash(address)}${service.app.get(SignInLinks).make(demo.key)}`;
  if (demo) {
    say(`The demo's boards: ${link}`);
    say(`Answering at ${address}; writing the demo's history where it is missing, newest day first`);
    await demo.history;
    if (isStopping()) return;
  }
  say(`Switchboard is ready at ${address}`);
  if (service.madeKey !== undefined) say(`Admin key once more, for the last time: ${service.madeKey}`);
  if (!demo) return;
  say(`Demo key (reads the tenant "demo"): ${demo.key}`);
  say(`The demo's boards: ${link}`);
  const grafana = await showInGrafana(config, service.url, demo.key);
  if (!grafana) return;
  beside.push(grafana);
  service.app.get<Site>(SITE).grafana ??= grafana.url;
}

/** Starts Grafana where one is installed; without it, or when it will not start, the service goes on alone. */
async function showInGrafana(
  { grafanaHome, dataDir }: Config,
  serviceUrl: string,
  key: string,
): Promise<RunningGrafana | undefined> {
  const installation = findGrafana(grafanaHome);
  if (!installation) {
    say('No Grafana was found (GRAFANA_HOME, or grafana on the PATH); docker compose up brings one');
    return undefined;
  }
  try {
    say(`Starting Grafana of ${installation.home}`);
    const grafana = await launchGrafana({ installation, dataDir, serviceUrl, key, timeZone: demoZone });
    say(
      `Grafana is at ${grafana.url}: its boards for everybody, Explore and settings for admin (password admin at first)`,
    );
    return grafana;
  } catch (error) {
    say(explain(error));
    return undefined;
  }
}

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** The first signal stops in good order, also in the middle of the start; a later one at once. */
function stopOnSignal(starting: Promise<Running>): () => boolean {
  let since: number | undefined;
  const stop = (): void => {
    if (since !== undefined) {
      if (Date.now() - since > SAME_SIGNAL_MS) process.exit(130);
      return;
    }
    since = Date.now();
    say('Stopping');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    starting
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return () => since !== undefined;
}

function fail(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof ConfigError || process.env['LOG_LEVEL'] !== 'debug' ? error.message : String(error.stack);
}

run().catch(fail);
