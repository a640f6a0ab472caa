import type { ServiceProcess } from '../service/service-process.js';
import { ruleFor, sampleBody, type KeyName, type Scope } from './rules.js';

/** A route that the service describes, with everything it takes to call it rightly. */
export interface KnownRoute {
  readonly method: string;
  /** As the description has it: `/api/v1/tenants/{tenant}/keys/{key}`. */
  readonly template: string;
  /** The same for the tenant, with ids that exist nowhere where there are others. */
  readonly path: string;
  /** Of which one suffices; none: any key; null: no key is asked for. */
  readonly scopes: readonly Scope[] | null;
  readonly key: KeyName;
  /** Whether it asks for a signature instead of a key, and so refuses every sender of the proofs with 401. */
  readonly isSigned: boolean;
  readonly body: unknown;
  /** Names of the ids in the path. */
  readonly ids: readonly string[];
  /** Names of the parameters of the query part. */
  readonly parameters: readonly string[];
}

interface Description {
  paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>;
}

/** An id of the right shape that nothing has. */
export const NOWHERE = '00000000-0000-4000-8000-000000000000';

/**
 * Every route of the service's own description; a route that nobody declared in rules.ts is an error, so that none is left
 * out by forgetting it.
 */
export async function knownRoutes(service: ServiceProcess, tenant: string): Promise<KnownRoute[]> {
  const { body } = await service.call('GET', '/api/v1/openapi.json');
  return Object.entries((body as Description).paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([verb, { parameters = [] }]): KnownRoute => {
      const method = verb.toUpperCase();
      const rule = ruleFor(method, template);
      const ids = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
      const path = fill(template, { tenant, ...Object.fromEntries(ids.filter((id) => id !== 'tenant').map((id) => [id, NOWHERE])) }); // prettier-ignore
      return {
        method,
        template,
        path: template.startsWith('/api/v1/dimensions/') ? fill(template, { id: 'channel' }) : path,
        scopes: rule.scopes,
        key: rule.key,
        isSigned: rule.isSigned === true,
        body: sampleBody(method, template),
        ids,
        parameters: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
      };
    }),
  );
}

/** The address with these ids in it. */
export function fill(template: string, ids: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? NOWHERE));
}

/** The catalogue and the boards are part of the program; who came by a key has no session to end. */
const withoutDatabase = [
  'GET /api/v1/catalogue',
  'GET /api/v1/boards',
  'GET /api/v1/boards/{uid}',
  'DELETE /api/v1/session',
];

/** Whether it cannot be answered without the database. */
export function needsDatabase({ scopes, method, template, isSigned }: KnownRoute): boolean {
  return (scopes !== null || isSigned) && !withoutDatabase.includes(`${method} ${template}`);
}
