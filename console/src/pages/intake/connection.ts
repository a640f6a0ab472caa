/** A connection as its tenant's list tells it, without its secrets. */
export interface Connection {
  id: string;
  name: string;
  provider: string;
  source: string;
  /** Where deliveries go, on the service's public address. */
  path: string;
  /** The secrets that are good, the newest first; the second ends. */
  secrets: { madeAt: string; endsAt: string | null }[];
  createdAt: string;
  lastUsedAt: string | null;
  disabledAt: string | null;
}

/** A connection whose secret was made or given just now. */
export interface NewSecret extends Connection {
  /** null where it was given. */
  secret: string | null;
}

/** Whose webhooks are understood; only the provider itself hands out a secret where none can be made. */
export const providers = [
  { name: 'standard', makesSecret: true },
  { name: 'twilio-sms', makesSecret: false },
] as const;
export type ProviderName = (typeof providers)[number]['name'];

/** For how many seconds the secret before may stay good. */
export const keptSeconds = [0, 3_600, 86_400, 7 * 86_400] as const;

/** What is typed in to make a connection. */
export interface ConnectionDraft {
  readonly name: string;
  readonly provider: ProviderName;
  readonly source: string;
  readonly secret: string;
}

/** The body that makes a connection; what was not typed in is left out. */
export function connectionInput({ name, provider, source, secret }: ConnectionDraft) {
  return {
    name: name.trim(),
    provider,
    ...(source.trim() !== '' && { source: source.trim() }),
    ...given(secret),
  };
}

/** The body that changes a secret. */
export function secretInput(secret: string, keepFormerSeconds: number) {
  return { ...given(secret), keepFormerSeconds };
}

const given = (secret: string) => (secret.trim() === '' ? {} : { secret: secret.trim() });

/** Whether a secret has to be typed in, because none can be made. */
export const needsSecret = (provider: string): boolean =>
  providers.some(({ name, makesSecret }) => name === provider && !makesSecret);

/** The whole address that a provider is given. */
export const addressOf = ({ path }: Pick<Connection, 'path'>, publicUrl: string): string =>
  publicUrl.replace(/\/+$/, '') + path;
