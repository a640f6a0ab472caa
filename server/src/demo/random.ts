/** The four words that start a generator, from any text (cyrb128: well mixed, not cryptographic). */
function digest(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}

/** A list with at least one member. */
export type Some<T> = readonly [T, ...T[]];

/** Random numbers that depend on nothing but the keys: the same keys, the same numbers on every machine (sfc32). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(...keys: readonly (string | number)[]) {
    [this.#a, this.#b, this.#c, this.#counter] = digest(keys.join('\u0001'));
    for (let i = 0; i < 12; i++) this.next();
  }

  /** Uniform in [0, 1). */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** Uniform in [from, to). */
  between(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  /** A whole number in [from, to]. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number whose expectation is `mean`: its fraction decides about one more. */
  rounded(mean: number): number {
    return Math.floor(mean + this.next());
  }

  pick<T>(list: Some<T>): T {
    return list[Math.floor(this.next() * list.length)] ?? list[0];
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Long-tailed durations: `median`, with `sigma` of its logarithm, kept within [least, most]. */
  duration(median: number, sigma: number, least: number, most: number): number {
    return Math.min(most, Math.max(least, median * Math.exp(sigma * this.normal())));
  }
}

/** A choice among values of unequal weight. */
export class Weighted<T> {
  readonly #values: Some<T>;
  readonly #bounds: readonly number[];

  constructor(first: readonly [T, number], ...rest: readonly (readonly [T, number])[]) {
    this.#values = [first[0], ...rest.map(([value]) => value)];
    let sum = 0;
    this.#bounds = [first, ...rest].map(([, weight]) => (sum += weight));
  }

  pick(random: Random): T {
    const at = random.next() * (this.#bounds.at(-1) ?? 0);
    const index = this.#bounds.findIndex((bound) => at < bound);
    return this.#values[index] ?? this.#values[0];
  }
}
