/** What api.md says of each route, apart from the code. */
export type Scope = 'ingest' | 'read' | 'admin';
/** Which key of a test tenant calls it; "bootstrap" where only the platform may. */
export type KeyName = 'ingestKey' | 'readKey' | 'adminKey' | 'bootstrap';

interface Rule {
  readonly scopes: readonly Scope[] | null;
  readonly key: KeyName;
  /** Whether a signature takes the place of the key. */
  readonly isSigned?: true;
}

const RULES: readonly (readonly [RegExp, Rule])[] = [
  [/^GET \/(health\/(live|ready)|metrics)$/, { scopes: null, key: 'readKey' }],
  [/^POST \/hooks\/\{connection\}$/, { scopes: null, key: 'readKey', isSigned: true }],
  [/^POST \/api\/v1\/records$/, { scopes: ['ingest'], key: 'ingestKey' }],
  [/^POST \/api\/v1\/(query|search)$/, { scopes: ['read'], key: 'readKey' }],
  [/^GET \/api\/v1\/(catalogue|annotations|dimensions\/\{id\}\/values)$/, { scopes: ['read'], key: 'readKey' }],
  [/^GET \/api\/v1\/boards(\/\{uid\})?$/, { scopes: ['read'], key: 'readKey' }],
  [/^POST \/api\/v1\/session$/, { scopes: null, key: 'readKey' }],
  [/^(GET|DELETE) \/api\/v1\/session$/, { scopes: [], key: 'readKey' }],
  [/^GET \/api\/v1\/whoami$/, { scopes: [], key: 'readKey' }],
  [/^(POST|PATCH|DELETE) \/api\/v1\/annotations/, { scopes: ['admin'], key: 'adminKey' }],
  [/^POST \/api\/v1\/tenants$/, { scopes: ['admin'], key: 'bootstrap' }],
  [/^DELETE \/api\/v1\/tenants\/\{tenant\}$/, { scopes: ['admin'], key: 'bootstrap' }],
  [/^\w+ \/api\/v1\/(tenants|quarantine)(\/|$)/, { scopes: ['admin'], key: 'adminKey' }],
];

/** @throws a sentence for a route that is not declared here */
export function ruleFor(method: string, template: string): Rule {
  const route = `${method} ${template}`;
  const found = RULES.find(([pattern]) => pattern.test(route));
  if (found === undefined) throw new Error(`Who may call ${route}? Declare it in ${import.meta.filename}.`);
  return found[1];
}

const query = {
  refId: 'A',
  schemaVersion: 1,
  from: '2020-01-01T00:00:00Z',
  to: '2020-01-02T00:00:00Z',
  metrics: [{ id: 'calls', as: 'all', params: {}, filters: [{ key: 'trunk', operator: '=|', values: ['east'] }] }],
  groupBy: ['trunk'],
  filters: [{ key: 'direction', operator: '=~', values: ['in.*'] }],
  interval: '1h',
  format: 'table',
  top: { by: 'calls', limit: 3, order: 'desc', others: true },
  compare: 'previous_period',
};

const BODIES: Readonly<Record<string, unknown>> = {
  'POST /api/v1/records': { records: [{ kind: 'call', id: 'sample', source: 'sample', trunk: 'east' }] },
  'POST /api/v1/query': {
    timeZone: 'Europe/Berlin',
    weekStart: 'monday',
    from: '2020-01-01T00:00:00Z',
    to: '2020-01-02T00:00:00Z',
    queries: [query],
  },
  'POST /api/v1/search': {
    timeZone: 'Europe/Berlin',
    from: '2020-01-01T00:00:00Z',
    to: '2020-01-02T00:00:00Z',
    queries: [{ ...query, format: 'facts' }],
  },
  'POST /api/v1/annotations': { time: '2020-01-01T00:00:00Z', timeEnd: null, text: 'Sample', tags: ['sample'] },
  'POST /api/v1/session': { key: 'swb_sample' },
  'POST /api/v1/tenants': { id: 'sample', name: 'Sample', timeZone: 'Europe/Berlin', weekStart: 'monday' },
  'PATCH /api/v1/tenants/{tenant}': { name: 'Sample', timeZone: 'Europe/Berlin', weekStart: 'monday' },
  'POST /api/v1/tenants/{tenant}/keys': { name: 'sample', scopes: ['read'], source: 'sample', expiresAt: null },
  'POST /api/v1/tenants/{tenant}/connections': { name: 'sample', provider: 'standard', source: 'sample' },
  'POST /api/v1/tenants/{tenant}/connections/{connection}/secrets': { keepFormerSeconds: 60 },
  'PATCH /api/v1/tenants/{tenant}/settings': { threshold: 20, shortAbandon: 5, keepTexts: true },
  'POST /api/v1/quarantine/{id}/replay': { record: { kind: 'call', id: 'sample' } },
};

/** A body that the route takes; nothing for one without. */
export function sampleBody(method: string, template: string): unknown {
  return BODIES[`${method} ${template}`] ?? (method === 'GET' || method === 'DELETE' ? undefined : {});
}
