import type { MetricId } from '../../../src/catalogue/metrics.js';
import type { FactRow } from '../rows.js';

/** What a metric is to say of hand-written facts. */
export interface MetricCase {
  id: MetricId;
  /** The statement for one number over the whole range, as somebody has read it. */
  sql: string;
  /** The two instants that follow the tenant; the range of the question where missing. */
  range?: readonly string[];
  /** Its values after tenant, from and to. */
  values?: readonly unknown[];
  /** Facts by kind. */
  facts: Readonly<Record<string, readonly FactRow[]>>;
  /** Worked out by hand. */
  expected: number | null;
}

/** In the range of the question, 1 to 7 November 2026 in Moscow. */
export const at = (time: string): string => `2026-11-03T${time}Z`;
export const before = '2026-10-31T20:59:59.999Z';
export const after = '2026-11-07T21:00:00.000Z';

/** The condition that every statement begins with. */
export const within = 'where f.tenant = $1\n  and f.at >= $2\n  and f.at < $3';

export const USD = (amount: string): FactRow => ({ cost_amount: amount, cost_currency: 'USD' });
