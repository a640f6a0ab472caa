import { importCommand } from './cli.js';

const stop = new AbortController();
// The first Ctrl-C finishes the batch in hand, the second one ends at once.
process.on('SIGINT', () => (stop.signal.aborted ? process.exit(130) : stop.abort()));
process.on('SIGTERM', () => stop.abort());

process.exitCode = await importCommand(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  environment: process.env,
  // npm runs scripts in the package's own directory and says here where it was called.
  directory: process.env['INIT_CWD'] ?? process.cwd(),
  signal: stop.signal,
});
