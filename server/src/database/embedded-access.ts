import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const Access = z.object({ password: z.string().min(1), port: z.int() });
/** How to reach the embedded cluster; kept beside it, readable by the service's user only. */
export type Access = z.infer<typeof Access>;

/** What was kept last time; else a new password. The port is 0 until one has been chosen. */
export function readAccess(file: string): Access {
  if (!existsSync(file)) return { password: randomBytes(24).toString('base64url'), port: 0 };
  try {
    return Access.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file} cannot be read: restore it, it holds the password of the embedded database.`, {
      cause: error,
    });
  }
}

export function writeAccess(file: string, access: Access): void {
  writeFileSync(file, `${JSON.stringify(access)}\n`, { mode: 0o600 });
}
