import type { FactRow } from '../rows.js';
import type { LastingFacts } from './lasting-facts.js';

/** Definitions of what lasts once more, one thing and one instant at a time, over arrays and as plain as can be. */

/** Something from a start to an end, Infinity while it lasts; what only happens ends as it starts. */
interface Life {
  start: number;
  end: number;
  dimensions: Readonly<Record<string, readonly string[]>>;
  /** What is counted, where not the life itself. */
  thing: string;
  /** What trunks may take in a second; none where nobody says. */
  limit?: number | undefined;
}

type Kind = 'overlap' | 'average' | 'at_end' | 'oldest' | 'peak' | 'touching' | 'rate' | 'second' | 'limit';

interface NaiveMetric {
  kind: Kind;
  lives: (facts: LastingFacts) => Life[];
  of?: (life: Life) => boolean;
  /** Makes a percentage of the time of these. */
  among?: (life: Life) => boolean;
  /** Seconds that a rate is for. */
  per?: number;
}

const time = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const life = (start: number | null, end: number | null, dimensions: Record<string, string[]>, thing = ''): Life[] =>
  start === null ? [] : [{ start, end: end ?? Infinity, dimensions, thing }];

const ORDER = ['busy', 'wrap_up', 'paused', 'available', 'online', 'offline'];

/** What an operator did: judged anew between any two instants at which anything changes. */
function statesOf(operator: string, facts: LastingFacts, work: boolean): Life[] {
  const covers = (start: number, end: number | null) => (at: number) => start <= at && at < (end ?? Infinity);
  const own = (rows: readonly FactRow[]) => rows.filter((row) => row['operator'] === operator);
  const told = (rows: readonly FactRow[], end: string) =>
    own(rows).map((row) => ({ row, start: time(row['at'])!, end: time(row[end]) }));
  const whole = told(facts.presence, 'ended_at');
  const changes = told(facts.change, 'until_at').filter(
    ({ row }) => row['of'] === 'operator' && row['state'] !== 'unknown',
  );
  const accepted = own(facts.assignment)
    .filter((row) => row['accepted_at'] !== null)
    .map((row) => ({ row, start: time(row['accepted_at'])!, end: time(row['eff_ended_at']) }));
  const wraps = accepted.flatMap(({ row, end }) =>
    end === null || row['wrap_ms'] === null ? [] : [{ row, start: end, end: end + Number(row['wrap_ms']) }],
  );
  const all = [...whole, ...changes, ...accepted, ...wraps];
  const edges = [...new Set(all.flatMap(({ start, end }) => [start, end ?? Infinity]))].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((at, index) => {
    const now = <T extends { start: number; end: number | null }>(some: readonly T[]) =>
      some.filter((one) => covers(one.start, one.end)(at));
    const evidence = now(whole).length > 0 ? now(whole) : now(changes);
    const [first] = [...evidence].sort(
      (a, b) =>
        ORDER.indexOf(text(a.row['state'])) - ORDER.indexOf(text(b.row['state'])) ||
        ((text(a.row['reason']) || '~') < (text(b.row['reason']) || '~') ? -1 : 1),
    );
    if (!first) return [];
    const base = text(first.row['state']);
    const free = work && (base === 'online' || base === 'available');
    const doing = free && now(accepted).length > 0 ? 'busy' : free && now(wraps).length > 0 ? 'wrap_up' : null;
    const groups = [...now(whole), ...now(changes)]
      .map(({ row }) => text(row['group']))
      .filter((group) => group !== '');
    const dimensions = {
      operator: [operator],
      state: [doing ?? base],
      reason: [doing ? '' : text(first.row['reason'])],
      group: groups.length > 0 ? [...new Set(groups)] : [''],
    };
    return life(at, edges[index + 1]!, dimensions);
  });
}

/** Judged once for all questions: it takes a while. */
const judged = new Map<string, Life[]>();
const presence = (work: boolean) => (facts: LastingFacts) =>
  ['ann', 'bob', 'eve'].flatMap((operator) => {
    const key = `${operator} ${work}`;
    const lives = judged.get(key) ?? statesOf(operator, facts, work);
    judged.set(key, lives);
    return lives;
  });
const inState =
  (...states: string[]) =>
  ({ dimensions }: Life) =>
    states.includes(dimensions['state']![0]!);
const online = inState('online', 'available', 'busy', 'wrap_up', 'paused');

const waits = ({ queue_entry }: LastingFacts) =>
  queue_entry.flatMap((row) => {
    const end = time(row['answered_at']) ?? time(row['left_at']) ?? (row['reason'] === null ? null : time(row['at']));
    return life(time(row['at']), end, { queue: [text(row['queue'])] });
  });
