import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { table } from '../panels/table.js';
import { tile } from '../panels/tile.js';
import { bars, lines } from '../panels/trend.js';
import { costPerDay } from '../thresholds.js';

export const totals: Section = {
  panels: [
    tile('Sent messages', 'notifications_sent'),
    tile('Delivered messages', 'notifications_delivered'),
    tile('Total price', 'notification_cost'),
    tile('Delivery rate', 'delivery_rate'),
  ],
};

const columns = {
  notifications_sent: 'Sent',
  notifications_delivered: 'Delivered',
  delivery_rate: 'Delivery rate',
  notification_cost: 'Price',
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
      columns,
      height: 7,
    }),
    table({
      title: 'Total price by channel',
      note: 'Amounts of different currencies are never added up; beside each the same span before.',
      asks: { metrics: ['notification_cost'], groupBy: ['channel'], compare: 'previous_period' },
      columns,
      width: 12,
      height: 7,
    }),
    lines({
      title: 'Total price by day',
      note: 'A dashed line is what a day may cost in the currency of its axis.',
      asks: { metrics: ['notification_cost'], interval: '1d' },
      limits: costPerDay,
      height: 7,
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
    bars({
      title: 'Sent messages and the span before',
      asks: { metrics: ['notifications_sent'], interval: '1d', compare: 'previous_period' },
      colour: colours.underWay,
    }),
    bars({
      title: 'Delivered messages and the span before',
      asks: { metrics: ['notifications_delivered'], interval: '1d', compare: 'previous_period' },
      colour: colours.good,
    }),
  ],
};

export const atAGlance: Section = {
  title: 'The whole contact centre',
  panels: [
    tile('Dialogues', 'dialogues'),
    tile('Calls', 'calls'),
    tile('Service level', 'service_level'),
    tile('CSAT', 'csat'),
    bars({
      title: 'Dialogues by messenger',
      asks: { metrics: ['dialogues'], groupBy: ['channel'], interval: '1d', top: 8 },
    }),
    bars({ title: 'Calls by direction', asks: { metrics: ['calls'], groupBy: ['direction'], interval: '1d' } }),
  ],
};
