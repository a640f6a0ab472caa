import type { FactRow } from '../rows.js';
import type { Facts } from './facts.js';

/** The definitions once more, over arrays and one fact at a time, as slow and plain as can be. */

type Kind = keyof Facts;
type Dimensions = Readonly<Record<string, (fact: FactRow, facts: Facts) => readonly (string | null)[]>>;

interface NaiveMetric {
  kind: Kind;
  time: (fact: FactRow) => string | null;
  /** What the fact adds to the numerator; null: it has no part in it. */
  numerator: (fact: FactRow) => number | null;
  denominator?: (fact: FactRow) => number | null;
  scale?: number;
}

const str = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'boolean' ? String(value) : null;
const list = (value: unknown): string[] => (value as string[] | null) ?? [];
const parent = (fact: FactRow, facts: Facts) => facts.dialogue.find(({ k }) => k === fact['eff_dialogue_k']) ?? {};
const isAnswered = (call: FactRow) => call['eff_status'] === 'answered' || call['eff_answered_at'] !== null;
const isDelivered = (one: FactRow) =>
  one['delivered_at'] !== null || ['delivered', 'read'].includes(String(one['status']));

function sentTime(one: FactRow): string | null {
  if (one['at'] === null) return null;
  if (one['sent_at'] !== null) return str(one['sent_at']);
  const left = ['sent', 'delivered', 'read', 'undelivered', 'expired'].includes(String(one['status']));
  if (!left && one['delivered_at'] === null) return null;
  return str(one['delivered_at'] ?? one['at']);
}

const channelOf = (dialogue: FactRow) => str(dialogue['channel'] ?? dialogue['first_channel']);
const hour = (at: string, zone: string) => new Date(at).toLocaleString('en-GB', { timeZone: zone, hour: '2-digit' });

const classOf = (call: FactRow): string | null => {
  if (!isAnswered(call)) return 'unanswered';
  if (call['duration_ms'] === null) return null;
  const seconds = Number(call['duration_ms']) / 1000;
  const bounds: [number, string][] = [[10, '1-10s'], [30, '11-30s'], [60, '31-60s'], [180, '1-3m'], [300, '3-5m'], [600, '5-10m']]; // prettier-ignore
  return bounds.find(([most]) => seconds <= most)?.[1] ?? '>10m';
};

export const dimensionsOf: Readonly<Record<Kind, Dimensions>> = {
  dialogue: {
    channel: (d) => [channelOf(d)],
    outcome: (d) => [str(d['outcome'])],
    bot: (d) => [str(d['bot'])],
    resolved: (d) => [str(d['resolved'])],
    operator: (d) => list(d['operators']),
    tags: (d) => list(d['tags']),
  },
  message: {
    author: (m) => [str(m['author'])],
    channel: (m, facts) => [str(m['channel']) ?? channelOf(parent(m, facts))],
    outcome: (m, facts) => [str(parent(m, facts)['outcome'])],
    operator: (m, facts) => (m['operator'] === null ? list(parent(m, facts)['operators']) : [str(m['operator'])]),
    tags: (m, facts) => list(parent(m, facts)['tags']),
  },
  call: {
    status: (c) => [str(c['eff_status'])],
    trunk: (c) => [str(c['eff_trunk'])],
    tags: (c) => list(c['tags']),
    duration_class: (c) => [classOf(c)],
  },
  notification: {
    channel: (n) => [str(n['channel'])],
    status: (n) => [str(n['status'])],
    optional: (n) => [str(n['optional'])],
    status_short: (n) => [
      { created: 'in_progress', scheduled: 'in_progress', sent: 'in_progress', skipped: 'not_sent', undelivered: 'failure',
        failed: 'failure', delivered: 'success', read: 'success' }[String(n['status'])] ?? null,
    ], // prettier-ignore
  },
};

const at = (fact: FactRow) => str(fact['at']);
const one = () => 1;
const where = (holds: (fact: FactRow) => boolean) => (fact: FactRow) => (holds(fact) ? 1 : null);

