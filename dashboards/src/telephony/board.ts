import type { Board } from '../board.js';
import { ofCalls } from '../narrowing.js';
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
  variables: ofCalls,
  sections: [totals, general, classes, handlingTime, trends],
};
