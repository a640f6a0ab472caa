import { metricsOf } from '../declare.js';
import { reply } from '../facts/reply.js';
import { resolution } from '../facts/resolution.js';
import { touch } from '../facts/touch.js';

export const replyMetrics = metricsOf(reply, {
  operator_replies: {
    name: 'Replies of operators',
    description:
      'Number of answers of operators to turns of customers, by reply time, from message records; further messages before the customer writes again are no answers.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'repliedAt',
    numerator: { measure: 'replies' },
  },
  next_response_time: {
    name: 'Next response time',
    description:
      'Time from the first customer message that no operator had answered to the next message of an operator, each turn of the customer, at the percentile, by reply time (Chatwoot, Intercom).',
    unit: 's',
    decimals: 1,
    direction: 'down',
    axis: 'repliedAt',
    numerator: { measure: 'waits' },
    scale: 0.001,
  },
  average_next_response_time: {
    name: 'Average next response time',
    description:
      'Time from the first customer message that no operator had answered to the next message of an operator, per turn of the customer, by reply time (Chatwoot, Intercom).',
    unit: 's',
    decimals: 1,
    direction: 'down',
    axis: 'repliedAt',
    numerator: { measure: 'wait' },
    denominator: { measure: 'replies' },
    scale: 0.001,
  },
});

export const resolutionMetrics = metricsOf(resolution, {
  resolutions: {
    name: 'Resolutions',
    description:
      'Number of episodes of dialogues that were resolved, else of dialogues that were closed, by resolution time, from changes of state and dialogue records.',
    unit: 'locale',
    decimals: 0,
    direction: 'up',
    axis: 'resolvedAt',
    numerator: { measure: 'resolutions' },
  },
  resolution_time: {
    name: 'Resolution time',
    description:
      'Time from opening to resolution of each episode of a dialogue, else from start to close, at the percentile, by resolution time (Zendesk, by episode).',
    unit: 's',
    decimals: 1,
    direction: 'down',
    axis: 'resolvedAt',
    numerator: { measure: 'times' },
    scale: 0.001,
  },
  average_resolution_time: {
    name: 'Average resolution time',
    description:
      'Time from opening to resolution per episode of a dialogue, else from start to close, by resolution time (Zendesk, by episode).',
    unit: 's',
    decimals: 1,
    direction: 'down',
    axis: 'resolvedAt',
    numerator: { measure: 'time' },
    denominator: { measure: 'timed' },
    scale: 0.001,
  },
});

export const touchMetrics = metricsOf(touch, {
  dialogues_active_operators: {
    name: 'Dialogues operators were active in',
    description:
      'Number of different dialogues in which an operator wrote or which an operator accepted, by the time of that, from message and assignment records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'actedAt',
    numerator: { measure: 'dialogues' },
  },
});
