/** The version of the query model that is written today. */
export const SCHEMA_VERSION = 1;

/** A query as it was saved, of whatever version. */
export type SavedQuery = Readonly<Record<string, unknown>>;

/** The step at place n makes a query of version n one of version n + 1. A step that was released is never changed. */
const STEPS: ReadonlyArray<(saved: SavedQuery) => SavedQuery> = [toVersion1];

/**
 * A saved query in the shape of today's model; what is no older version is left as it is, for the model to judge. The plugin
 * and the service run these very lines, and the same documents prove it (plugin/contracts/migrations).
 */
export function migrate(saved: object): SavedQuery {
  const query: SavedQuery = { ...saved };
  const version = versionOf(query);
  if (typeof version !== 'number') return query;
  return STEPS.slice(version).reduce(
    (older, step, index) => ({ ...step(older), schemaVersion: version + index + 1 }),
    query,
  );
}

/** Why a query cannot be understood here: it was saved by a newer plugin. Undefined for any other. */
export function tooNew(saved: object): string | undefined {
  const version = versionOf({ ...saved });
  if (typeof version !== 'number' || version <= SCHEMA_VERSION) return undefined;
  return `The query is of schema version ${version}, and this version of Switchboard knows them up to ${SCHEMA_VERSION}: update it.`;
}

/** The first queries were saved without a version. */
function versionOf({ schemaVersion }: SavedQuery): unknown {
  const version = schemaVersion ?? 0;
  return typeof version === 'number' && Number.isInteger(version) && version >= 0 ? version : undefined;
}

const SWITCHES = ['cumulative', 'withCustomerMessages', 'dropOpenBucket'] as const;

/** At first a list of one could stand without its brackets, a filter had one value, and a switch could be a text. */
function toVersion1(saved: SavedQuery): SavedQuery {
  const query: Record<string, unknown> = { ...saved };
  for (const name of ['metrics', 'groupBy']) if (typeof query[name] === 'string') query[name] = asList(query[name]);
  if (Array.isArray(query['metrics'])) query['metrics'] = query['metrics'].map(withLists);
  for (const name of SWITCHES) {
    if (query[name] === 'true') query[name] = true;
    if (query[name] === 'false' || query[name] === '') query[name] = false;
  }
  return withLists(query);
}

const asList = (text: string): string[] => (text === '' ? [] : [text]);

/** Its filters with lists of values. */
function withLists<T>(holder: T): T {
  if (!isObject(holder) || !Array.isArray(holder['filters'])) return holder;
  return { ...holder, filters: holder['filters'].map(withValues) };
}

function withValues(filter: unknown): unknown {
  if (!isObject(filter) || filter['values'] !== undefined || filter['value'] === undefined) return filter;
  const { value, ...rest } = filter;
  return { ...rest, values: [value].flat() };
}

function isObject(found: unknown): found is SavedQuery {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}
