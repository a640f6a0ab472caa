import type { Catalogue, Metric } from '../catalogue/catalogue';

const count = { unit: 'locale', additivity: 'additive', aggregation: 'sum', parameters: [], defaults: {} };

const calls: Metric = {
  ...count,
  id: 'calls',
  name: 'Calls',
  description: 'Calls by start time',
  dimensions: ['status', 'queue'],
  timeAxis: 'startedAt',
  facts: 'calls',
};

/** A small catalogue as the service tells it: a few counts. */
export const catalogue: Catalogue = {
  metrics: [
    calls,
    {
      ...count,
      id: 'dialogues',
      name: 'Dialogues',
      description: 'Dialogues by start time',
      dimensions: ['channel', 'queue'],
      timeAxis: 'startedAt',
      facts: 'dialogues',
    },
  ],
  dimensions: [
    { id: 'channel', label: 'Channel', description: 'Where it was written', values: [] },
    { id: 'status', label: 'Status', description: '', values: [{ value: 'no_answer', label: 'No answer' }] },
    { id: 'queue', label: 'Queue', description: '', values: [] },
  ],
  parameters: [],
  facts: [
    {
      name: 'calls',
      columns: ['time', 'id', 'status', 'talkSeconds'],
      withCustomerMessages: false,
      multiValued: ['tags'],
    },
    {
      name: 'dialogues',
      columns: ['time', 'id', 'channel'],
      withCustomerMessages: true,
      multiValued: ['operator', 'tags'],
    },
  ],
};

/** The small catalogue with one metric of every other kind: ratio, percentile, state of a bucket's end and of this moment. */
export const largeCatalogue: Catalogue = {
  ...catalogue,
  metrics: [
    ...catalogue.metrics,
    {
      ...calls,
      id: 'service_level',
      name: 'Service level',
      description: 'Share answered within threshold seconds, by entry time.',
      unit: 'percent',
      dimensions: ['queue'],
      additivity: 'ratio',
      aggregation: 'ratio',
      timeAxis: 'enteredAt',
      parameters: ['threshold', 'shortAbandon'],
      defaults: { threshold: 30, shortAbandon: 5 },
      facts: 'queue entries',
    },
    {
      ...calls,
      id: 'wait_time',
      name: 'Wait until the answer',
      description: 'Time from entering a queue to the answer at the percentile, by entry time.',
      unit: 's',
      dimensions: ['queue'],
      additivity: 'sketch',
      aggregation: 'recomputed',
      timeAxis: 'enteredAt',
      parameters: ['percentile'],
      defaults: { percentile: 50 },
      facts: 'queue entries',
    },
    {
      ...calls,
      id: 'presence_time',
      name: 'Time in states',
      description: 'Time that operators spent in a state.',
      unit: 's',
      dimensions: ['operator', 'state'],
      facts: 'presence',
    },
    {
      ...calls,
      id: 'intake_age_seconds',
      name: 'Age of the newest record',
      description: 'Time since the newest moment that any record speaks of.',
      unit: 's',
      dimensions: ['status'],
      additivity: 'gauge',
      aggregation: 'at_end',
      timeAxis: null,
      facts: 'records',
    },
  ],
  dimensions: [
    ...catalogue.dimensions,
    { id: 'operator', label: 'Operator', description: '', values: [] },
    { id: 'state', label: 'State', description: 'What an operator does.', values: [{ value: 'busy', label: 'Busy' }] },
  ],
  parameters: [
    ...['threshold', 'shortAbandon'].map((id) => ({
      id,
      description: 'So many seconds.',
      unit: 'seconds',
      bounds: '0 to 86400 seconds',
      ...{ min: 0, max: 86_400, exclusive: false, whole: false },
    })),
    {
      id: 'percentile',
      description: 'Of so many percent.',
      unit: 'percent',
      bounds: 'more than 0 and less than 100',
      ...{ min: 0, max: 100, exclusive: true, whole: false },
    },
  ],
};
