import { spawn } from 'node:child_process';

/** Runs a command with its output shown; resolves with its exit code. */
export function run(command, args, { cwd, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Whether a program can be started. */
export function has(command) {
  return new Promise((resolve) => {
    const child = spawn(command, ['version'], { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('close', () => resolve(true));
  });
}

/**
 * Runs named steps one after the other, all of them, and says at the end how each went. The process fails when one did.
 * A step without a command says why it was skipped.
 */
export async function runSteps(steps) {
  const outcomes = [];
  for (const { name, command, skipped } of steps) {
    if (skipped !== undefined) {
      outcomes.push({ name, outcome: `SKIPPED: ${skipped}` });
      continue;
    }
    process.stdout.write(`\n── ${name}\n`);
    const started = Date.now();
    const code = await command();
    const seconds = Math.round((Date.now() - started) / 1000);
    outcomes.push({
      name,
      outcome: code === 0 ? `ok, ${seconds} s` : `FAILED with ${code}, ${seconds} s`,
      failed: code !== 0,
    });
  }
  process.stdout.write('\n');
  for (const { name, outcome } of outcomes) process.stdout.write(`${name}: ${outcome}\n`);
  process.exitCode = outcomes.some(({ failed }) => failed) ? 1 : 0;
}
