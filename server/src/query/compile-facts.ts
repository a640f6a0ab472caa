import { type BoundMetric, gazeOf, type Part } from '../catalogue/declare.js';
import { conditionsOf } from './compile-aggregate.js';
import { conditions, type Statement } from './compile.js';
import { type FactColumn, type FactColumnType, kindColumn } from './compile-fact-columns.js';
import { SELF, Source } from './compile-source.js';
import { viewOf } from './compile-time.js';
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
  readonly part: 'numerator' | 'denominator';
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

/** The parts of the metric's fraction whose conditions the records fulfil: a numerator is taken from the denominator's facts. */
export function partsBehind({ numerator, denominator }: BoundMetric, part: FactsQuestion['part']): Part[] {
  if (part === 'denominator') return denominator ? [denominator] : [];
  return denominator ? [denominator, numerator] : [numerator];
}

/**
 * A page of records, the newest first. They fulfil the very conditions of the number. Columns: `c1` … as asked, and the position:
 * `at` (microseconds of the epoch), `k` and `kind`.
 */
export function compileFacts(asked: FactsQuestion, tenant: number): Statement {
  const { question, metric, after } = asked;
  const { definition } = metric;
  const { fact, axis } = definition;
  const values = new Values();
  const cut = { ...question.range, boundaries: null };
  const source = new Source(fact, axis, values, cut, question.zone);
  const of = `${SELF}.tenant = ${values.add(tenant)}`;
  const gaze = gazeOf(definition);
  const view = viewOf(gaze, fact.span, { source, values, cut, now: question.now });
  const parts = partsBehind(definition, asked.part);
  const where = [
    of,
    ...view.where,
    ...conditions({ question, plan: { fact } }, source, values),
    ...new Set(parts.flatMap((part) => conditionsOf(part, metric, source, values))),
  ];
  const last = parts.at(-1);
  const counted = last && fact.measures[last.measure]?.of;
  if (counted) where.push(`${counted(SELF)} is not null`);
  const kind = kindColumn(fact);
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