const held = ({ assignment }: LastingFacts) =>
  assignment
    .filter((row) => row['dialogue_k'] !== null)
    .flatMap((row) => {
      const dimensions = { operator: [text(row['operator'])], queue: [text(row['queue'])] };
      return life(time(row['accepted_at']), time(row['eff_ended_at']), dimensions, text(row['dialogue_k']));
    });
const dialogues = ({ dialogue, change }: LastingFacts) =>
  dialogue.flatMap((row) => {
    const resolved = change
      .filter((one) => one['dialogue_k'] === row['k'] && one['until_at'] === null)
      .map((one) => time(one['at'])!);
    const end = time(row['closed_at']) ?? (resolved.length > 0 ? Math.min(...resolved) : null);
    return life(time(row['at']), end, { project: [text(row['project'])] });
  });
const calls = ({ call }: LastingFacts) =>
  call.flatMap((row) => {
    const spoken = row['duration_ms'] === null ? null : Number(row['duration_ms']);
    const start = time(row['at'])!;
    const answered = time(row['eff_answered_at']);
    const isOver = answered === null && (row['eff_status'] === 'busy' || row['eff_status'] === 'answered');
    const end = time(row['eff_ended_at']) ?? (spoken === null ? (isOver ? start : null) : (answered ?? start) + spoken);
    return life(start, end, { trunk: [text(row['eff_trunk'])] });
  });
const attempts = ({ leg, call, name }: LastingFacts) =>
  [
    ...leg.map((row) => ({ at: row['at'], trunk: row['trunk'], answered: row['status'] === 'answered' })),
    ...call
      .filter((row) => row['legs'] === 0)
      .map((row) => ({
        at: row['at'], trunk: row['eff_trunk'], answered: row['eff_status'] === 'answered' || row['eff_answered_at'] !== null,
      })),
  ].map(({ at, trunk, answered }): Life => {
    const limits = name.filter(({ value }) => value === trunk).sort((a, b) => Number(b['seen']) - Number(a['seen']));
    const limit = limits[0] && Number(limits[0]['limit']);
    return { start: time(at)!, end: time(at)!, dimensions: { trunk: [text(trunk)] }, thing: answered ? 'answered' : '', limit };
  }); // prettier-ignore

/** Every record that arrived, as something that happened in its minute. */
const arrivals = (facts: LastingFacts): Life[] =>
  facts.intake.flatMap(({ at, source, stored, duplicates, rejected }) => {
    const one = { start: time(at)!, end: time(at)!, dimensions: { source: [text(source)] }, thing: '' };
    return new Array<Life>(Number(stored) + Number(duplicates) + Number(rejected)).fill(one);
  });

export const naiveLasting: Readonly<Record<string, NaiveMetric>> = {
  online_time: { kind: 'overlap', lives: presence(false), of: online },
  paused_time: { kind: 'overlap', lives: presence(false), of: inState('paused') },
  operators_online: { kind: 'at_end', lives: presence(false), of: online },
  operators_online_average: { kind: 'average', lives: presence(false), of: online },
  operators_online_peak: { kind: 'peak', lives: presence(false), of: online },
  operators_paused: { kind: 'at_end', lives: presence(false), of: inState('paused') },
  presence_time: { kind: 'overlap', lives: presence(true) },
  occupancy: {
    kind: 'overlap', lives: presence(true), of: inState('busy', 'wrap_up'), among: inState('busy', 'wrap_up', 'available', 'online'),
  },
  utilisation: { kind: 'overlap', lives: presence(true), of: inState('busy', 'wrap_up'), among: online },
  active_dialogues: { kind: 'at_end', lives: held },
  dialogues_touched: { kind: 'touching', lives: held },
  backlog: { kind: 'at_end', lives: dialogues },
  queue_now: { kind: 'at_end', lives: waits },
  queue_peak: { kind: 'peak', lives: waits },
  longest_wait_now: { kind: 'oldest', lives: waits },
  concurrent_calls_peak: { kind: 'peak', lives: calls },
  concurrent_calls_average: { kind: 'average', lives: calls },
  cps_average: { kind: 'rate', lives: attempts },
  cps_answered_average: { kind: 'rate', lives: attempts, of: ({ thing }) => thing === 'answered' },
  records_per_minute: { kind: 'rate', lives: arrivals, per: 60 },
  cps_peak: { kind: 'second', lives: attempts },
  trunk_cps_of_limit: { kind: 'limit', lives: attempts },
}; // prettier-ignore

const inside = ({ start, end }: Life, from: number, to: number) =>
  Math.max(0, Math.min(end, to) - Math.max(start, from));
const most = (numbers: readonly number[]) => numbers.reduce((all, one) => Math.max(all, one), 0);

/** The most of them within one second of the clock, each weighing something. */
function busiestSecond(some: readonly Life[], weight: (life: Life) => number): number {
  const seconds = new Map<number, number>();
  for (const one of some) {
    const second = Math.floor(one.start / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + weight(one));
  }
  return most([...seconds.values()]);
}

