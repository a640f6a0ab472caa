import { factsBehind, type PartName } from './compile-behind.js';
import type { Statement } from './compile.js';
import { type FactColumn, type FactColumnType, kindColumn } from './compile-fact-columns.js';
import { SELF } from './compile-source.js';
import { Values } from './compile-values.js';
import type { AskedMetric, Question } from './question.js';

/** Where a page of records ended: the time in microseconds of the epoch, the key and, where there are several, the kind. */
export interface FactPosition {
  readonly at: string;
  readonly k: string;
  readonly kind: string;
}

/** The records behind one part of a metric. */
export interface FactsQuestion {
  /** With the one metric; what it is grouped by plays no part. */
  readonly question: Question;
  readonly metric: AskedMetric;
  readonly part: PartName;
  readonly columns: readonly FactColumn[];
  readonly after: FactPosition | undefined;
  readonly limit: number;
}

const READ: Readonly<Record<FactColumnType, (sql: string) => string>> = {
  time: (sql) => `floor(extract(epoch from ${sql}) * 1000)::float8`,
  number: (sql) => `(${sql})::float8`,
  decimal: (sql) => `(${sql})::text`,
  flag: (sql) => `(${sql})::text`,
  text: (sql) => sql,
  list: (sql) => `array_to_json(${sql})::text`,
};

/**
 * A page of records, the newest first. They fulfil the very conditions of the number. Columns: `c1` … as asked, and the position:
 * `at` (microseconds of the epoch), `k` and `kind`.
 */
export function compileFacts(asked: FactsQuestion, tenant: number): Statement {
  const { question, metric, after } = asked;
  const values = new Values();
  const { source, view, where } = factsBehind(question, metric, asked.part, tenant, values);
  const kind = kindColumn(metric.definition.fact);
  const key = [source.start, `${SELF}.k`, ...(kind === undefined ? [] : [kind])];
  if (after) {
    const at = `timestamptz 'epoch' + ${values.add(after.at, 'int8')} * interval '1 microsecond'`;
    const place = [at, values.add(after.k, 'uuid'), ...(kind === undefined ? [] : [values.add(after.kind, 'text')])];
    where.push(`(${key.join(', ')}) < (${place.join(', ')})`);
  }
  const columns = asked.columns.map(({ type, sql }, index) => `${READ[type](sql(source))} as c${index + 1}`);
  const position = [
    `(extract(epoch from ${source.start}) * 1000000)::int8::text as at`,
    `${SELF}.k::text as k`,
    `${kind ?? "''"} as kind`,
  ];
  const text = [
    `select ${[...columns, ...position].join(',\n  ')}`,
    source.from,
    ...view.joins,
    `where ${where.join('\n  and ')}`,
    `order by ${key.map((part) => `${part} desc`).join(', ')}`,
    `limit ${values.add(asked.limit + 1)}`,
  ].join('\n');
  return { text, values: values.list };
}
