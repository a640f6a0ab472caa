import type { Board } from '../board.js';
import { atAGlance, overTime, perChannel, totals } from './messages.js';

export const overview: Board = {
  uid: 'switchboard-overview',
  title: 'Overview',
  description: 'Messages sent through all channels, what they cost, and how calls and dialogues are served',
  folder: 'Operations',
  tags: ['overview'],
  from: 'now-30d',
  refresh: '5m',
  variables: [{ dimension: 'channel', label: 'Channels' }],
  sections: [totals, perChannel, overTime, atAGlance],
};
