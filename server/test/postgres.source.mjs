import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';

const SOURCE = fileURLToPath(new URL('../src/database/', import.meta.url));
const SWCRC = fileURLToPath(new URL('../.swcrc', import.meta.url));

/**
 * The service's own database folder as JavaScript: Jest transforms only what runs inside it, and a global setup does not.
 * Compiled below server/, so that it finds the installed packages.
 */
export async function loadDatabase() {
  const target = fileURLToPath(new URL(`../coverage/.database-${process.pid}/database/`, import.meta.url));
  try {
    for (const name of readdirSync(SOURCE, { recursive: true })) {
      if (name.endsWith('.ts') && !name.endsWith('.test.ts')) {
        write(
          join(target, name.replace(/ts$/, 'js')),
          transformFileSync(join(SOURCE, name), { configFile: SWCRC }).code,
        );
      }
    }
    const { startEmbedded } = await import(join(target, 'embedded.js'));
    const { migrate } = await import(join(target, 'migrate.js'));
    return { startEmbedded, migrate: (url) => migrate(url, new URL('../src/database/migrations/', import.meta.url)) };
  } finally {
    rmSync(dirname(target), { recursive: true, force: true });
  }
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