/** The number of a bucket [from, end) that is over up to `to`; what is said to happen later in it counts already. */
function measure(kind: Kind, lives: readonly Life[], from: number, to: number, end: number): number | null {
  const happened = lives.filter(({ start }) => from <= start && start < end);
  const there = lives.filter(({ start, end: over }) => start < to && over >= to && over > start);
  const different = (some: readonly Life[]) => {
    const things = some.map(({ thing }, index) => thing || index);
    return new Set(things).size;
  };
  switch (kind) {
    case 'overlap':
      return lives.reduce((sum, one) => sum + inside(one, from, to), 0) / 1000;
    case 'average':
      return lives.reduce((sum, one) => sum + inside(one, from, to), 0) / (to - from);
    case 'at_end':
      return different(there);
    case 'oldest':
      return most(there.map(({ start }) => to - start)) / 1000;
    case 'touching':
      return different(lives.filter((one) => inside(one, from, to) > 0));
    case 'peak': {
      // It can only grow where something begins.
      const instants = [from, ...happened.map(({ start }) => start).filter((at) => at < to)];
      return most(instants.map((at) => lives.filter(({ start, end: over }) => start <= at && at < over).length));
    }
    case 'rate':
      return happened.length / ((to - from) / 1000);
    case 'second':
      return busiestSecond(happened, () => 1);
    case 'limit': {
      const limited = happened.filter(({ limit }) => limit !== undefined);
      if (limited.length === 0) return null;
      const trunks = [...new Set(limited.map(({ dimensions }) => dimensions['trunk']![0]))];
      return most(
        trunks.map((trunk) => {
          const own = limited.filter(({ dimensions }) => dimensions['trunk']![0] === trunk);
          return busiestSecond(own, ({ limit }) => 100 / limit!);
        }),
      );
    }
  }
}

export interface LastingQuery {
  metric: string;
  /** One dimension, or none. */
  by: string | null;
  only: { key: string; value: string } | null;
  /** Where buckets begin and the last one ends. */
  edges: readonly number[];
  now: number;
  top: number | null;
}

/** The number of each bucket of each group; null where time has not come, or where nothing can be said. */
export function evaluateLasting(facts: LastingFacts, query: LastingQuery): Map<string, (number | null)[]> {
  const { kind, lives, of = () => true, among, per = 1 } = naiveLasting[query.metric]!;
  const all = lives(facts).filter(
    ({ dimensions }) => !query.only || dimensions[query.only.key]!.includes(query.only.value),
  );
  const number = (some: readonly Life[], from: number, to: number): number | null => {
    const until = Math.min(to, query.now);
    if (until <= from) return null;
    const counted = measure(kind, some.filter(of), from, until, to);
    if (!among) return counted === null ? null : counted * per;
    const whole = measure(kind, some.filter(among), from, until, to);
    return whole ? (counted! / whole) * 100 : null;
  };
  const buckets = (some: readonly Life[]) =>
    query.edges.slice(0, -1).map((from, index) => number(some, from, query.edges[index + 1]!));
  if (query.by === null) return new Map([['', buckets(all)]]);
  const { by, only } = query;
  const groups = new Map<string, Life[]>();
  for (const one of all) {
    for (const value of one.dimensions[by]!) {
      if (only?.key === by && only.value !== value) continue;
      groups.set(value, [...(groups.get(value) ?? []), one]);
    }
  }
  if (query.top !== null) {
    const total = (some: readonly Life[]) => number(some, query.edges[0]!, query.edges.at(-1)!);
    const chosen = [...groups]
      .filter(([, some]) => takesPart(kind, some.filter(among ?? of), query))
      .map(([group, some]) => ({ group, some, value: total(some) ?? -1 }))
      .sort((a, b) => b.value - a.value || (a.group < b.group ? -1 : 1))
      .slice(0, query.top);
    const shown = new Map(chosen.map(({ group, some }) => [group, buckets(some)]));
    const rest = [...groups].filter(([group]) => !shown.has(group));
    if (rest.length > 0) shown.set('Others', buckets(rest.flatMap(([, some]) => some)));
    return shown;
  }
  return new Map([...groups].map(([group, some]) => [group, buckets(some)]));
}

/** Whether any of them matters for the range, though perhaps with nothing to show for it. */
function takesPart(kind: Kind, some: readonly Life[], { edges, now }: LastingQuery): boolean {
  const [from, to] = [edges[0]!, Math.min(edges.at(-1)!, now)];
  if (kind === 'at_end' || kind === 'oldest')
    return some.some(({ start, end }) => start < to && end >= to && end > start);
  if (kind === 'rate' || kind === 'second' || kind === 'limit')
    return some.some(({ start }) => from <= start && start < edges.at(-1)!);
  return some.some((one) => inside(one, from, to) > 0);
}
