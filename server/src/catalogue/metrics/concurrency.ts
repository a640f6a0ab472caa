import { metricsOf } from '../declare.js';
import { attemptRate, limitedAttempt } from '../facts/attempt-rate.js';
import { ongoingCall } from '../facts/ongoing-call.js';
import { openDialogue } from '../facts/open-dialogue.js';
import { queueStay } from '../facts/queue-stay.js';

export const backlogMetrics = metricsOf(openDialogue, {
  backlog: {
    name: 'Backlog',
    description:
      'Number of dialogues that are neither closed nor resolved at the end of each bucket, now in the open one, from dialogue and change records (Zammad).',
    unit: 'locale',
    decimals: 0,
    direction: 'down',
    axis: 'startedAt',
    numerator: { measure: 'open' },
  },
});

export const queueStayMetrics = metricsOf(queueStay, {
  queue_now: {
    name: 'Waiting in queues',
    description:
      'Number of entries that wait in queues at the end of each bucket, now in the open one, from queue entry records.',
    unit: 'locale',
    decimals: 0,
    direction: 'down',
    axis: 'enteredAt',
    numerator: { measure: 'waiting' },
  },
  queue_peak: {
    name: 'Most waiting in queues',
    description: 'Largest number of entries that waited in queues at once, from queue entry records.',
    unit: 'locale',
    decimals: 0,
    direction: 'down',
    axis: 'enteredAt',
    numerator: { measure: 'most' },
  },
  longest_wait_now: {
    name: 'Longest wait now',
    description:
      'Time that the longest of those who wait in queues at the end of each bucket, now in the open one, has waited by then, 0 where nobody waits, from queue entry records.',
    unit: 's',
    decimals: 1,
    direction: 'down',
    axis: 'enteredAt',
    numerator: { measure: 'longest' },
    scale: 0.001,
  },
});

export const concurrencyMetrics = metricsOf(ongoingCall, {
  concurrent_calls_peak: {
    name: 'Most concurrent calls',
    description: 'Largest number of calls in progress at once, from start to end with ringing, from call records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'peak' },
  },
  concurrent_calls_average: {
    name: 'Average concurrent calls',
    description:
      'Calls in progress at once on average over time, in erlangs, from start to end with ringing, from call records.',
    unit: 'locale',
    decimals: 2,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'time' },
    perTime: true,
  },
});

export const attemptRateMetrics = metricsOf(attemptRate, {
  cps_average: {
    name: 'Average CPS',
    description: 'Call attempts started per second on average, by start time, from call and leg records (Homer).',
    unit: 'cps',
    decimals: 3,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'attempts' },
    perTime: true,
    scale: 1000,
  },
  cps_peak: {
    name: 'Peak CPS',
    description: 'Most call attempts started within one second of the clock, by start time, from call and leg records.',
    unit: 'cps',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'peak' },
  },
  cps_answered_average: {
    name: 'Average answered CPS',
    description:
      'Call attempts that were answered, started per second on average, by start time, from call and leg records (Homer).',
    unit: 'cps',
    decimals: 3,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'answered' },
    perTime: true,
    scale: 1000,
  },
});

export const trunkLimitMetrics = metricsOf(limitedAttempt, {
  trunk_cps_of_limit: {
    name: 'Peak CPS of limit',
    description:
      'Most call attempts started within one second on one trunk in percent of its limit, the highest of trunks, unknown without a limit, from call, leg and name records.',
    unit: 'percent',
    decimals: 0,
    direction: 'down',
    axis: 'startedAt',
    numerator: { measure: 'ofLimit' },
  },
});
