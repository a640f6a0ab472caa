import { dimension, type DimensionId, UNKNOWN } from '../../server/src/catalogue/dimensions.js';
import { type MetricId, metric } from '../../server/src/catalogue/metrics.js';
import { fixedWindows } from './definition.js';
import type { Question, Scope } from './question.js';
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
/** Grafana leaves a filter on an empty text out: what nobody gave is asked for by a pattern. */
const NOBODY_GAVE = encodeURIComponent('^$');

const filter = (key: string, operator: string, ...values: readonly string[]) =>
  `var-${ANY_FILTER}=${[key, operator, ...values].join('|')}`;

/** The group that a number is of, as Grafana fills it into an address and into a title. */
interface Group {
  readonly dimension: DimensionId;
  readonly operator: '=' | '=~';
  readonly value: string;
  readonly name: string;
}

/** The links of a number: to the facts behind it, and to its group alone where it is of one. */
export function linksOfNumber(id: MetricId, asks: Question, scope: Scope): DataLink[] {
  const [key] = asks.groupBy ?? [];
  if (key === undefined) return linksOf(id, asks, scope);
  // The name of an amount is that of its group and its currency.
  const name = metric(id)?.unit === 'currency' ? `this ${nameOf(key)}` : '${__field.displayName}';
  return linksOf(id, asks, scope, {
    dimension: key,
    operator: '=',
    value: `\${__field.labels.${key}:percentencode}`,
    name,
  });
}

/** As above, of the number of what nobody gave. */
export function linksOfUnknown(id: MetricId, asks: Question, scope: Scope): DataLink[] {
  const [dimension] = asks.groupBy ?? [];
  if (dimension === undefined) return [];
  return linksOf(id, asks, scope, { dimension, operator: '=~', value: NOBODY_GAVE, name: UNKNOWN });
}

/** As above, of the row of a table: in the cell that names its group. */
export function linksOfRow(id: MetricId, dimension: DimensionId, asks: Question, scope: Scope): DataLink[] {
  const value = '${__value.raw:percentencode}';
  return linksOf(id, asks, scope, { dimension, operator: '=', value, name: '${__value.text}' });
}

function linksOf(id: MetricId, asks: Question, scope: Scope, group?: Group): DataLink[] {
  const facts = linkToFacts(id, asks, group ? [filter(group.dimension, group.operator, group.value)] : []);
  return [...(facts ? [facts] : []), ...(group ? [linkToGroup(scope, group)] : [])];
}

const nameOf = (id: DimensionId): string => (dimension(id)?.label ?? id).toLowerCase();

const OVER_TIME: readonly Question['format'][] = ['time_series', 'states', 'heatmap'];

/**
 * To the facts behind a number: the metric, the range and the choices of the board, and the group that was clicked. Nothing
 * where a number is not counted from facts that a board lists. Grafana cannot say where a bucket ends: from a point in time,
 * the link leads to the whole range and says so.
 */
export function linkToFacts(
  id: MetricId,
  { only = {}, window, days, format }: Question,
  groups: readonly string[] = [],
): DataLink | undefined {
  const board = boardOf[metric(id)?.fact.noun ?? ''];
  if (board === undefined) return undefined;
  const from = window ? fixedWindows[window].from : days ? `now-${days}d` : undefined;
  const range = from ? `from=${encodeURIComponent(from)}&to=now` : '${__url_time_range}';
  const fixed = Object.entries(only).map(([key, values]) => filter(key, ANY_OF, ...values));
  const query = [range, '${__all_variables}', `var-metric=${id}`, ...groups, ...fixed].join('&');
  const title = `Show the facts ${OVER_TIME.includes(format) ? 'of the whole range' : 'behind this number'}`;
  return { title, url: `/d/${board}?${query}`, targetBlank: false };
}

/**
 * To the same board with the clicked group alone: chosen in the variable of its dimension, added to the further filters
 * where the board has no such variable. All else stays as it is in the address.
 */
function linkToGroup({ board, dimensions }: Scope, { dimension, operator, value, name }: Group): DataLink {
  const chosen = dimensions.includes(dimension);
  const rest = `\${__url.params:exclude:${chosen ? `var-${dimension}` : 'editPanel'}}`;
  const only = chosen ? `var-${dimension}=${operator === '=' ? value : ''}` : filter(dimension, operator, value);
  return { title: `Only ${name}`, url: `/d/${board}${rest}&${only}`, targetBlank: false };
}
