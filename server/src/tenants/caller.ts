import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Scope } from './key.js';
import type { Settings } from './settings.schema.js';
import type { WeekStart } from './tenant.schema.js';

/** Who asks: what their key says. */
export interface Caller {
  /** The tenant's number; 0 for the platform's administration. */
  tenant: number;
  /** The tenant's id outside; empty for the platform. */
  slug: string;
  scopes: readonly Scope[];
  /** The source of records that name none; empty for the platform. */
  source: string;
  timeZone: string;
  weekStart: WeekStart;
  settings: Settings;
  /** Whether the key is the bootstrap key, which administers every tenant. */
  platform: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard on every route that is not public. */
    caller?: Caller;
  }
}

/** Metadata of a route: the scopes of which one suffices, none for any valid key, or no key at all. */
export const ACCESS = 'access';
export type Access = 'public' | readonly Scope[];

/** Needs no key. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, 'public' satisfies Access);

/** Needs a key with one of the scopes; without arguments any valid key. A route that says nothing needs `admin`. */
export const Scopes = (...scopes: Scope[]): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS, scopes satisfies Access);

/** The caller of the request, in a handler's parameters: `@Caller() caller: Caller`. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (caller === undefined) throw new Error('A public route has no caller.');
  return caller;
});
