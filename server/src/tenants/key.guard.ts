import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Sessions } from '../console/sessions.js';
import { Problem } from '../errors.js';
import { ACCESS, type Access, type Caller } from './caller.js';
import { KeyRing } from './key-ring.js';

const BEARER = /^Bearer +([\x21-\x7e]{1,300}) *$/i;

/** Lets a request in when its key, or the one its session stands for, has a scope that the route asks for; 401 without a valid key, 403 without the scope. */
@Injectable()
export class KeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: KeyRing,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = request.caller ?? (await authenticate(request, this.keys, this.sessions));
    requireScope(caller, access ?? ['admin']);
    request.caller = caller;
    return true;
  }
}

/**
 * Who sends the request.
 * @throws Problem invalid_key; cross_site, unsupported_media_type with a session
 */
export async function authenticate(request: FastifyRequest, keys: KeyRing, sessions: Sessions): Promise<Caller> {
  const { authorization } = request.headers;
  const key = BEARER.exec(authorization ?? '')?.[1];
  const byKey = key === undefined ? undefined : await keys.identify(key);
  // Who shows a key, a wrong one too, does not mean the session that the browser adds.
  const caller = authorization === undefined ? await sessions.identify(request) : byKey;
  if (caller === undefined) throw new Problem('invalid_key');
  return caller;
}

function requireScope(caller: Caller, scopes: Exclude<Access, 'public'>): void {
  if (scopes.length === 0 || scopes.some((scope) => caller.scopes.includes(scope))) return;
  throw new Problem('missing_scope', `This needs a key with the scope ${scopes.join(' or ')}.`);
}
