import { metricsOf } from '../declare.js';
import { dialogue } from '../facts/dialogue.js';

export const dialogueMetrics = metricsOf(dialogue, {
  dialogues: {
    name: 'Dialogues',
    description: 'Number of dialogues, by start time, from dialogue records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'dialogues' },
  },
  dialogues_closed: {
    name: 'Closed dialogues',
    description: 'Number of dialogues, by closing time, from dialogue records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'closedAt',
    numerator: { measure: 'dialogues' },
  },
  dialogues_bot: {
    name: 'Dialogues handled by the robot',
    description:
      'Number of dialogues in which a bot wrote and no operator did, by start time, from dialogues and messages.',
    unit: 'locale',
    decimals: 0,
    direction: 'up',
    axis: 'startedAt',
    numerator: { measure: 'dialogues', only: { outcome: ['bot_only'] } },
  },
  dialogues_bot_percent: {
    name: 'Share handled by the robot',
    description:
      'Share of dialogues in which a bot wrote and no operator did, by start time, from dialogues and messages.',
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    axis: 'startedAt',
    numerator: { measure: 'dialogues', only: { outcome: ['bot_only'] } },
    denominator: { measure: 'dialogues' },
    scale: 100,
  },
  dialogues_operator: {
    name: 'Dialogues handled by an operator',
    description: 'Number of dialogues in which an operator wrote, by start time, from dialogues and messages.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'dialogues', only: { outcome: ['operator'] } },
  },
  dialogues_operator_percent: {
    name: 'Share handled by an operator',
    description: 'Share of dialogues in which an operator wrote, by start time, from dialogues and messages.',
    unit: 'percent',
    decimals: 1,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'dialogues', only: { outcome: ['operator'] } },
    denominator: { measure: 'dialogues' },
    scale: 100,
  },
  dialogues_unhandled: {
    name: 'Unhandled dialogues',
    description:
      'Number of dialogues in which neither a bot nor an operator wrote, by start time, from dialogues and messages.',
    unit: 'locale',
    decimals: 0,
    direction: 'down',
    axis: 'startedAt',
    numerator: { measure: 'dialogues', only: { outcome: ['unhandled'] } },
  },
  handoff: {
    name: 'Handed over to operators',
    description:
      'Number of dialogues in which a bot wrote and then an operator, by start time, from dialogues and messages.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'handoffs' },
  },
  average_first_response_time: {
    name: 'Average first response time',
    description:
      'Time from the first customer message, or the last handing over or reopening, to the first answer of an operator, per answered dialogue, by start time.',
    unit: 's',
    decimals: 0,
    direction: 'down',
    axis: 'startedAt',
    numerator: { measure: 'responseTime' },
    denominator: { measure: 'responses' },
    scale: 0.001,
  },
});
