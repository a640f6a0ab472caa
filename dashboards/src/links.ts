import type { DimensionId } from '../../server/src/catalogue/dimensions.js';
import { type MetricId, metric } from '../../server/src/catalogue/metrics.js';
import { fixedWindows } from './definition.js';
import type { Question } from './question.js';
import { ANY_FILTER } from './variables.js';

/** A link of a number, as Grafana saves it. */
export interface DataLink {
  readonly title: string;
  readonly url: string;
  readonly targetBlank: false;
}

/** What the boards list, and what the catalogue calls the facts that are made of such records. */
const lists = {
  dialogues: ['dialogues', 'open dialogues', 'resolutions', 'chat charges'],
  messages: ['messages', 'messages with a phrase', 'replies'],
  notifications: ['notifications'],
  calls: ['calls', 'call attempts', 'calls in progress'],
  work: [
    'queue entries', 'waits in queues', 'offers', 'dialogues of operators', 'operator actions', 'presence of operators',
    'states of operators', 'ratings',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>; // prettier-ignore

type Listed = keyof typeof lists;

/** The board that lists a kind of records, and the facts that are such. */
export function factsOf(kind: Listed): { readonly uid: string; readonly nouns: readonly string[] } {
  return { uid: `switchboard-facts-${kind}`, nouns: lists[kind] };
}

const boardOf: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  (Object.keys(lists) as Listed[]).flatMap((kind) => lists[kind].map((noun) => [noun, factsOf(kind).uid] as const)),
);

/** Grafana's own text for several values of one filter: a bar of the operator itself is written out. */
const ANY_OF = '=__gfp__';

const filter = (key: string, operator: string, ...values: readonly string[]) =>
  `var-${ANY_FILTER}=${[key, operator, ...values].join('|')}`;

/**
 * To the facts behind a number: the metric, the range and the choices of the board, and the group that was clicked. Nothing
 * where a number is not counted from facts that a board lists.
 */
export function linkToFacts(id: MetricId, asks: Question): DataLink | undefined {
  const groups = (asks.groupBy ?? []).map((key) => filter(key, '=', `\${__field.labels.${key}:percentencode}`));
  return link(id, asks, groups);
}

/** As above, of the row of a table: from the cell that names its group. */
export function linkFromRow(id: MetricId, dimension: DimensionId, asks: Question): DataLink | undefined {
  return link(id, asks, [filter(dimension, '=', '${__value.raw:percentencode}')]);
}

function link(id: MetricId, { only = {}, window }: Question, groups: readonly string[]): DataLink | undefined {
  const board = boardOf[metric(id)?.fact.noun ?? ''];
  if (board === undefined) return undefined;
  const range = window ? `from=${encodeURIComponent(fixedWindows[window].from)}&to=now` : '${__url_time_range}';
  const fixed = Object.entries(only).map(([key, values]) => filter(key, ANY_OF, ...values));
  const query = [range, '${__all_variables}', `var-metric=${id}`, ...groups, ...fixed].join('&');
  return { title: 'Show the facts behind this number', url: `/d/${board}?${query}`, targetBlank: false };
}
