import { minutesOf, type Rule } from './provisioned.js';

/** What a query answered: a number for each group; nothing where there is no data; the error where it failed. */
export type Outcome = ReadonlyMap<string, number> | { readonly error: string };

interface Instance {
  /** Since when the condition holds, epoch milliseconds. */
  since: number;
  firing: boolean;
  /** Evaluations in a row without a number. */
  missing: number;
}

const minuteMs = 60_000;
const NO_DATA = 'no data';

/** After so many evaluations without it an alert's group counts as gone. */
const missesToResolve = 2;

/** The states of one rule's alerts, as Grafana's documentation tells of them. */
export class AlertState {
  readonly #instances = new Map<string, Instance>();
  readonly #holds: (value: number) => boolean;

  constructor(readonly rule: Rule) {
    this.#holds = conditionOf(rule);
  }

  /** Which groups fire. */
  get firing(): string[] {
    return [...this.#instances].filter(([, { firing }]) => firing).map(([group]) => group);
  }

  evaluate(at: number, outcome: Outcome): void {
    if ('error' in outcome) {
      if (this.rule.execErrState !== 'KeepLast') this.#judge(at, outcome.error, true);
      return;
    }
    for (const [group, value] of outcome) this.#judge(at, group, this.#holds(value));
    const noData = outcome.size === 0 && this.rule.noDataState !== 'OK';
    if (noData) this.#judge(at, NO_DATA, true);
    for (const [group, instance] of this.#instances) {
      if (outcome.has(group) || (noData && group === NO_DATA)) continue;
      instance.missing += 1;
      if (instance.missing >= missesToResolve) this.#instances.delete(group);
    }
  }

  #judge(at: number, group: string, holds: boolean): void {
    if (!holds) {
      this.#instances.delete(group);
      return;
    }
    const instance = this.#instances.get(group) ?? { since: at, firing: false, missing: 0 };
    instance.missing = 0;
    instance.firing ||= at - instance.since >= minutesOf(this.rule.for) * minuteMs;
    this.#instances.set(group, instance);
  }
}

/** The condition of a rule: a threshold on the query's own numbers. */
export function conditionOf({ condition, data }: Rule): (value: number) => boolean {
  const model = data.find(({ refId }) => refId === condition)?.model;
  const evaluator = model?.conditions?.[0]?.evaluator;
  const limit = evaluator?.params[0];
  if (model?.type !== 'threshold' || model.expression !== 'A' || limit === undefined) {
    throw new Error('The condition is no threshold on A.');
  }
  if (evaluator?.type === 'gt') return (value) => value > limit;
  if (evaluator?.type === 'lt') return (value) => value < limit;
  throw new Error(`There is no rule for ${evaluator?.type}.`);
}
