import { brokenAt } from '../thresholds.js';
import { type AlertRule, duration, group, value } from './rule.js';

/** An hour of a queue with fewer entries says nothing: of 50, chance makes 15 % of a usual 6 % once in a hundred times. */
const ENTRIES = 50;
/** A usual 80 % comes down to 70 % of 50 entries far more often; of 100 as rarely. */
const SETTLED = 100;

const queueWait: AlertRule = {
  name: 'queue-wait',
  title: 'Callers wait too long',
  pace: 'now',
  severity: 'critical',
  watches: {
    metric: 'longest_wait_now',
    groupBy: ['queue'],
    // Calls alone: who writes into a chat goes on with other things meanwhile, and is not lost after five minutes.
    filters: [{ key: 'direction', operator: '!=', values: [''] }],
    minutes: 30,
  },
  limit: brokenAt('longest_wait_now'),
  for: 2,
  // Nobody waits in a queue that has no row: all is well.
  noData: 'OK',
  // A service that does not answer is told of once, by the rule for silent data.
  error: 'KeepLast',
  panel: ['switchboard-queues', 'Longest wait now'],
  summary: `Somebody has waited for ${duration} in the queue ${group('queue')}`,
  description: `The longest of those who wait in the queue ${group('queue')} right now has waited for ${duration}. Calls are given up after a few minutes.`,
};

const noOperator: AlertRule = {
  name: 'no-operator-online',
  title: 'No operator online',
  pace: 'now',
  severity: 'critical',
  watches: { metric: 'operators_online', minutes: 30 },
  limit: brokenAt('operators_online'),
  for: 2,
  // A count is 0 where nobody is online; no number at all means that the question itself went wrong.
  noData: 'NoData',
  error: 'KeepLast',
  panel: ['switchboard-queues', 'Operators online'],
  summary: 'No operator is online',
  description: `${value()} operators are online or paused. Whoever asks for a person waits in vain.`,
};

const abandonRate: AlertRule = {
  name: 'abandon-rate',
  title: 'Too many give up waiting',
  pace: 'rates',
  severity: 'warning',
  watches: { metric: 'abandon_rate', groupBy: ['queue'], minutes: 60, minDenominator: ENTRIES },
  limit: brokenAt('abandon_rate'),
  for: 4,
  // Fewer entries than can be judged, as at night.
  noData: 'OK',
  error: 'KeepLast',
  panel: ['switchboard-queues', 'Abandon rate'],
  summary: `${value()} % give up waiting in the queue ${group('queue')}`,
  description: `Of those who entered the queue ${group('queue')} within the last hour, ${value(1)} % left before an answer. Who left within seconds counts in neither number.`,
};

const serviceLevel: AlertRule = {
  name: 'service-level',
  title: 'Service level missed',
  pace: 'rates',
  severity: 'warning',
  watches: { metric: 'service_level', groupBy: ['queue'], minutes: 60, minDenominator: SETTLED },
  limit: brokenAt('service_level'),
  for: 4,
  noData: 'OK',
  error: 'KeepLast',
  panel: ['switchboard-queues', 'Service level by queue'],
  summary: `Only ${value()} % are answered in time in the queue ${group('queue')}`,
  description: `Of those who entered the queue ${group('queue')} within the last hour and were answered or gave up, ${value(1)} % were answered within the time that the tenant's settings promise.`,
};

export const queueRules = [queueWait, noOperator, abandonRate, serviceLevel];
