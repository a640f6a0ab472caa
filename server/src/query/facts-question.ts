import { additivity, gazeOf } from '../catalogue/declare.js';
import { UUID_PATTERN } from '../http/uuid.js';
import { type FactColumn, factColumns, isListed, kindOf, labelColumn } from './compile-fact-columns.js';
import type { FactPosition, FactsQuestion } from './compile-facts.js';
import { defaultColumns } from './fact-kinds.js';
import { didYouMean } from './nearest.js';
import { behindOneNumber } from './one-number.js';
import type { Query } from './query.schema.js';
import type { Defaults } from './validate.js';
import { refuse } from './refuse.js';

const FEW_FACTS = 100;
const POSITION = new RegExp(`^(-?\\d{1,17}) (${UUID_PATTERN}) ([a-z_]{0,20})$`);
const LABEL = /^labels\../s;

/** A position as a text of letters that means nothing to anybody else. */
export function toCursor({ at, k, kind }: FactPosition): string {
  return Buffer.from(`${at} ${k} ${kind}`).toString('base64url');
}

function fromCursor(cursor: string): FactPosition {
  const [, at, k, kind = ''] = POSITION.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (at === undefined || k === undefined) refuse('The cursor is not one that an answer has given.');
  return { at, k, kind };
}

/**
 * Turns a query into a list of the records behind its number. What only shapes numbers (groups, intervals, the top ones,
 * comparisons) plays no part.
 * @throws Problem invalid_request with a sentence
 */
export function factsQuestion(query: Query, defaults: Defaults): FactsQuestion {
  if (query.metrics.length !== 1) refuse('Records are listed behind one number: ask for one metric.');
  const { question, metric } = behindOneNumber(query, defaults);
  const { definition, id } = metric;
  const part = query.part ?? 'numerator';
  if (part === 'denominator' && !definition.denominator) {
    refuse(`The metric “${id}” has no denominator: leave part out.`);
  }
  if (definition.axis === null || (additivity(definition) === 'gauge' && gazeOf(definition) === 'points')) {
    refuse(`The metric “${id}” is a state of this moment: there are no records to list behind it.`);
  }
  if (!isListed(definition.fact)) {
    refuse(`The ${definition.fact.noun} behind “${id}” are no records of their own that could be listed.`);
  }
  const shown = part === 'denominator' ? (definition.denominator ?? definition.numerator) : definition.numerator;
  const available = factColumns(definition, shown);
  return {
    question,
    metric,
    part,
    columns: chooseColumns(
      query.columns,
      available,
      defaultColumns(kindOf(definition.fact)?.name),
      definition.fact.noun,
    ),
    after: query.cursor == null ? undefined : fromCursor(query.cursor),
    limit: query.limit ?? FEW_FACTS,
  };
}

function chooseColumns(
  asked: Query['columns'],
  available: ReadonlyMap<string, FactColumn>,
  usual: readonly string[],
  noun: string,
): FactColumn[] {
  const names = asked && asked.length > 0 ? asked : usual.filter((name) => available.has(name));
  return [...new Set(names)].map((name) => {
    const column = available.get(name) ?? (LABEL.test(name) ? labelColumn(name) : undefined);
    if (column) return column;
    const near = didYouMean(name, [...available.keys()]);
    return refuse(
      `The ${noun} have no column “${name}”${near === '.' ? `; they have ${[...available.keys()].join(', ')}.` : near}`,
    );
  });
}
