import { customerMessages } from '../variables.js';
import { factsBoard } from './board.js';

/** What every list of conversations can be narrowed by: the variables of the boards that lead here. */
const conversation = [
  { dimension: 'chat', label: 'Chat' },
  { dimension: 'operator', label: 'Operators' },
  { dimension: 'channel', label: 'Messengers' },
  { dimension: 'bot', label: 'Bot' },
  { dimension: 'group', label: 'Group' },
  { dimension: 'queue', label: 'Queue' },
  customerMessages,
] as const;

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
    variables: conversation,
  }),
  factsBoard({
    kind: 'notifications',
    title: 'Facts: notifications',
    description: 'The notifications behind a number',
    variables: [
      { dimension: 'channel', label: 'Channel' },
      { dimension: 'status_seed', label: 'Status' },
      { dimension: 'campaign', label: 'Campaign' },
      { dimension: 'provider', label: 'Provider' },
    ],
  }),
  factsBoard({
    kind: 'calls',
    title: 'Facts: calls',
    description: 'The calls behind a number',
    variables: [
      { dimension: 'direction', label: 'Direction' },
      { dimension: 'trunk', label: 'Trunk' },
      { dimension: 'queue', label: 'Queue' },
      { dimension: 'campaign', label: 'Campaign' },
      { dimension: 'bot', label: 'Bot' },
      { dimension: 'dnis', label: 'Dialled number' },
      { dimension: 'status', label: 'Status' },
      { dimension: 'operator', label: 'Operators' },
    ],
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
