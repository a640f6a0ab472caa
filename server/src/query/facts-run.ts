import { gazeOf } from '../catalogue/declare.js';
import { compileFacts, type FactsQuestion } from './compile-facts.js';
import type { FactColumnType } from './compile-fact-columns.js';
import { toCursor } from './facts-question.js';
import type { Reader } from './reader.js';

/** A value of a record: times in epoch milliseconds, decimals as exact texts. */
export type FactValue = string | number | boolean | readonly string[] | null;

/** Some of the records behind a number, the newest first: for each the values of the asked columns. */
export interface FactsPage {
  readonly rows: readonly (readonly FactValue[])[];
  /** Asks for those behind; null where there are none. */
  readonly next: string | null;
}

const PARSE: Readonly<Partial<Record<FactColumnType, (text: string) => FactValue>>> = {
  flag: (text) => text === 'true',
  list: (text) => JSON.parse(text) as string[],
};

/** Reads a page of the records behind a number as the database holds them now. */
export async function readFacts(asked: FactsQuestion, reader: Reader, tenant: number): Promise<FactsPage> {
  const { question, metric, columns, limit } = asked;
  const happens = ['points', 'seconds'].includes(gazeOf(metric.definition));
  // What lasts is not known beyond now.
  if (!happens && question.range.from >= question.now) return { rows: [], next: null };
  const found = await reader.rows(compileFacts(asked, tenant));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const more = found.length > limit && last !== undefined;
  return {
    rows: page.map((row) =>
      columns.map(({ type }, index) => {
        const value = row[`c${index + 1}`] ?? null;
        return typeof value === 'string' ? (PARSE[type]?.(value) ?? value) : value;
      }),
    ),
    next: more ? toCursor({ at: String(last['at']), k: String(last['k']), kind: String(last['kind']) }) : null,
  };
}
