import type { Section } from '../layout.js';
import { ranking } from '../panels/ranking.js';
import { table } from '../panels/table.js';
import { tile } from '../panels/tile.js';
import { bars, lines } from '../panels/trend.js';

export const totals: Section = {
  panels: [
    tile('Sent messages', 'notifications_sent', { width: 5 }),
    tile('Delivered messages', 'notifications_delivered', { width: 5 }),
    tile('Total price', 'notification_cost', { width: 6 }),
    tile('Delivery rate', 'delivery_rate'),
    tile('Still pending', 'notifications_pending_percent'),
  ],
};

export const perChannel: Section = {
  title: 'Channels',
  panels: [
    table({
      title: 'Sent and delivered messages by channel',
      note: 'Sent by sending time, delivered by delivery time; beside each the same span before.',
      asks: {
        metrics: ['notifications_sent', 'notifications_delivered', 'delivery_rate'],
        groupBy: ['channel'],
        compare: 'previous_period',
      },
      width: 14,
      height: 8,
    }),
    table({
      title: 'Total price by channel',
      note: 'Amounts of different currencies are never added up; beside each the same span before.',
      asks: { metrics: ['notification_cost'], groupBy: ['channel'], compare: 'previous_period' },
      width: 10,
      height: 8,
    }),
  ],
};

export const overTime: Section = {
  title: 'Over time',
  panels: [
    bars({
      title: 'Sent messages by channel',
      asks: { metrics: ['notifications_sent'], groupBy: ['channel'], interval: '1d', top: 8 },
    }),
    bars({
      title: 'Delivered messages by channel',
      asks: { metrics: ['notifications_delivered'], groupBy: ['channel'], interval: '1d', top: 8 },
    }),
    bars({ title: 'Total price by day', asks: { metrics: ['notification_cost'], interval: '1d' } }),
    lines({
      title: 'Sent messages and the span before',
      asks: { metrics: ['notifications_sent'], interval: '1d', compare: 'previous_period' },
    }),
  ],
};

export const atAGlance: Section = {
  title: 'The whole contact centre',
  panels: [
    tile('Dialogues', 'dialogues'),
    tile('Calls', 'calls'),
    tile('Answered calls', 'calls_answered'),
    tile('Service level', 'service_level'),
    tile('CSAT', 'csat'),
    tile('Net promoter score', 'nps'),
    ranking({
      title: 'Dialogues by messenger',
      asks: { metrics: ['dialogues'], groupBy: ['channel'] },
    }),
    ranking({ title: 'Calls by queue', asks: { metrics: ['calls'], groupBy: ['queue'] } }),
  ],
};
