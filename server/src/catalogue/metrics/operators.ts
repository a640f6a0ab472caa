import { metricsOf } from '../declare.js';
import { heldDialogue } from '../facts/held-dialogue.js';
import { presence, workTime } from '../facts/presence.js';

/** How a state becomes a number of a bucket. */
const AT_END = 'at the end of each bucket, now in the open one';

export const presenceMetrics = metricsOf(presence, {
  online_time: {
    name: 'Online time',
    description:
      'Time that operators spent in any state but offline, cut at the edges of buckets, each moment of an operator once, from presence and change records.',
    unit: 's',
    decimals: 1,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'onlineTime' },
    scale: 0.001,
  },
  paused_time: {
    name: 'Paused time',
    description:
      'Time that operators spent paused, cut at the edges of buckets, for whatever reason, from presence and change records.',
    unit: 's',
    decimals: 1,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'pausedTime' },
    scale: 0.001,
  },
  operators_online: {
    name: 'Operators online',
    description: `Number of operators in any state but offline ${AT_END}, from presence and change records.`,
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'online' },
  },
  operators_online_average: {
    name: 'Operators online on average',
    description:
      'Operators in any state but offline at once on average over the time of the bucket that has passed, from presence and change records.',
    unit: 'none',
    decimals: 1,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'onlineTime' },
    perTime: true,
  },
  operators_online_peak: {
    name: 'Most operators online',
    description: 'Largest number of operators in any state but offline at once, from presence and change records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'onlinePeak' },
  },
  operators_paused: {
    name: 'Operators paused',
    description: `Number of operators who pause ${AT_END}, from presence and change records.`,
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'paused' },
  },
});

export const workTimeMetrics = metricsOf(workTime, {
  presence_time: {
    name: 'Time in states',
    description:
      'Time that operators spent in a state, cut at the edges of buckets, busy and wrap-up from what they accepted where nobody says it, from presence, change and assignment records.',
    unit: 's',
    decimals: 1,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'time' },
    scale: 0.001,
  },
  occupancy: {
    name: 'Occupancy',
    description:
      'Share of the time that operators were busy or available in which they were busy or wrapped up, however much at once, from presence, change and assignment records (Amazon Connect).',
    unit: 'percent',
    decimals: 1,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'working' },
    denominator: { measure: 'ready' },
    scale: 100,
  },
  utilisation: {
    name: 'Utilisation',
    description:
      'Share of the time that operators were online, pauses included, in which they were busy or wrapped up, from presence, change and assignment records.',
    unit: 'percent',
    decimals: 1,
    direction: 'neutral',
    axis: 'startedAt',
    numerator: { measure: 'working' },
    denominator: { measure: 'online' },
    scale: 100,
  },
});

export const heldDialogueMetrics = metricsOf(heldDialogue, {
  active_dialogues: {
    name: 'Active dialogues',
    description: `Number of different dialogues that operators have accepted and not left ${AT_END}, from assignment records.`,
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'acceptedAt',
    numerator: { measure: 'active' },
  },
  dialogues_touched: {
    name: 'Dialogues in hand',
    description:
      'Number of different dialogues that were in the hands of an operator at any time of the bucket, from assignment records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'acceptedAt',
    numerator: { measure: 'touched' },
  },
});
