import { ofCalls, ofDialogues, ofNotifications } from '../narrowing.js';
import { customerMessages } from '../variables.js';
import { factsBoard } from './board.js';

/** What every list of conversations can be narrowed by: the variables of the boards that lead here. */
const conversation = [...ofDialogues, { dimension: 'queue', label: 'Queue' }, customerMessages] as const;

/** A list of records for each kind that numbers are counted from. */
export const facts = [
  factsBoard({
    kind: 'dialogues',
    title: 'Facts: dialogues',
    description: 'The dialogues behind a number',
    variables: conversation,
  }),
  factsBoard({
    kind: 'messages',
    title: 'Facts: messages',
    description: 'The messages behind a number',
    variables: [...conversation, { dimension: 'phrase', label: 'Phrase' }],
  }),
  factsBoard({
    kind: 'notifications',
    title: 'Facts: notifications',
    description: 'The notifications behind a number',
    variables: ofNotifications,
  }),
  factsBoard({
    kind: 'calls',
    title: 'Facts: calls',
    description: 'The calls behind a number',
    variables: [...ofCalls, { dimension: 'operator', label: 'Operators' }],
  }),
  factsBoard({
    kind: 'work',
    title: 'Facts: queues and operators',
    description: 'The stays in queues, offers, states and ratings behind a number',
    variables: [
      { dimension: 'queue', label: 'Queue' },
      { dimension: 'group', label: 'Group' },
      { dimension: 'operator', label: 'Operators' },
      { dimension: 'channel', label: 'Channel' },
    ],
  }),
];
