import { hash } from 'node:crypto';

/** The same JSON whatever the order of keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

/**
 * Ids for records without one: the digest of the record and its ordinal among equal ones of the request, so that sending
 * the same request again names the same things (records.md §1).
 */
export function namer(): (record: unknown) => string {
  const counts = new Map<string, number>();
  return (record) => {
    const digest = hash('sha256', canonical(record), 'hex').slice(0, 32);
    const ordinal = (counts.get(digest) ?? 0) + 1;
    counts.set(digest, ordinal);
    return `${digest}-${ordinal}`;
  };
}
