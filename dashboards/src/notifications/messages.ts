import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { pie } from '../panels/pie.js';
import { ranking } from '../panels/ranking.js';
import { tile } from '../panels/tile.js';
import { bars, lines } from '../panels/trend.js';
import { costPerDay } from '../thresholds.js';

export const totals: Section = {
  panels: [
    tile('Messages created', 'notifications', { height: 3 }),
    tile('Messages sent', 'notifications_sent', { height: 3 }),
    tile('Messages delivered', 'notifications_delivered', { height: 3 }),
    tile('Delivery rate', 'delivery_rate', { height: 3 }),
    tile('Still pending', 'notifications_pending_percent', { height: 3 }),
    tile('Error rate', 'error_rate', { height: 3 }),
    tile('Delivered by fallback', 'fallback_share', { height: 3 }),
    tile('Parts per SMS message', 'sms_parts_average', { height: 3 }),
  ],
};

export const attempts: Section = {
  title: 'Number of text messages',
  panels: [
    ranking({
      title: 'Text messages by status',
      note: 'What has become of the messages created in the range. Messages delivered counts what was delivered in it, whenever it was created.',
      asks: { metrics: ['notifications'], groupBy: ['status_seed'] },
    }),
    pie({
      title: 'Text messages by status (short statuses)',
      asks: { metrics: ['notifications'], groupBy: ['status_short'] },
      width: 12,
    }),
    bars({
      title: 'Notifications',
      note: 'Logical notifications by what became of them: one may be tried on several channels, and its attempts count once here.',
      asks: { metrics: ['notifications_logical'], groupBy: ['logical_outcome'], interval: '1d' },
    }),
    pie({
      title: 'Amount of text messages sent through channels',
      asks: { metrics: ['notifications_sent'], groupBy: ['channel'] },
      width: 12,
    }),
    bars({
      title: 'Text messages sent, by channel and day',
      asks: { metrics: ['notifications_sent'], groupBy: ['channel'], interval: '1d', top: 8 },
    }),
    bars({
      title: 'Text messages delivered, by channel and day',
      asks: { metrics: ['notifications_delivered'], groupBy: ['channel'], interval: '1d', top: 8 },
    }),
    bars({
      title: 'Amount of parts of SMS messages',
      asks: { metrics: ['sms_parts'], interval: '1d', compare: 'previous_week' },
      colour: colours.underWay,
    }),
    lines({
      title: 'Delivery rate by channel',
      asks: { metrics: ['delivery_rate'], groupBy: ['channel'], interval: '1d' },
    }),
  ],
};

export const cost: Section = {
  title: 'Cost',
  collapsed: true,
  panels: [
    lines({
      title: 'Notification cost by day',
      note: 'A dashed line is what a day may cost in the currency of its axis.',
      asks: { metrics: ['notification_cost'], interval: '1d' },
      limits: costPerDay,
    }),
    ranking({
      title: 'Notification cost per period divided by channel',
      asks: { metrics: ['notification_cost'], groupBy: ['channel'] },
    }),
    lines({ title: 'Cost per delivered message', asks: { metrics: ['cost_per_delivered'], interval: '1d' } }),
    ranking({
      title: 'Cost per delivered message by channel',
      asks: { metrics: ['cost_per_delivered'], groupBy: ['channel'] },
    }),
  ],
};
