import { jest } from '@jest/globals';
import { worldRecords } from '../../src/demo/names.js';
import { fedUntil, type Rehearsal } from '../../src/demo/rehearsals.js';
import { recordsBetween } from '../../src/demo/timeline.js';
import { demoZone } from '../../src/demo/world.js';
import type { TestApp, TestTenant } from '../app.js';
import type { Outcome } from './alert-state.js';
import type { Rule } from './provisioned.js';

const minuteMs = 60_000;
const batch = 5000;

interface Result {
  status: number;
  error?: string;
  frames: { schema: { fields: { type: string; labels?: Record<string, string> }[] }; data: { values: unknown[][] } }[];
}

/** The simulator's centre in simulated time: what it lives through reaches the real service, which is asked as rules ask. */
export class Centre {
  #now: number;
  #fed: number;

  /** @param begin the first moment; the centre's life begins twelve hours before */
  constructor(
    private readonly app: TestApp,
    private readonly tenant: TestTenant,
    private readonly seed: string,
    begin: number,
    private readonly rehearsals: readonly Rehearsal[] = [],
  ) {
    this.#now = begin;
    this.#fed = begin - 12 * 60 * minuteMs;
    jest.spyOn(Date, 'now').mockImplementation(() => this.#now);
  }

  get now(): number {
    return this.#now;
  }

  async begin(): Promise<void> {
    await this.#send(worldRecords(this.seed));
    await this.moveTo(this.#now);
  }

  /** Lets time pass: what has become known until then arrives. */
  async moveTo(moment: number): Promise<void> {
    this.#now = moment;
    const until = fedUntil(this.rehearsals, moment);
    if (until <= this.#fed) return;
    await this.#send(recordsBetween(this.seed, new Date(this.#fed), new Date(until), demoZone, this.rehearsals));
    this.#fed = until;
  }

  /** What the queries of rules answer now, all in one request; by the rules' uids. */
  async ask(rules: readonly Rule[]): Promise<ReadonlyMap<string, Outcome>> {
    const range = { from: this.#now - minuteMs, to: this.#now };
    const queries = rules.map((rule) => questionOf(rule, this.#now));
    const { status, body } = await this.app.call('POST', '/api/v1/query', this.tenant.readKey, { ...range, queries });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return new Map(rules.map(({ uid }) => [uid, outcomeOf(body.results[uid] as Result)]));
  }

  async #send(records: readonly object[]): Promise<void> {
    for (let i = 0; i < records.length; i += batch) {
      const body = { records: records.slice(i, i + batch) };
      const answer = await this.app.call('POST', '/api/v1/records', this.tenant.ingestKey, body);
      if (answer.status !== 200 || answer.body.rejected.length > 0) throw new Error(JSON.stringify(answer.body));
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
