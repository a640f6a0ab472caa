import { metricsOf } from '../declare.js';
import { offer } from '../facts/offer.js';
import { queueEntry } from '../facts/queue-entry.js';

export const queueMetrics = metricsOf(queueEntry, {
  queue_entries: {
    name: 'Offered to queues',
    description: 'Number of entries into queues, by entry time, from queue entry records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'enteredAt',
    numerator: { measure: 'entries' },
  },
  queue_entries_answered: {
    name: 'Answered in queues',
    description: 'Number of queue entries that were answered, by entry time, from queue entry records.',
    unit: 'locale',
    decimals: 0,
    direction: 'up',
    axis: 'enteredAt',
    numerator: { measure: 'answered' },
  },
  queue_entries_abandoned: {
    name: 'Abandoned in queues',
    description:
      'Number of queue entries that the customer left before an answer, by entry time, from queue entry records.',
    unit: 'locale',
    decimals: 0,
    direction: 'down',
    axis: 'enteredAt',
    numerator: { measure: 'abandoned' },
  },
  abandon_rate: {
    name: 'Abandon rate',
    description:
      'Share of queue entries that the customer left before an answer, those who left sooner than shortAbandon in neither number, by entry time.',
    unit: 'percent',
    decimals: 1,
    direction: 'down',
    axis: 'enteredAt',
    numerator: { measure: 'longAbandoned' },
    denominator: { measure: 'offered' },
    scale: 100,
  },
  average_speed_of_answer: {
    name: 'Average speed of answer',
    description:
      'Time from entering a queue to the answer per answered entry, by entry time, from queue entry records.',
    unit: 's',
    decimals: 0,
    direction: 'down',
    axis: 'enteredAt',
    numerator: { measure: 'wait' },
    denominator: { measure: 'waits' },
    scale: 0.001,
  },
  service_level: {
    name: 'Service level',
    description:
      'Share answered within threshold seconds of those answered or abandoned, leaving sooner than shortAbandon not held against it, by entry time.',
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    axis: 'enteredAt',
    numerator: { measure: 'answeredInTime' },
    denominator: { measure: 'settled' },
    scale: 100,
  },
});

export const offerMetrics = metricsOf(offer, {
  offers: {
    name: 'Offers to operators',
    description: 'Number of offers of dialogues and calls to operators, by offer time, from assignment records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'offeredAt',
    numerator: { measure: 'offers' },
  },
  offers_accepted: {
    name: 'Accepted offers',
    description: 'Number of offers that the operator accepted, by offer time, from assignment records.',
    unit: 'locale',
    decimals: 0,
    direction: 'up',
    axis: 'offeredAt',
    numerator: { measure: 'accepted' },
  },
  offers_skipped: {
    name: 'Skipped offers',
    description: 'Number of offers that ended without being accepted, by offer time, from assignment records.',
    unit: 'locale',
    decimals: 0,
    direction: 'down',
    axis: 'offeredAt',
    numerator: { measure: 'skipped' },
  },
});
