import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Swc from '@swc/core';
import { onExit } from './left-behind.js';
import { ServiceProcess } from './service-process.js';

// Loaded as CommonJS: native modules and Jest's module registry do not mix.
const swc = createRequire(import.meta.url)('@swc/core') as typeof Swc;
const SERVER = join(import.meta.dirname, '../../..');

/** The service as it is shipped: the sources compiled once into a directory of their own, started as often as needed. */
export class Program {
  private readonly isRemoved: () => void;

  private constructor(private readonly home: string) {
    this.isRemoved = onExit(() => this.remove());
  }

  static compile(): Program {
    const scratch = join(SERVER, 'coverage');
    mkdirSync(scratch, { recursive: true });
    // Below server/, so that it finds the installed packages, though not in dist/, which a build clears.
    const home = mkdtempSync(join(scratch, '.service-'));
    // It reads its version from beside its directory, as in dist/; a second package of that name would confuse Jest.
    const { type, version } = JSON.parse(readFileSync(join(SERVER, 'package.json'), 'utf8')) as Record<string, string>;
    writeFileSync(join(home, 'package.json'), JSON.stringify({ type, version }));
    const source = join(SERVER, 'src');
    for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
      const from = join(source, name);
      if (name.endsWith('.test.ts') || !statSync(from).isFile()) continue;
      const to = join(home, 'build', name.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(to), { recursive: true });
      if (!name.endsWith('.ts')) copyFileSync(from, to);
      else writeFileSync(to, swc.transformFileSync(from, { configFile: join(SERVER, '.swcrc') }).code);
    }
    return new Program(home);
  }

  /** Starts it with these settings (`DATA_DIR` or `DATABASE_URL`) and waits until it serves. */
  start(environment: Readonly<Record<string, string>>): Promise<ServiceProcess> {
    return ServiceProcess.start(join(this.home, 'build', 'main.js'), environment);
  }

  /** `npm run import` with these words. @returns what it printed; @throws that, when it failed */
  async importFile(words: readonly string[], databaseUrl: string): Promise<string> {
    const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
    const child = spawn(process.execPath, [join(this.home, 'build', 'ingest', 'import', 'main.js'), ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, HOME, TMPDIR, DATABASE_URL: databaseUrl },
    });
    const isEnded = onExit(() => child.kill('SIGKILL'));
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (output += String(chunk)));
    const [code] = (await once(child, 'close')) as [number | null];
    isEnded();
    if (code !== 0) throw new Error(`The import failed: ${output}`);
    return output;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
    this.isRemoved();
  }
}
