import type { Section } from '../layout.js';
import { bars } from '../panels/trend.js';

const ask = {
  metrics: ['notifications'],
  groupBy: ['status_seed'],
  only: { channel: ['viber'] },
  interval: '1d',
} as const;

export const viber: Section = {
  title: 'Messages sent using Viber',
  panels: [
    bars({ title: 'Viber by statuses and by days', asks: ask }),
    bars({
      title: 'Viber by statuses and by days in percentages',
      note: 'Each status as a share of all Viber messages created on the day.',
      asks: { ...ask, share: 'bucket' },
    }),
  ],
};
