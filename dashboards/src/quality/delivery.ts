import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { ranking } from '../panels/ranking.js';
import { table } from '../panels/table.js';
import { lines } from '../panels/trend.js';

export const delivery: Section = {
  title: 'What arrives',
  panels: [
    lines({
      title: 'Delivery rate by channel',
      asks: { metrics: ['delivery_rate'], groupBy: ['channel'], interval: '1d' },
    }),
    lines({
      title: 'Delivery latency',
      note: 'Half arrived within the time of the first line, nine of ten within that of the second, all but one of a hundred within that of the third.',
      asks: {
        metrics: [
          { id: 'delivery_latency', as: 'Half took up to', params: { percentile: 50 } },
          { id: 'delivery_latency', as: 'Nine of ten took up to', params: { percentile: 90 } },
          { id: 'delivery_latency', as: '99 of 100 took up to', params: { percentile: 99 } },
        ],
        interval: '1d',
      },
      colours: {
        'Half took up to': colours.underWay,
        'Nine of ten took up to': colours.lost,
        '99 of 100 took up to': colours.broken,
      },
    }),
    table({
      title: 'Channels',
      asks: {
        metrics: [
          'notifications_sent',
          'delivery_rate',
          'final_delivery_rate',
          'read_rate',
          'click_rate',
          'opt_out_rate',
          'fallback_share',
        ],
        groupBy: ['channel'],
      },
      columns: { notifications_sent: 'Sent', final_delivery_rate: 'In the end', fallback_share: 'By fallback' },
    }),
  ],
};

export const errors: Section = {
  title: 'What goes wrong',
  panels: [
    ranking({
      title: 'Errors by class',
      asks: { metrics: ['notifications_failed'], groupBy: ['error_class'] },
      colour: colours.broken,
    }),
    ranking({
      title: 'Cost per delivered message',
      asks: { metrics: ['cost_per_delivered'], groupBy: ['channel'] },
    }),
  ],
};
