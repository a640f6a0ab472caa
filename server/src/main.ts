import 'reflect-metadata';
import { ConfigError, readConfig } from './config.js';
import { createLog } from './http/log.js';
import { type Service, startService } from './service.js';

const STOP_MS = 20_000;

/** What a person at the terminal reads; the log proper is JSON. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, secrets: config.adminKey === undefined ? [] : [config.adminKey] });
  const service = await startService(config, log, say);
  stopOnSignal(service);
  say(`Switchboard is ready at ${config.publicUrl ?? service.url}`);
  if (service.adminKey !== undefined) say(`Admin key, shown this once: ${service.adminKey}`);
}

/** The first signal stops in good order, the second one at once. */
function stopOnSignal(service: Service): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    say('Stopping');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    service.stop().then(
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
