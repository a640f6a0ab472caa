import { ConfigError, readConfig } from '../config.js';
import { demoCommand } from './command.js';

try {
  const { dataDir } = readConfig(process.env);
  process.exitCode = demoCommand(process.argv.slice(2), {
    out: process.stdout,
    err: process.stderr,
    dataDir,
    now: new Date(),
  });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
