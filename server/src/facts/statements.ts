import type { Column, ColumnType } from './field.js';
import type { Kind } from './kind.js';
import { wireTypeOf } from './pg-array.js';
import { readColumns, writtenColumns } from './row.js';

const quoted = (name: string): string => `"${name}"`;
const cast = (name: string, type: ColumnType): string =>
  type in wireTypeOf && wireTypeOf[type] !== type ? `x.${quoted(name)}::${type}` : `x.${quoted(name)}`;

/** `unnest($2::uuid[], …) x(k, …)`: the columns of the facts as one table. */
function incoming(columns: readonly Column[]): string {
  const arrays = columns.map(({ type }, i) => `$${i + 2}::${wireTypeOf[type]}[]`).join(', ');
  return `unnest(${arrays}) x(${columns.map(({ name }) => quoted(name)).join(', ')})`;
}

/**
 * Inserts what is new; answers the keys of that, or null where everything was new: nearly always, and then a list would
 * cost more than the rest of the answer.
 */
function insertSql(kind: Kind, columns: readonly Column[]): string {
  return `with i as (
  insert into fact.${kind.name} (tenant, ${columns.map(({ name }) => quoted(name)).join(', ')})
  select $1, ${columns.map(({ name, type }) => cast(name, type)).join(', ')} from ${incoming(columns)}
  on conflict (tenant, k) do nothing returning k
)
select case when count(*) <> cardinality($2::uuid[]) then coalesce(array_agg(k), '{}') end from i`;
}

function readSql(kind: Kind): string {
  const types = new Map(kind.columnsOf.flat().map(({ name, type }) => [name, type]));
  const columns = readColumns(kind).map((name) =>
    types.get(name) === 'text[]' ? `array_to_json(${quoted(name)})::text` : quoted(name),
  );
  return `select ${columns.join(', ')} from fact.${kind.name} where tenant = $1 and k = any($2::uuid[])`;
}

function updateSql(kind: Kind): string {
  const changing = writtenColumns(kind).filter(({ name }) => name !== 'k');
  const assignments = changing.map(({ name, type }) => `${quoted(name)} = ${cast(name, type)}`);
  return `update fact.${kind.name} f set ${assignments.join(', ')} from ${incoming(writtenColumns(kind))}
where f.tenant = $1 and f.k = x.k and f.k = any($2::uuid[])`;
}

const statements = new Map<string, { read: string; update: string }>();

/** Reads the merged columns of facts ($2: keys), and rewrites facts as a whole. */
export function statementsOf(kind: Kind): { read: string; update: string } {
  let prepared = statements.get(kind.name);
  if (!prepared) {
    prepared = { read: readSql(kind), update: updateSql(kind) };
    statements.set(kind.name, prepared);
  }
  return prepared;
}

/** So many shapes of a kind's batches are worth a prepared statement; a sender of more has no habits. */
const mostShapes = 64;
interface NamedStatement {
  name?: string;
  text: string;
}

const inserts = new Map<string, Map<string, NamedStatement>>();

/**
 * The statement for a batch in which only some columns hold anything: most senders fill a third of what a kind has, and
 * arrays of nulls would be a third of the cost.
 */
export function insertOf(kind: Kind, used: readonly boolean[]): NamedStatement {
  const shapes = inserts.get(kind.name) ?? new Map<string, NamedStatement>();
  inserts.set(kind.name, shapes);
  const shape = used.map(Number).join('');
  let statement = shapes.get(shape);
  if (!statement) {
    const text = insertSql(
      kind,
      writtenColumns(kind).filter((_, column) => used[column]),
    );
    if (shapes.size >= mostShapes) return { text };
    statement = { name: `insert ${kind.name} ${shapes.size}`, text };
    shapes.set(shape, statement);
  }
  return statement;
}
