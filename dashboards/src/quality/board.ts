import type { Board } from '../board.js';
import { robots } from './automation.js';
import { delivery, errors } from './delivery.js';
import { lines } from './carriers.js';
import { responses, satisfied, state } from './service.js';

export const quality: Board = {
  uid: 'switchboard-quality',
  title: 'Quality',
  description: 'How quickly customers are answered, what arrives, what they think of it',
  folder: 'Quality',
  tags: ['quality'],
  from: 'now-30d',
  refresh: '5m',
  variables: [
    { dimension: 'channel', label: 'Channel' },
    { dimension: 'queue', label: 'Queue' },
    { dimension: 'group', label: 'Group' },
    { dimension: 'operator', label: 'Operators' },
    { dimension: 'bot', label: 'Bot' },
    { dimension: 'provider', label: 'Provider' },
    { dimension: 'trunk', label: 'Trunk' },
  ],
  sections: [state, responses, satisfied, delivery, errors, robots, lines],
};
