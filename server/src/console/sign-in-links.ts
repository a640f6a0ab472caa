import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Sessions } from './sessions.js';

/** Links that sign in by themselves, for as long as this process runs; docs/decisions/0011 says why they may be used again. */
@Injectable()
export class SignInLinks {
  private readonly keys = new Map<string, string>();

  constructor(@Inject(Sessions) private readonly sessions: Pick<Sessions, 'open'>) {}

  /** The path that signs in with the key: /sign-in/{code}. */
  make(key: string): string {
    const code = randomBytes(16).toString('base64url');
    this.keys.set(code, key);
    return `/sign-in/${code}`;
  }

  /**
   * Opens the session that the code stands for.
   * @returns the token for the browser's cookie
   * @throws Problem invalid_key for an unknown code, too_many_requests
   */
  open(code: string, address: string): Promise<string> {
    // An unknown code is looked for as a key, which it is not: it counts as one more wrong one.
    return this.sessions.open(this.keys.get(code) ?? code, address);
  }
}
