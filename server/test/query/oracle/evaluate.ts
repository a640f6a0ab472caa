import type { FactRow } from '../rows.js';
import { callMetrics } from './calls.js';
import { chatMetrics } from './chats.js';
import type { Facts } from './facts.js';
import { intakeMetrics } from './intake.js';
import type { NaiveMetric, Parameters } from './naive.js';
import { notificationMetrics } from './notifications.js';
import { queueMetrics } from './queues.js';

/** The definitions once more, over arrays and one fact at a time, as slow and plain as can be. */
export const naiveMetrics: Readonly<Record<string, NaiveMetric>> = {
  ...chatMetrics,
  ...notificationMetrics,
  ...callMetrics,
  ...queueMetrics,
  ...intakeMetrics,
};

export interface NaiveFilter {
  key: string;
  operator: string;
  values: string[];
}

export interface NaiveQuery {
  metric: string;
  groupBy: string[];
  filters: NaiveFilter[];
  from: string;
  to: string;
  zone: string;
  withCustomerMessages: boolean;
  parameters: Parameters;
  /** Names the bucket that an instant falls into; empty for one number in all. */
  label: (instant: string) => string;
  top: { limit: number; others: boolean } | null;
}

/** Groups as JSON -> bucket's name -> number. */
export type Answers = Map<string, Map<string, number | null>>;

interface Row {
  readonly group: readonly string[];
  readonly label: string;
  readonly thing: FactRow;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const timeParts: Readonly<Record<string, (timeZone: string) => (at: Date) => string>> = {
  hour_of_day: (timeZone) => {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' });
    return (at) => String(Number(clock.format(at)));
  },
  day_of_week: (timeZone) => {
    const calendar = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' });
    return (at) => String(DAYS.indexOf(calendar.format(at)) + 1);
  },
};

function passes(values: readonly string[], { operator, values: wanted }: NaiveFilter): boolean {
  const match = (value: string) =>
    operator.endsWith('~')
      ? wanted.some((pattern) => new RegExp(`^(?:${pattern})$`).test(value))
      : wanted.includes(value);
  return operator.startsWith('!') ? !values.some(match) : values.some(match);
}

/** The things that the query is about, each once for every group it is in. */
function rowsOf(facts: Facts, query: NaiveQuery, { things, time, takesPart = () => true }: NaiveMetric): Row[] {
  const parts = Object.fromEntries(Object.entries(timeParts).map(([key, of]) => [key, of(query.zone)]));
  const read = (thing: FactRow, key: string): string[] => {
    const part = parts[key];
    if (part) return [part(new Date(time(thing)!))];
    const values = things.dimensions[key]!(thing, facts).map((value) => value ?? '');
    return values.length === 0 ? [''] : values;
  };
  return things.rows(facts).flatMap((thing): Row[] => {
    const at = time(thing);
    if (at === null || at < query.from || at >= query.to) return [];
    if (!query.filters.every((filter) => passes(read(thing, filter.key), filter))) return [];
    const wrote = () => Number(things.dialogue?.(thing, facts)?.['customer_messages'] ?? 0) > 0;
    if (query.withCustomerMessages && !wrote()) return [];
    if (!takesPart(thing, query.parameters, facts)) return [];
    let groups: string[][] = [[]];
    for (const key of query.groupBy) {
      const own = query.filters.filter((filter) => filter.key === key);
      const values = read(thing, key).filter((value) => own.every((filter) => passes([value], filter)));
      groups = groups.flatMap((group) => values.map((value) => [...group, value]));
    }
    return groups.map((group) => ({ group, label: query.label(at), thing }));
  });
}

function gathered<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(by(one), [...(found.get(by(one)) ?? []), one]);
  return found;
}

/** The groups and, for each, the number of each bucket in which it has things. */
export function evaluate(facts: Facts, query: NaiveQuery): Answers {
  const metric = naiveMetrics[query.metric]!;
  // Money of different currencies is never added up.
  const groupBy =
    metric.money && !query.groupBy.includes('currency') ? [...query.groupBy, 'currency'] : [...query.groupBy];
  const rows = rowsOf(facts, { ...query, groupBy }, metric);
  const unscaled = (some: readonly Row[]) =>
    metric.answer(
      some.map(({ thing }) => thing),
      query.parameters,
      facts,
    );
  const groupOf = ({ group }: Row) => JSON.stringify(group);
  let named = gathered(rows, groupOf);
  if (query.top) {
    const order = [...named].map(([key, some]) => ({ key, some, value: unscaled(some) ?? -Infinity }));
    const path = (key: string) => (JSON.parse(key) as string[]).join('\0');
    order.sort((a, b) => b.value - a.value || (path(a.key) < path(b.key) ? -1 : 1));
    const first = order.slice(0, query.top.limit);
    const others = order.slice(query.top.limit).flatMap(({ some }) => some);
    const apart = (group: readonly string[]) =>
      group.map((value, index) => (metric.money && groupBy[index] === 'currency' ? value : 'Others'));
    named = new Map([
      ...first.map(({ key, some }) => [key, some] as const),
      ...(query.top.others ? gathered(others, ({ group }) => JSON.stringify(apart(group))) : []),
    ]);
  }
  const scaled = (some: readonly Row[]) => {
    const value = unscaled(some);
    return value === null ? null : value * (metric.scale ?? 1);
  };
  return new Map(
    [...named].map(([key, some]) => [
      key,
      new Map([...gathered(some, ({ label }) => label)].map(([label, those]) => [label, scaled(those)])),
    ]),
  );
}