export const naiveMetrics: Readonly<Record<string, NaiveMetric>> = {
  dialogues: { kind: 'dialogue', time: at, numerator: one },
  dialogues_bot_percent: {
    kind: 'dialogue', time: at, numerator: where((d) => d['outcome'] === 'bot_only'), denominator: one, scale: 100,
  },
  messages: { kind: 'message', time: at, numerator: one },
  customer_messages: { kind: 'message', time: at, numerator: where((m) => m['author'] === 'customer') },
  calls: { kind: 'call', time: at, numerator: one },
  calls_answered: { kind: 'call', time: at, numerator: where(isAnswered) },
  average_call_duration: {
    kind: 'call', time: at, scale: 0.001,
    numerator: (c) => (isAnswered(c) && c['duration_ms'] !== null ? Number(c['duration_ms']) : null),
    denominator: where((c) => isAnswered(c) && c['duration_ms'] !== null),
  },
  notifications: { kind: 'notification', time: at, numerator: one },
  notifications_sent: { kind: 'notification', time: sentTime, numerator: one },
  delivery_rate: { kind: 'notification', time: sentTime, numerator: where(isDelivered), denominator: one, scale: 100 },
}; // prettier-ignore

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
  /** Names the bucket that an instant falls into; empty for one number in all. */
  label: (instant: string) => string;
  top: { limit: number; others: boolean } | null;
}

function passes(values: readonly string[], { operator, values: wanted }: NaiveFilter): boolean {
  const match = (value: string) =>
    operator.endsWith('~')
      ? wanted.some((pattern) => new RegExp(`^(?:${pattern})$`).test(value))
      : wanted.includes(value);
  return operator.startsWith('!') ? !values.some(match) : values.some(match);
}

/** The groups and, for each, the number of each bucket that has facts: group -> label -> number. */
export function evaluate(facts: Facts, query: NaiveQuery): Map<string, Map<string, number | null>> {
  const metric = naiveMetrics[query.metric]!;
  const read = (fact: FactRow, key: string): string[] => {
    if (key === 'hour_of_day') return [String(Number(hour(metric.time(fact)!, query.zone)))];
    const values = dimensionsOf[metric.kind][key]!(fact, facts).map((value) => value ?? '');
    return values.length === 0 ? [''] : values;
  };
  const rows: { group: string[]; label: string; n: number | null; d: number | null }[] = [];
  for (const fact of facts[metric.kind]) {
    const time = metric.time(fact);
    if (time === null || time < query.from || time >= query.to) continue;
    if (!query.filters.every((filter) => passes(read(fact, filter.key), filter))) continue;
    const wrote = metric.kind === 'dialogue' ? fact : parent(fact, facts);
    if (query.withCustomerMessages && !(Number(wrote['customer_messages'] ?? 0) > 0)) continue;
    const part = (metric.denominator ?? metric.numerator)(fact);
    if (part === null) continue;
    let groups: string[][] = [[]];
    for (const key of query.groupBy) {
      const own = query.filters.filter((filter) => filter.key === key);
      const values = read(fact, key).filter((value) => own.every((filter) => passes([value], filter)));
      groups = groups.flatMap((group) => values.map((value) => [...group, value]));
    }
    for (const group of groups) {
      rows.push({ group, label: query.label(time), n: metric.numerator(fact), d: metric.denominator?.(fact) ?? null });
    }
  }
  const total = (some: typeof rows) => {
    const sum = (of: 'n' | 'd') => some.reduce((all, row) => all + (row[of] ?? 0), 0);
    if (!metric.denominator) return sum('n') * (metric.scale ?? 1);
    return sum('d') === 0 ? null : (sum('n') / sum('d')) * (metric.scale ?? 1);
  };
  const named = new Map<string, typeof rows>();
  for (const row of rows) named.set(JSON.stringify(row.group), [...(named.get(JSON.stringify(row.group)) ?? []), row]);
  if (query.top) {
    const order = [...named].map(([key, some]) => ({ key, some, value: total(some) ?? -Infinity }));
    order.sort((a, b) => b.value - a.value || (JSON.parse(a.key).join('\0') < JSON.parse(b.key).join('\0') ? -1 : 1));
    const rest = order.slice(query.top.limit);
    for (const { key } of rest) named.delete(key);
    const others = rest.flatMap(({ some }) => some);
    if (query.top.others && others.length > 0) named.set(JSON.stringify(query.groupBy.map(() => 'Others')), others);
  }
  return new Map(
    [...named].map(([key, some]) => {
      const labels = [...new Set(some.map(({ label }) => label))];
      return [key, new Map(labels.map((label) => [label, total(some.filter((row) => row.label === label))]))];
    }),
  );
}
