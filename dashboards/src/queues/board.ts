import type { Board } from '../board.js';
import { threshold } from '../variables.js';
import { byOperator, byOperatorOverTime } from './operators.js';
import { byQueue, concurrency, now, waiting } from './queues.js';

export const queues: Board = {
  uid: 'switchboard-queues',
  title: 'Queues and operators',
  description: 'Who waits, how long, who answers, and what operators do',
  folder: 'Operations',
  tags: ['queues', 'operators'],
  from: 'now/d',
  refresh: '30s',
  variables: [
    { dimension: 'queue', label: 'Queue' },
    { dimension: 'group', label: 'Group' },
    { dimension: 'operator', label: 'Operators' },
    threshold,
  ],
  sections: [now, waiting, byQueue, byOperator, byOperatorOverTime, concurrency],
};
