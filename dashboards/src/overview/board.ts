import type { Board } from '../board.js';
import { atAGlance, overTime, perChannel, totals } from './messages.js';

export const overview: Board = {
  uid: 'switchboard-overview',
  title: 'Overview',
  description: 'All messages sent through the channels: how many, how many arrived, what they cost',
  folder: 'Operations',
  tags: ['overview'],
  from: 'now-30d',
  refresh: '5m',
  variables: [{ dimension: 'channel', label: 'Channels' }],
  sections: [totals, perChannel, overTime, atAGlance],
};
