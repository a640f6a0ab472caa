import type { Board } from '../board.js';
import { ofDialogues } from '../narrowing.js';
import { customerMessages } from '../variables.js';
import { activity } from './activity.js';
import { cost } from './cost.js';
import { dialogues, handling } from './dialogues.js';
import { fromCustomers, fromOperators, messagesByAuthor } from './messages.js';
import { operators } from './operators.js';
import { popular } from './phrases.js';

export const chat: Board = {
  uid: 'switchboard-chat',
  title: 'Chat',
  description: 'Dialogues with customers in messengers and on web pages',
  folder: 'Operations',
  tags: ['chat'],
  from: 'now-7d',
  refresh: '5m',
  variables: [...ofDialogues, customerMessages],
  sections: [dialogues, handling, cost, fromCustomers, fromOperators, messagesByAuthor, popular, operators, activity],
};
