import type { Board } from '../board.js';
import { classes } from './classes.js';
import { general, totals } from './general.js';
import { handlingTime } from './handling-time.js';

export const telephony: Board = {
  uid: 'switchboard-telephony',
  title: 'Telephony',
  description: 'Calls: how many, how they ended, how long they took',
  folder: 'Operations',
  tags: ['telephony'],
  from: 'now/d',
  refresh: '30s',
  variables: [
    { dimension: 'trunk', label: 'Trunk' },
    { dimension: 'direction', label: 'Direction' },
    { dimension: 'bot', label: 'Bot' },
    { dimension: 'campaign', label: 'Campaign' },
    { dimension: 'dnis', label: 'Dialled number' },
    { dimension: 'status', label: 'Status' },
  ],
  sections: [totals, general, classes, handlingTime],
};
