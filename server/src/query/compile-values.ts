/** The values of a statement: each is written as its placeholder, so that nothing asked becomes SQL text. */
export class Values {
  readonly list: unknown[];

  /** @param before values of a statement that this one continues */
  constructor(before: readonly unknown[] = []) {
    this.list = [...before];
  }

  /** The placeholder of the value, as `$n` or `$n::type`. */
  add(value: unknown, type?: string): string {
    this.list.push(value);
    return `$${this.list.length}${type === undefined ? '' : `::${type}`}`;
  }

  instant(at: number): string {
    return this.add(new Date(at).toISOString());
  }

  instants(all: readonly number[]): string {
    return this.add(
      all.map((at) => new Date(at).toISOString()),
      'timestamptz[]',
    );
  }
}
