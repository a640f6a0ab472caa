import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { pie } from '../panels/pie.js';
import { ranking } from '../panels/ranking.js';
import { tile } from '../panels/tile.js';
import { bars, lines } from '../panels/trend.js';

export const totals: Section = {
  panels: [
    tile('Messages created', 'notifications'),
    tile('Messages sent', 'notifications_sent'),
    tile('Messages delivered', 'notifications_delivered'),
    tile('Delivery rate', 'delivery_rate'),
    tile('Parts of SMS messages', 'sms_parts'),
    tile('Logical notifications', 'notifications_logical'),
  ],
};

export const attempts: Section = {
  title: 'Number of text messages',
  panels: [
    ranking({ title: 'Text messages by status', asks: { metrics: ['notifications'], groupBy: ['status_seed'] } }),
    pie({
      title: 'Text messages by status (short statuses)',
      asks: { metrics: ['notifications'], groupBy: ['status_short'] },
      width: 12,
    }),
    bars({
      title: 'Notifications',
      note: 'One notification may be tried on several channels: its attempts count once here.',
      asks: { metrics: ['notifications_logical'], interval: '1d' },
      colour: colours.underWay,
    }),
    pie({
      title: 'Amount of text messages sent through channels',
      asks: { metrics: ['notifications_sent'], groupBy: ['channel'] },
      width: 12,
    }),
    bars({
      title: 'Text messages sent, divided by channels and by days',
      asks: { metrics: ['notifications_sent'], groupBy: ['channel'], interval: '1d', top: 8 },
    }),
    bars({
      title: 'Text messages delivered, divided by channel and by days',
      asks: { metrics: ['notifications_delivered'], groupBy: ['channel'], interval: '1d', top: 8 },
    }),
    bars({
      title: 'Amount of parts of SMS messages',
      asks: { metrics: ['sms_parts'], interval: '1d' },
      colour: colours.underWay,
    }),
    lines({
      title: 'Delivery rate by channel',
      asks: { metrics: ['delivery_rate'], groupBy: ['channel'], interval: '1d' },
    }),
    bars({ title: 'Notification cost by day', asks: { metrics: ['notification_cost'], interval: '1d' } }),
    ranking({
      title: 'Notification cost per period divided by channel',
      asks: { metrics: ['notification_cost'], groupBy: ['channel'] },
    }),
  ],
};
