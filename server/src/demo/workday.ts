import { Agenda } from './agenda.js';
import { volumeOf } from './calendar.js';
import { Desk } from './desk.js';
import { outageOf, within } from './outages.js';
import { Random } from './random.js';
import type { RecordInput } from './record.js';
import { shiftsOf } from './shifts.js';
import { dayBounds, type Bounds } from './zone.js';

/** One day while it is being simulated: who works, what is still to happen, what has been recorded. */
export class Workday {
  readonly bounds: Bounds;
  /** How busy the day is, around 1 at full size. */
  readonly volume: number;
  readonly desk: Desk;
  readonly agenda = new Agenda();
  readonly records: RecordInput[] = [];
  readonly #counts = new Map<string, number>();
  readonly #outages = new Map<string, Bounds | null>();
  readonly #stamp: string;

  constructor(
    readonly seed: string,
    readonly date: string,
    scale: number,
    zone: string,
  ) {
    this.bounds = dayBounds(date, zone);
    this.volume = scale * volumeOf(seed, date);
    this.desk = new Desk(shiftsOf(seed, date, this.bounds));
    this.#stamp = date.replaceAll('-', '').slice(2);
  }

  /** Random numbers for one purpose, so that one part of the simulation does not shift another's. */
  random(purpose: string): Random {
    return new Random(this.seed, this.date, purpose);
  }

  /** The next id of a kind: it names the day, so that days never clash. */
  id(prefix: string): string {
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, count);
    return `${prefix}${this.#stamp}-${String(count).padStart(4, '0')}`;
  }

  /** Adds a record; callers may complete it while the day goes on. */
  record<T extends RecordInput>(record: T): T {
    this.records.push(record);
    return record;
  }

  /** Whether a carrier or provider is in trouble at that moment. */
  isDown(who: string, at: number): boolean {
    let outage = this.#outages.get(who);
    if (outage === undefined) {
      outage = outageOf(this.seed, who, this.date, this.bounds);
      this.#outages.set(who, outage);
    }
    return within(outage, at);
  }
}
