import { dimension } from '../catalogue/dimensions.js';
import { describe } from './describe.js';
import { factsQuestion } from './facts-question.js';
import { type FactValue, readFacts } from './facts-run.js';
import { type Frame } from './frame.js';
import { factsFrame } from './frame-facts.js';
import { findNames } from './names.js';
import type { Query } from './query.schema.js';
import type { Reader } from './reader.js';
import type { Defaults } from './validate.js';

/** What of a record's value may have a name: a text, or each of several. */
function namable(value: FactValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? value : [];
}

/** The records behind a number as a table for Grafana. */
export async function factsFrames(query: Query, defaults: Defaults, reader: Reader, tenant: number): Promise<Frame[]> {
  const asked = factsQuestion(query, defaults);
  const page = await readFacts(asked, reader, tenant);
  const { columns, question } = asked;
  const values = columns.map((column, index) =>
    column.isDimension ? page.rows.flatMap((row) => namable(row[index])) : [],
  );
  const found = await findNames(
    reader,
    tenant,
    columns.map(({ name }) => name),
    values,
  );
  const names = columns.map(({ name }, index) => (dimension(name) ? (found[index] ?? new Map()) : new Map()));
  const executed = `The records behind ${describe(question)}`;
  return [factsFrame({ columns, page, names, executed, notices: question.notices })];
}
