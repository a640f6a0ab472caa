import { additivity } from '../catalogue/declare.js';
import type { Query } from './query.schema.js';
import { type AskedMetric, isMoney } from './question.js';
import { refuse } from './refuse.js';

/**
 * What does not go together.
 * @throws Problem invalid_request with a sentence
 */
export function checkCombinations(
  query: Query,
  asked: readonly AskedMetric[],
  groupBy: readonly string[],
  interval: string,
): void {
  const names = asked.map(({ as }) => as);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse(`Two metrics are called “${twice}”: name one of them otherwise with as.`);
  const kinds = asked.map(({ definition }) => additivity(definition));
  const notAdding = asked.find((_, index) => kinds[index] !== 'additive');
  for (const [word, wanted] of [
    ['cumulative', query.cumulative],
    ['share', query.share],
  ] as const) {
    if (wanted && notAdding)
      refuse(`The metric “${notAdding.id}” does not add up, so it cannot be ${word === 'share' ? 'a share' : word}.`);
  }
  if (query.cumulative && query.share) refuse('Cumulative and share cannot be combined.');
  if (query.cumulative && interval === 'none') refuse('Cumulative needs an interval.');
  const ofNow = asked.filter(({ definition }) => definition.axis === null);
  if (ofNow.length > 0 && (ofNow.length < asked.length || query.compare)) {
    refuse('A state of this moment can be neither compared nor asked for together with other metrics.');
  }
  if (query.fromAlert && asked.length > 1) refuse('An alert rule watches one number: ask for one metric.');
  if (query.fromAlert && query.compare) refuse('An alert rule watches one number: leave out compare.');
  if (query.format === 'heatmap' && (asked.length !== 1 || groupBy.length !== 1))
    refuse('A heatmap needs one metric and one dimension.');
  if (asked.some(isMoney) && !asked.every(isMoney) && !groupBy.includes('currency')) {
    refuse('Money is told apart by currency: ask for it in a query of its own, or group by currency.');
  }
  const without = query.withCustomerMessages && asked.find(({ definition }) => !definition.fact.customerWrote);
  if (without) refuse(`The metric “${without.id}” has no dialogues, so there are no customer messages to look for.`);
}
