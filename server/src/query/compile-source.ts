import type { Column, Fact, ParentName } from '../catalogue/declare.js';
import { isDimension, isTimeDimension } from '../catalogue/dimensions.js';
import type { Values } from './compile-values.js';
import type { Range } from './range.js';
import { stretchesBetween } from './zone.js';

/** The fact's alias in every statement. */
export const SELF = 'f';

const PARENTS: Readonly<Record<ParentName, { table: string; alias: string }>> = {
  dialogue: { table: 'fact.dialogue', alias: 'd' },
  call: { table: 'fact.call', alias: 'c' },
};

/** A dimension in SQL: one text, or an array of them. */
export interface DimensionSql {
  readonly sql: string;
  readonly many: boolean;
}

/** The facts that a statement reads: the fact's table, and what it inherits from, joined as soon as something asks for it. */
export class Source {
  private readonly joined = new Map<ParentName, string>();
  private readonly known = new Map<string, DimensionSql>();
  private readonly spread: string[] = [];
  private table: string;

  constructor(
    private readonly fact: Fact,
    private readonly axis: string | null,
    private readonly values: Values,
    private readonly range: Range,
    private readonly zone: string,
  ) {
    this.table = fact.from;
  }

  /** The instant that the facts count at; none for states of this moment. */
  get instant(): string | undefined {
    return this.axis === null ? undefined : this.fact.axes[this.axis]?.(SELF);
  }

  /** Where facts that last begin. */
  get start(): string {
    const { instant } = this;
    if (instant === undefined) throw new Error(`${this.fact.noun} have no time that they last from.`);
    return instant;
  }

  /** An expression over the facts themselves. */
  column(read: Column): string {
    return read(SELF);
  }

  /** Reads only what lasts between the two instants, where the fact's table can be told. */
  readWithin(since: string, until: string): void {
    this.table = this.fact.span?.within?.(since, until) ?? this.table;
  }

  /** `from …` with every join asked for so far. */
  get from(): string {
    return [`from ${this.table} ${SELF}`, ...this.joined.values(), ...this.spread].join('\n');
  }

  /** An expression over what the fact refers to. */
  parent(name: ParentName, read: Column): string {
    const { table, alias } = PARENTS[name];
    if (!this.joined.has(name)) {
      const key = this.fact.parents[name]?.(SELF);
      this.joined.set(name, `left join ${table} ${alias} on ${alias}.tenant = ${SELF}.tenant and ${alias}.k = ${key}`);
    }
    return read(alias);
  }

  /** What the fact, else what it refers to, says of the dimension: null or an empty array where nothing does. */
  dimension(key: string): DimensionSql {
    let found = this.known.get(key);
    if (!found) {
      found = isTimeDimension(key) ? this.timePart(key) : this.spoken(key);
      this.known.set(key, found);
    }
    return found;
  }

  private spoken(key: string): DimensionSql {
    const declared = isDimension(key) ? this.fact.dimensions[key] : undefined;
    if (!declared)
      return { sql: `${SELF}.labels ->> ${this.values.add(key.replace('labels.', ''), 'text')}`, many: false };
    const many = declared.many ?? false;
    const inherited = Object.keys(this.fact.parents).flatMap((name) => {
      const read = declared.inherited?.[name];
      return read ? [this.parent(name as ParentName, read)] : [];
    });
    const all = [...(declared.own ? [declared.own(SELF)] : []), ...inherited];
    // An empty array says as little as null.
    const told = many ? all.map((sql) => `nullif(${sql}, '{}')`) : all;
    return { sql: told.length === 1 ? (all[0] ?? '') : `coalesce(${told.join(', ')})`, many };
  }

  /** The dimension's text in each row; a fact with many values has a row for each. Unknown is the empty text. */
  group(key: string): string {
    return this.spreadOut(this.dimension(key));
  }

  /** As `group`, of what the fact says itself. */
  ownValue(key: string): string {
    const declared = isDimension(key) ? this.fact.dimensions[key] : undefined;
    if (!declared?.own) throw new Error(`${this.fact.noun} do not say ${key}.`);
    return this.spreadOut({ sql: declared.own(SELF), many: declared.many ?? false });
  }

  private spreadOut({ sql, many }: DimensionSql): string {
    if (!many) return `coalesce(${sql}, '')`;
    const alias = `g${this.spread.length + 1}`;
    this.spread.push(
      `cross join lateral unnest(case when cardinality(${sql}) > 0 then ${sql} else array[''] end) as ${alias}(value)`,
    );
    return `${alias}.value`;
  }

  /** Hours and weekdays of the wall clock: the offsets that hold in the range are looked up, no zone is asked per row. */
  private timePart(key: 'hour_of_day' | 'day_of_week'): DimensionSql {
    const stretches = stretchesBetween(this.zone, this.range.from, this.range.to);
    const seconds = this.values.add(
      stretches.map(({ offset }) => offset / 1000),
      'int4[]',
    );
    const starts = this.values.instants(stretches.map(({ start }) => Math.max(start, this.range.from)));
    const local = `date_part('epoch', ${this.instant}) + (${seconds})[width_bucket(${this.instant}, ${starts})]`;
    const part =
      key === 'hour_of_day'
        ? `mod(floor((${local}) / 3600)::int8, 24) + 24, 24`
        : `mod(floor((${local}) / 86400)::int8 + 3, 7) + 7, 7`;
    const number = `mod(${part})${key === 'day_of_week' ? ' + 1' : ''}`;
    return { sql: `(${number})::text`, many: false };
  }
}
