import { existsSync } from 'node:fs';
import { z } from 'zod';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const isUrl = (value: string, ...protocols: string[]): boolean =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

/** Every variable of the environment that the service reads; an empty one counts as missing. */
const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4000),
  HOST: z.string().regex(/^\S+$/).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .refine((url) => isUrl(url, 'postgres:', 'postgresql:'))
    .optional(),
  DATA_DIR: z.string().default('.data'),
  DEMO: z
    .enum(['on', 'off'])
    .transform((demo) => demo === 'on')
    .default(true),
  ADMIN_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/)
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine((url) => isUrl(url, 'http:', 'https:'))
    .optional(),
  GRAFANA_HOME: z.string().refine(existsSync).optional(),
  GRAFANA_URL: z
    .string()
    .refine((url) => isUrl(url, 'http:', 'https:'))
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

/** What each variable must be: the sentence for whoever set it to something else. */
const RULES = {
  PORT: 'must be a number from 0 (any free port) to 65535',
  HOST: 'must be an address to listen on, without spaces',
  DATABASE_URL: 'must look like postgres://user:password@host:5432/database',
  DATA_DIR: 'must be a directory',
  DEMO: 'must be on or off',
  ADMIN_KEY: 'must be 8 to 200 visible ASCII characters without spaces',
  PUBLIC_URL: 'must be an http or https address',
  GRAFANA_HOME: 'must be the directory of a Grafana installation that exists',
  GRAFANA_URL: 'must be an http or https address',
  LOG_LEVEL: `must be one of ${LOG_LEVELS.join(', ')}`,
} as const satisfies Record<keyof z.infer<typeof Environment>, string>;

export interface Config {
  /** 0 = any free one. */
  port: number;
  host: string;
  /** Missing: an embedded PostgreSQL in the data directory. */
  databaseUrl: string | undefined;
  dataDir: string;
  demo: boolean;
  /** Missing: one is made at the first start. */
  adminKey: string | undefined;
  /** How others reach the service, where that is not its own address. */
  publicUrl: string | undefined;
  grafanaHome: string | undefined;
  /** Where people find a Grafana that has the boards; one that is started along is known without it. */
  grafanaUrl: string | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
}

/** The environment holds mistakes; the message has a line for each, and no value that could be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the configuration once, at the start. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    throw new ConfigError([...names].map((name) => `${name} ${sentence(name)}.`).join('\n'));
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    dataDir: data.DATA_DIR,
    demo: data.DEMO,
    adminKey: data.ADMIN_KEY,
    publicUrl: data.PUBLIC_URL,
    grafanaHome: data.GRAFANA_HOME,
    grafanaUrl: data.GRAFANA_URL,
    logLevel: data.LOG_LEVEL,
  };
}

function sentence(name: string): string {
  return name in RULES ? RULES[name as keyof typeof RULES] : 'is wrong';
}
