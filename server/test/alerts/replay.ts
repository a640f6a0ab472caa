import type { Rehearsal } from '../../src/demo/rehearsals.js';
import type { TestApp, TestTenant } from '../app.js';
import { AlertState } from './alert-state.js';
import { Centre } from './centre.js';
import { groups, minutesOf } from './provisioned.js';

const minuteMs = 60_000;

/** An alert that began or ended. */
export interface Change {
  readonly rule: string;
  readonly at: number;
  readonly firing: readonly string[];
}

/** The rules of Grafana over the real service, while the simulator's centre lives through simulated time. */
export class Replay {
  readonly changes: Change[] = [];
  readonly #centre: Centre;
  readonly #states: { every: number; state: AlertState }[];

  /** @param begin a whole minute; the centre's life begins twelve hours before */
  constructor(app: TestApp, tenant: TestTenant, seed: string, begin: number, rehearsals: readonly Rehearsal[] = []) {
    this.#centre = new Centre(app, tenant, seed, begin, rehearsals);
    this.#states = groups.flatMap(({ interval, rules }) =>
      rules.map((rule) => ({ every: minutesOf(interval) * minuteMs, state: new AlertState(rule) })),
    );
  }

  begin(): Promise<void> {
    return this.#centre.begin();
  }

  /** Lets time pass, and looks at each rule whenever it is due. */
  async until(end: number): Promise<void> {
    while (this.#centre.now < end) {
      const at = this.#centre.now + minuteMs;
      await this.#centre.moveTo(at);
      await this.#evaluate(this.#states.filter(({ every }) => at % every === 0).map(({ state }) => state));
    }
  }

  /** Lets time pass while nobody looks. */
  async skip(end: number): Promise<void> {
    await this.#centre.moveTo(end);
  }

  /** The first moment from `from` on at which a rule fires, and the first one after it at which it does not. */
  alertOf(rule: string, from: number): { begin: number | undefined; end: number | undefined } {
    const own = this.changes.filter((change) => change.rule === rule && change.at >= from);
    const index = own.findIndex(({ firing }) => firing.length > 0);
    const begin = own[index];
    return { begin: begin?.at, end: begin && own.slice(index).find(({ firing }) => firing.length === 0)?.at };
  }

  async #evaluate(due: readonly AlertState[]): Promise<void> {
    if (due.length === 0) return;
    const at = this.#centre.now;
    const outcomes = await this.#centre.ask(due.map(({ rule }) => rule));
    for (const state of due) {
      const before = state.firing.join();
      state.evaluate(at, outcomes.get(state.rule.uid)!);
      const { firing } = state;
      if (firing.join() !== before) this.changes.push({ rule: state.rule.uid.replace('switchboard-', ''), at, firing });
    }
  }
}
