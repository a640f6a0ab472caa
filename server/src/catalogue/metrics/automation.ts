import { metricsOf } from '../declare.js';
import { dialogue } from '../facts/dialogue.js';

/** How much bots do alone, and how often what was settled comes back. */
export const automationMetrics = metricsOf(dialogue, {
  handoff_rate: {
    name: 'Handoff rate',
    description:
      'Share of the dialogues in which a bot wrote that an operator wrote in after it, by start time, from dialogues and messages (Chatwoot Captain).',
    unit: 'percent',
    decimals: 1,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'handoffs' },
    denominator: { measure: 'withBot' },
    scale: 100,
  },
  containment_rate: {
    name: 'Containment rate',
    description:
      'Share of the dialogues in which a bot wrote that no operator wrote in and that were neither offered nor handed over to operators, by start time (Dialogflow CX).',
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    axis: 'startedAt',
    numerator: { measure: 'contained' },
    denominator: { measure: 'withBot' },
    scale: 100,
  },
  automation_rate: {
    name: 'Automation rate of closed dialogues',
    description:
      'Share of all closed dialogues that a bot handled alone, without an operator or a handing over, and that nobody said were left unresolved, by closing time (Chatwoot Captain).',
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    axis: 'closedAt',
    numerator: { measure: 'automated' },
    denominator: { measure: 'dialogues' },
    scale: 100,
  },
  dialogues_reopened: {
    name: 'Reopened dialogues',
    description:
      'Number of dialogues that were opened again after a resolution, by start time, from dialogues and their changes of state.',
    unit: 'locale',
    decimals: 0,
    direction: 'down',
    axis: 'startedAt',
    numerator: { measure: 'reopened' },
  },
  reopen_rate: {
    name: 'Reopen rate',
    description:
      'Share of the dialogues that were ever resolved or closed that were opened again after a resolution, by start time (Chatwoot Captain).',
    unit: 'percent',
    decimals: 1,
    direction: 'down',
    axis: 'startedAt',
    numerator: { measure: 'reopened' },
    denominator: { measure: 'everResolved' },
    scale: 100,
  },
  csat_response_rate: {
    name: 'CSAT response rate',
    description:
      'Share of closed dialogues that the customer rated on the CSAT scale, by closing time, from dialogue and rating records.',
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    axis: 'closedAt',
    numerator: { measure: 'rated' },
    denominator: { measure: 'dialogues' },
    scale: 100,
  },
});
