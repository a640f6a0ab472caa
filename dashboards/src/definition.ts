import { type BoundMetric } from '../../server/src/catalogue/declare.js';
import { metric } from '../../server/src/catalogue/metrics.js';
import { idOf, isChosen, type Question } from './question.js';

type Window = NonNullable<Question['window']>;

interface FixedWindow {
  readonly words: string;
  /** Where a panel says that it shows a range of its own. */
  readonly timeFrom: string;
  /** Where a board of the same range begins. */
  readonly from: string;
}

/** A fixed window as people read it, and as Grafana writes it. */
export const fixedWindows: Readonly<Record<Window, FixedWindow>> = {
  last_15m: { words: 'the last 15 minutes', timeFrom: '15m', from: 'now-15m' },
  last_30m: { words: 'the last 30 minutes', timeFrom: '30m', from: 'now-30m' },
  last_60m: { words: 'the last 60 minutes', timeFrom: '60m', from: 'now-60m' },
  today: { words: 'today so far', timeFrom: 'now/d', from: 'now/d' },
  this_year: { words: 'this year so far', timeFrom: 'now/y', from: 'now/y' },
  all: { words: 'all time', timeFrom: '100y', from: 'now-100y' },
};

const NOTHING_TO_MEASURE = '“–” means that there was nothing to measure.';

/** The definitions of what a question asks for: each number's sentence from the catalogue, its window, when it is unknown. */
export function definitionOf({ metrics, window, days }: Question): string {
  const ids = [...new Set(metrics.filter((asked) => !isChosen(asked)).map(idOf))];
  const asked = ids.map((id) => metric(id)).filter((found) => found !== undefined);
  const [only] = asked;
  const sentences =
    asked.length === 1 && only ? [only.description] : asked.map(({ name, description }) => `${name}: ${description}`);
  if (window) sentences.push(`Counted over ${fixedWindows[window].words}, whatever range the board shows.`);
  if (days) sentences.push(`Of the last ${days} days, whatever range the board shows.`);
  if (asked.some(mayBeUnknown)) sentences.push(NOTHING_TO_MEASURE);
  return sentences.join('\n\n');
}

const mayBeUnknown = ({ denominator }: BoundMetric) => denominator !== undefined;

/** The unit and decimals of what a question asks for; a share is percent, and money is a plain number until its currency is known. */
export function unitOf({ metrics: [first], share }: Question): { unit: string; decimals: number } {
  if (share) return { unit: 'percent', decimals: 1 };
  if (isChosen(first)) return { unit: 'none', decimals: 0 };
  const { unit, decimals } = metric(idOf(first)) ?? { unit: 'none', decimals: 0 };
  return { unit: unit === 'currency' ? 'locale' : unit, decimals };
}
