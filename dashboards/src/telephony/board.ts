import type { Board } from '../board.js';
import { classes } from './classes.js';
import { general, totals } from './general.js';
import { handlingTime, trends } from './handling-time.js';

export const telephony: Board = {
  uid: 'switchboard-telephony',
  title: 'Telephony',
  description: 'Calls: how many, how they ended, how long they took',
  folder: 'Operations',
  tags: ['telephony'],
  from: 'now/d',
  refresh: '30s',
  variables: [
    { dimension: 'direction', label: 'Direction' },
    { dimension: 'trunk', label: 'Trunk' },
    { dimension: 'queue', label: 'Queue' },
    { dimension: 'campaign', label: 'Campaign' },
    { dimension: 'bot', label: 'Bot' },
    { dimension: 'dnis', label: 'Dialled number' },
    { dimension: 'status', label: 'Status' },
  ],
  sections: [totals, general, classes, handlingTime, trends],
};
