import { metricsOf } from '../declare.js';
import { attempt } from '../facts/attempt.js';
import { call } from '../facts/call.js';

export const callMetrics = metricsOf(call, {
  calls: {
    name: 'Calls',
    description: 'Number of calls, by start time, from call records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'calls' },
  },
  calls_answered: {
    name: 'Answered calls',
    description: 'Number of calls that a person or a bot answered, by start time, from call records.',
    unit: 'locale',
    decimals: 0,
    direction: 'up',
    axis: 'startedAt',
    numerator: { measure: 'answered' },
  },
  average_handling_time: {
    name: 'Average handling time',
    description:
      'Talk, hold and wrap-up time per call that a person handled, by start time, from call records; calls that only a bot handled are apart.',
    unit: 's',
    decimals: 0,
    direction: 'down',
    axis: 'startedAt',
    numerator: { measure: 'handling' },
    denominator: { measure: 'handled' },
    scale: 0.001,
  },
  average_bot_handling_time: {
    name: 'Average bot handling time',
    description: 'Time from answer to end per answered call that only a bot handled, by start time, from call records.',
    unit: 's',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'botTime' },
    denominator: { measure: 'botCalls' },
    scale: 0.001,
  },
  average_call_duration: {
    name: 'Average call duration',
    description: 'Time from answer to end per answered call of known length, by start time, from call records.',
    unit: 's',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'duration' },
    denominator: { measure: 'durations' },
    scale: 0.001,
  },
  unique_customers_called: {
    name: 'Unique numbers attempted',
    description:
      'Number of different customers that calls were made to or came from, by start time, from call records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'customers' },
  },
  unique_customers_reached: {
    name: 'Unique numbers reached',
    description: 'Number of different customers with an answered call, by start time, from call records.',
    unit: 'locale',
    decimals: 0,
    direction: 'up',
    axis: 'startedAt',
    numerator: { measure: 'customersReached' },
  },
  call_cost: {
    name: 'Call cost',
    description: 'Sum of what calls cost, in each currency, by start time, from call records.',
    unit: 'currency',
    decimals: 2,
    direction: 'down',
    axis: 'startedAt',
    numerator: { measure: 'cost' },
  },
});

export const attemptMetrics = metricsOf(attempt, {
  call_attempts: {
    name: 'Call attempts',
    description: 'Number of call legs, and of calls without legs, by start time, from call and leg records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'attempts' },
  },
  asr: {
    name: 'Answer-seizure ratio',
    description: 'Share of call attempts that were answered, by start time, from call and leg records.',
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    axis: 'startedAt',
    numerator: { measure: 'answered' },
    denominator: { measure: 'attempts' },
    scale: 100,
  },
});
