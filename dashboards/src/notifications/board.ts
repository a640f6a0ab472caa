import type { Board } from '../board.js';
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
  variables: [
    { dimension: 'channel', label: 'Channel' },
    { dimension: 'status_seed', label: 'Status' },
    { dimension: 'campaign', label: 'Campaign' },
    { dimension: 'provider', label: 'Provider' },
  ],
  sections: [totals, attempts, viber, cost],
};
