import { Writable } from 'node:stream';
import type pg from 'pg';
import { readConfig } from '../src/config.js';
import { createLog } from '../src/http/log.js';
import { startService } from '../src/service.js';
import { createTestDatabase } from './database.js';

export interface TestTenant {
  /** The tenant's number. */
  id: number;
  slug: string;
  readKey: string;
  ingestKey: string;
  adminKey: string;
}

export interface TestApp {
  url: string;
  /** The service's own pool. */
  pool: pg.Pool;
  /** The owner's login to the database. */
  databaseUrl: string;
  /** The bootstrap key. */
  adminKey: string;
  /** Everything logged so far. */
  log(): string;
  /** Calls the service over HTTP; a body that is no string or buffer is sent as JSON. */
  call(method: string, path: string, key?: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Makes a tenant with a key of each scope; the ingest key's source is "test". */
  tenant(slug?: string): Promise<TestTenant>;
  stop(): Promise<void>;
}

export interface Answer {
  status: number;
  headers: Headers;
  // A test knows what it asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

const ADMIN_KEY = 'swb_bootstrap_key_of_the_tests_0001';

/** The whole service on a free port over a database of its own, called over real HTTP. */
export async function startTestApp({ env = {} }: { env?: NodeJS.ProcessEnv } = {}): Promise<TestApp> {
  const database = env['DATABASE_URL'] === undefined ? await createTestDatabase() : undefined;
  const config = readConfig({
    PORT: '0',
    DEMO: 'off',
    ADMIN_KEY,
    LOG_LEVEL: 'debug',
    ...env,
    DATABASE_URL: env['DATABASE_URL'] ?? database?.url,
  });
  const databaseUrl = String(config.databaseUrl);
  let logged = '';
  const destination = new Writable({
    write: (chunk, _, done) => {
      logged += String(chunk);
      done();
    },
  });
  const log = createLog({ level: config.logLevel, secrets: [], destination });
  const service = await startService(config, log, () => undefined);
  const call: TestApp['call'] = (method, path, key, body, headers) =>
    request(service.url + path, method, key, body, headers);
  let made = 0;
  return {
    url: service.url,
    pool: service.pool,
    databaseUrl,
    adminKey: ADMIN_KEY,
    log: () => logged,
    call,
    tenant: async (slug = `tenant-${(made += 1)}`) => {
      const answer = await call('POST', '/api/v1/tenants', ADMIN_KEY, {
        id: slug,
        name: slug,
        timeZone: 'Europe/Moscow',
      });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      const key = async (scope: string): Promise<string> => {
        const made = await call('POST', `/api/v1/tenants/${slug}/keys`, ADMIN_KEY, {
          name: scope,
          scopes: [scope],
          source: 'test',
        });
        return made.body.key;
      };
      const [readKey, ingestKey, adminKey] = await Promise.all([key('read'), key('ingest'), key('admin')]);
      return { id: await numberOf(databaseUrl, slug), slug, readKey, ingestKey, adminKey };
    },
    stop: async () => {
      await service.stop();
      await database?.drop();
    },
  };
}

async function request(
  url: string,
  method: string,
  key: string | undefined,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(url, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

async function numberOf(databaseUrl: string, slug: string): Promise<number> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ tenant: number }>('select tenant from tenant where slug = $1', [slug]);
  await client.end();
  return rows[0]!.tenant;
}
