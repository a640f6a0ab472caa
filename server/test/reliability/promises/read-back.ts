import { isDeepStrictEqual } from 'node:util';
import type { Field } from '../../../src/facts/field.js';
import { kinds } from '../../../src/facts/kinds.js';
import type { Attack } from '../records/hostile.js';
import { queryAsOwner } from '../service/owner.js';

interface Row extends Record<string, unknown> {
  id: string;
  fact: Record<string, unknown>;
}

/** Compares what was accepted with what the tables hold. @returns a line for each difference */
export async function readBack(databaseUrl: string, tenant: number, accepted: readonly Attack[]): Promise<string[]> {
  const different: string[] = [];
  for (const kind of kinds.values()) {
    const rows = await queryAsOwner<Row>(
      databaseUrl,
      `select id, to_jsonb(f) as fact from fact.${kind.name} f where tenant = $1`,
      [tenant],
    );
    const facts = new Map(rows.map(({ id, fact }) => [id, fact]));
    for (const attack of accepted.filter(({ kind: name }) => name === kind.name)) {
      const sent: unknown = JSON.parse(attack.value.json);
      const id = attack.field === 'id' && typeof sent === 'string' ? sent : attack.id;
      const fact = facts.get(id);
      const isSame = fact !== undefined && holds(kind.fields.get(attack.field), attack.field, sent, fact);
      if (!isSame)
        different.push(`${attack.value.name} in ${kind.name}.${attack.field}: ${JSON.stringify(fact)?.slice(0, 300)}`);
    }
  }
  return different;
}

/** Whether a value whose stored form is the sent one is there; values that are changed on purpose are not looked at. */
function holds(field: Field | undefined, name: string, sent: unknown, fact: Record<string, unknown>): boolean {
  if (name === 'source') return fact['source'] === sent;
  if (name === 'labels') return sameLabels(sent as Record<string, string>, fact['labels']);
  // A member of that name is none of ours: it had to be refused.
  if (typeof sent === 'object' && sent !== null && Object.hasOwn(sent, '__proto__')) return false;
  const [column] = field?.columns(name) ?? [];
  if (column === undefined || field?.resolve !== undefined || field?.isFreeText === true) return true;
  if (column.type === 'text' && typeof sent === 'string') return fact[column.name] === sent;
  return column.type !== 'text[]' || isDeepStrictEqual(fact[column.name], sent);
}

function sameLabels(sent: Readonly<Record<string, string>>, stored: unknown): boolean {
  const wanted = Object.entries(sent);
  if (wanted.length === 0) return true;
  if (typeof stored !== 'object' || stored === null) return false;
  return wanted.every(([key, value]) => Object.getOwnPropertyDescriptor(stored, key)?.value === value);
}
