import { metric, type MetricId, metrics } from '../../../server/src/catalogue/metrics.js';
import type { Board } from '../board.js';
import { factsOf } from '../links.js';
import type { Choice, Variable } from '../variables.js';
import { records } from './records.js';

interface FactsBoard {
  readonly kind: Parameters<typeof factsOf>[0];
  readonly title: string;
  readonly description: string;
  readonly variables: readonly Variable[];
}

/** Which part of a ratio the records are of. */
const part: Choice = {
  choice: 'part',
  label: 'Records',
  options: [
    ['numerator', 'counted'],
    ['denominator', 'that it is a share of'],
  ],
};

/** The numbers behind which records of this kind stand; the commonest first. */
function numbers(nouns: readonly string[]): [MetricId, ...MetricId[]] {
  const ids = (Object.keys(metrics) as MetricId[]).filter((id) => nouns.includes(metrics[id].fact.noun));
  const [first, ...others] = ids.toSorted(
    (a, b) => nouns.indexOf(metrics[a].fact.noun) - nouns.indexOf(metrics[b].fact.noun),
  );
  if (first === undefined) throw new Error(`No number is counted of ${nouns.join(', ')}.`);
  return [first, ...others];
}

/** A board that lists the records behind a number of its kind. */
export function factsBoard({ kind, title, description, variables }: FactsBoard): Board {
  const { uid, nouns } = factsOf(kind);
  const [first, ...others] = numbers(nouns);
  const option = (id: MetricId) => [id, metric(id)?.name ?? id] as const;
  const number: Choice = { choice: 'metric', label: 'Number', options: [option(first), ...others.map(option)] };
  return {
    uid,
    title,
    description,
    folder: 'Facts',
    tags: ['facts'],
    from: 'now-24h',
    refresh: '',
    variables: [number, part, ...variables],
    sections: [records(first)],
  };
}
