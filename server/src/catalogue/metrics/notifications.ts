import { metricsOf } from '../declare.js';
import { notification } from '../facts/notification.js';

export const notificationMetrics = metricsOf(notification, {
  notifications: {
    name: 'Notifications',
    description: 'Number of attempts to notify somebody on one channel, by creation time, from notification records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'createdAt',
    numerator: { measure: 'attempts' },
  },
  notifications_logical: {
    name: 'Logical notifications',
    description:
      'Number of different triggers, each with its attempts on one or more channels, by creation time, from notification records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'createdAt',
    numerator: { measure: 'logical' },
  },
  notifications_sent: {
    name: 'Notifications sent',
    description: 'Number of notifications handed to a provider, by sending time, from notification records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'sentAt',
    numerator: { measure: 'attempts' },
  },
  notifications_delivered: {
    name: 'Notifications delivered',
    description: 'Number of notifications that were delivered, by delivery time, from notification records.',
    unit: 'locale',
    decimals: 0,
    direction: 'up',
    axis: 'deliveredAt',
    numerator: { measure: 'attempts' },
  },
  delivery_rate: {
    name: 'Delivery rate',
    description:
      'Share of the notifications sent that were delivered since, by sending time, from notification records.',
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    axis: 'sentAt',
    numerator: { measure: 'delivered' },
    denominator: { measure: 'attempts' },
    scale: 100,
  },
  sms_parts: {
    name: 'Parts of SMS',
    description:
      'Number of parts that the sent SMS consist of, as told or else counted of the text, by sending time, from notification records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'sentAt',
    numerator: { measure: 'parts', only: { channel: ['sms'] } },
  },
  notification_cost: {
    name: 'Notification cost',
    description:
      'Sum of what the sent notifications cost, in each currency, by sending time, from notification records.',
    unit: 'currency',
    decimals: 2,
    direction: 'down',
    axis: 'sentAt',
    numerator: { measure: 'cost' },
  },
});
