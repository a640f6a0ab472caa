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
export const sweep: Finer = {
  joins: ['cross join lateral (values (part.since, 1), (part.until, -1)) as step(at, by)'],
  columns: ['step.at as at'],
  outer: (inner, groups, numbers) => {
    const window = `(${groups.length > 0 ? `partition by ${list(...groups)} ` : ''}order by at)`;
    const levels = numbers.map((number) => `sum(${number}) over ${window} as ${number}`);
    return highest(`select ${list(...groups, ...levels)}\n${indent(inner, 'steps')}`, 'levels', groups, numbers);
  },
};
