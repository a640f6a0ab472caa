/** A statement whose rows are finer than the answer's: what it is grouped by beside the groups, and how it becomes the answer. */
export interface Finer {
  /** Joins behind all others. */
  readonly joins: readonly string[];
  /** Columns that the facts are grouped by beside the answer's. */
  readonly columns: readonly string[];
  /**
   * The statement of the answer.
   * @param inner the finer one, with the numbers of `numbers`
   * @param groups the names of the answer's columns
   */
  readonly outer: (inner: string, groups: readonly string[], numbers: readonly string[]) => string;
}

const list = (...columns: readonly string[]) => columns.join(', ');
const indent = (text: string, name: string) => `from (\n${text}\n) ${name}`;
const groupBy = (count: number) =>
  count === 0 ? '' : `\ngroup by ${Array.from({ length: count }, (_, index) => index + 1).join(', ')}`;
const partition = (columns: readonly string[]) => (columns.length > 0 ? `partition by ${list(...columns)} ` : '');

/** The highest of the rows of each group. */
function highest(inner: string, name: string, groups: readonly string[], numbers: readonly string[]): string {
  const columns = [...groups, ...numbers.map((number) => `max(${number})::float8 as ${number}`)];
  return `select ${list(...columns)}\n${indent(inner, name)}${groupBy(groups.length)}`;
}

/**
 * Counts second by second.
 * @param instant when facts count
 * @param each what the seconds of are told apart
 */
export function perSecond(instant: string, each: string | undefined): Finer {
  return {
    joins: [],
    columns: [`date_bin('1 second', ${instant}, 'epoch') as second`, ...(each ? [`${each} as each`] : [])],
    outer: (inner, groups, numbers) => highest(inner, 'seconds', groups, numbers),
  };
}

/** Each part adds one where it begins and takes it away where it ends; both at one instant are nothing. */
const STEPS = 'cross join lateral (values (part.since, 1), (part.until, -1)) as step(at, by)';

/**
 * Adds up what begins less what ends.
 * @param who where not facts are counted but different ones of these, however many facts each has at once
 */
export function sweep(who: string | undefined): Finer {
  return {
    joins: [STEPS],
    columns: [...(who ? [`${who} as who`] : []), 'step.at as at'],
    outer: (inner, groups, numbers) => {
      const steps = who ? turns(inner, groups, numbers) : inner;
      const window = `(${partition(groups)}order by at)`;
      const levels = numbers.map((number) => `sum(${number}) over ${window} as ${number}`);
      return highest(`select ${list(...groups, ...levels)}\n${indent(steps, 'steps')}`, 'levels', groups, numbers);
    },
  };
}

/** One where somebody's first fact begins, minus one where the last of them ends. */
function turns(inner: string, groups: readonly string[], numbers: readonly string[]): string {
  const window = `(${partition([...groups, 'who'])}order by at)`;
  const there = (number: string) => `(${number} > 0)::int4`;
  const levels = numbers.map((number) => `sum(${number}) over ${window} as ${number}`);
  const changes = numbers.map(
    (number) => `${there(number)} - ${there(`coalesce(lag(${number}) over ${window}, 0)`)} as ${number}`,
  );
  const sums = numbers.map((number) => `sum(${number}) as ${number}`);
  const running = `select ${list(...groups, 'who', 'at', ...levels)}\n${indent(inner, 'steps')}`;
  const turned = `select ${list(...groups, 'at', ...changes)}\n${indent(running, 'running')}`;
  return `select ${list(...groups, 'at', ...sums)}\n${indent(turned, 'turns')}${groupBy(groups.length + 1)}`;
}
