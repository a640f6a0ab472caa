import { jest } from '@jest/globals';
import { worldRecords } from '../../src/demo/names.js';
import { fedUntil, type Rehearsal } from '../../src/demo/rehearsals.js';
import { recordsBetween } from '../../src/demo/timeline.js';
import { demoZone } from '../../src/demo/world.js';
import type { TestApp, TestTenant } from '../app.js';
import { AlertState, type Outcome } from './alert-state.js';
import { groups, minutesOf, type Rule } from './provisioned.js';

const minuteMs = 60_000;
const batch = 5000;

interface Result {
  status: number;
  error?: string;
  frames: { schema: { fields: { type: string; labels?: Record<string, string> }[] }; data: { values: unknown[][] } }[];
}

/** An alert that began or ended. */
export interface Change {
  readonly rule: string;
  readonly at: number;
  readonly firing: readonly string[];
}

/** The rules of Grafana over the real service, while the simulator's centre lives through simulated time. */
export class Replay {
  readonly changes: Change[] = [];
  readonly #states: { every: number; state: AlertState }[];
  #clock: number;
  #fed: number;

  /** @param begin a whole minute; the centre's life begins twelve hours before */
  constructor(
    private readonly app: TestApp,
    private readonly tenant: TestTenant,
    private readonly seed: string,
    begin: number,
    private readonly rehearsals: readonly Rehearsal[] = [],
  ) {
    this.#clock = begin;
    this.#fed = begin - 12 * 60 * minuteMs;
    this.#states = groups.flatMap(({ interval, rules }) =>
      rules.map((rule) => ({ every: minutesOf(interval) * minuteMs, state: new AlertState(rule) })),
    );
    jest.spyOn(Date, 'now').mockImplementation(() => this.#clock);
  }

  async begin(): Promise<void> {
    await this.#send(worldRecords(this.seed));
    await this.#feed();
  }

  /** Lets time pass, and looks at each rule whenever it is due. */
  async until(end: number): Promise<void> {
    while (this.#clock < end) {
      this.#clock += minuteMs;
      await this.#feed();
      await this.#evaluate(this.#states.filter(({ every }) => this.#clock % every === 0).map(({ state }) => state));
    }
  }

  /** Lets time pass while nobody looks. */
  async skip(end: number): Promise<void> {
    this.#clock = end;
    await this.#feed();
  }

  /** The first moment from `from` on at which a rule fires, and the first one after it at which it does not. */
  alertOf(rule: string, from: number): { begin: number | undefined; end: number | undefined } {
    const own = this.changes.filter((change) => change.rule === rule && change.at >= from);
    const index = own.findIndex(({ firing }) => firing.length > 0);
    const begin = own[index];
    return { begin: begin?.at, end: begin && own.slice(index).find(({ firing }) => firing.length === 0)?.at };
  }

  async #feed(): Promise<void> {
    const until = fedUntil(this.rehearsals, this.#clock);
    if (until <= this.#fed) return;
    await this.#send(recordsBetween(this.seed, new Date(this.#fed), new Date(until), demoZone, this.rehearsals));
    this.#fed = until;
  }

  async #send(records: readonly object[]): Promise<void> {
    for (let i = 0; i < records.length; i += batch) {
      const body = { records: records.slice(i, i + batch) };
      const answer = await this.app.call('POST', '/api/v1/records', this.tenant.ingestKey, body);
      if (answer.status !== 200 || answer.body.rejected.length > 0) throw new Error(JSON.stringify(answer.body));
    }
  }

  async #evaluate(due: readonly AlertState[]): Promise<void> {
    if (due.length === 0) return;
    const at = this.#clock;
    const range = { from: at - minuteMs, to: at };
    const queries = due.map(({ rule }) => questionOf(rule, at));
    const { status, body } = await this.app.call('POST', '/api/v1/query', this.tenant.readKey, { ...range, queries });
    if (status !== 200) throw new Error(JSON.stringify(body));
    for (const state of due) {
      const before = state.firing.join();
      state.evaluate(at, outcomeOf(body.results[state.rule.uid] as Result));
      const { firing } = state;
      if (firing.join() !== before) this.changes.push({ rule: state.rule.uid.replace('switchboard-', ''), at, firing });
    }
  }
}

/** The query of a rule as the plugin sends it on: its own range, without what is Grafana's. */
function questionOf({ uid, data }: Rule, at: number): object {
  const { relativeTimeRange, model } = data.find(({ refId }) => refId === 'A')!;
  const own = Object.entries(model).filter(([name]) => name !== 'datasource' && name !== 'intervalMs');
  const { from, to } = relativeTimeRange;
  return { ...Object.fromEntries(own), refId: uid, from: at - from * 1000, to: at - to * 1000, fromAlert: true };
}

function outcomeOf({ status, error, frames }: Result): Outcome {
  if (status !== 200) return { error: error ?? String(status) };
  const numbers = frames.flatMap(({ schema, data }) =>
    schema.fields.map(({ labels }, index): [string, number] => {
      const value = data.values[index]?.[0];
      if (typeof value !== 'number') throw new Error('An alert got something else than a number.');
      return [Object.values(labels ?? { all: 'all' }).join(), value];
    }),
  );
  return new Map(numbers);
}
