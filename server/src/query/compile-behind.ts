import { type BoundMetric, gazeOf, type Part } from '../catalogue/declare.js';
import { conditionsOf } from './compile-aggregate.js';
import { conditions } from './compile.js';
import { SELF, Source } from './compile-source.js';
import { type View, viewOf } from './compile-time.js';
import type { Values } from './compile-values.js';
import type { AskedMetric, Question } from './question.js';

export type PartName = 'numerator' | 'denominator';

/** The facts behind one part of a metric's number: what a statement that lists them reads, and which of it. */
export interface Behind {
  readonly source: Source;
  readonly view: View;
  readonly where: string[];
}

/** The parts of the metric's fraction whose conditions the facts fulfil: a numerator is taken from the denominator's facts. */
function partsBehind({ numerator, denominator }: BoundMetric, part: PartName): Part[] {
  if (part === 'denominator') return denominator ? [denominator] : [];
  return denominator ? [denominator, numerator] : [numerator];
}

/** The very conditions of the number, over the whole range of the question. */
export function factsBehind(
  question: Question,
  metric: AskedMetric,
  part: PartName,
  tenant: number,
  values: Values,
): Behind {
  const { definition } = metric;
  const { fact, axis } = definition;
  const cut = { ...question.range, boundaries: null };
  const source = new Source(fact, axis, values, cut, question.zone);
  const own = `${SELF}.tenant = ${values.add(tenant)}`;
  const view = viewOf(gazeOf(definition), fact.span, { source, values, cut, now: question.now });
  const parts = partsBehind(definition, part);
  const last = parts.at(-1);
  const counted = last && fact.measures[last.measure]?.of;
  const where = [
    own,
    ...view.where,
    ...conditions({ question, plan: { fact } }, source, values),
    ...parts.flatMap((one) => conditionsOf(one, metric, source, values)),
    ...(counted ? [`${counted(SELF)} is not null`] : []),
  ];
  return { source, view, where: [...new Set(where)] };
}
