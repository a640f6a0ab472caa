import type { Board } from '../board.js';
import { ofNotifications } from '../narrowing.js';
import { attempts, cost, totals } from './messages.js';
import { viber } from './viber.js';

export const notifications: Board = {
  uid: 'switchboard-notifications',
  title: 'Notifications',
  description: 'Messages sent to customers over SMS, messengers, e-mail and push',
  folder: 'Operations',
  tags: ['notifications'],
  from: 'now-7d',
  refresh: '5m',
  variables: ofNotifications,
  sections: [totals, attempts, viber, cost],
};
