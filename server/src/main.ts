import 'reflect-metadata';
import { ConfigError, readConfig } from './config.js';
import { createLog } from './http/log.js';
import { type Service, startService } from './service.js';

const STOP_MS = 20_000;
/** A terminal and npm both pass the same Ctrl-C on: what follows that soon is no second wish. */
const SAME_SIGNAL_MS = 1_000;

/** What a person at the terminal reads; the log proper is JSON. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, secrets: config.adminKey === undefined ? [] : [config.adminKey] });
  const starting = startService(config, log, say);
  stopOnSignal(starting);
  const service = await starting;
  say(`Switchboard is ready at ${config.publicUrl ?? service.url}`);
  if (service.adminKey !== undefined) say(`Admin key, shown this once: ${service.adminKey}`);
}

/** The first signal stops in good order, also in the middle of the start; a later one at once. */
function stopOnSignal(starting: Promise<Service>): void {
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
      .then((service) => service.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
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
