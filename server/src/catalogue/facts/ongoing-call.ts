import { column, fact } from '../declare.js';
import { call } from './call.js';
import { longer } from './lasting.js';

/** What is known of the end: its time, else what was spoken; a call that failed is over even without either, an answered one goes on. */
const end = (c: string) =>
  `coalesce(${c}.eff_ended_at, coalesce(${c}.eff_answered_at, ${c}.at) + ${c}.duration_ms * interval '1 millisecond', case when ${c}.eff_answered_at is null and ${c}.eff_status <> 'open' then ${c}.at end)`;

/** Calls while they occupy a line: from their start, ringing included, to their end. */
export const ongoingCall = fact({
  ...call,
  noun: 'calls in progress',
  span: { end, long: longer('at', column('eff_ended_at')) },
  measures: {
    peak: { aggregate: 'peak' },
    time: { aggregate: 'overlap' },
  },
});
