import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { ranking } from '../panels/ranking.js';
import { bars } from '../panels/trend.js';

export const fromCustomers: Section = {
  title: 'Client messages in instant messengers',
  panels: [
    ranking({
      title: 'The number of messages from users in messengers',
      asks: { metrics: ['customer_messages'], groupBy: ['channel'] },
      colour: colours.customer,
    }),
    bars({
      title: 'The number of user messages by day, by messenger',
      asks: { metrics: ['customer_messages'], groupBy: ['channel'], interval: '1d', top: 8 },
    }),
  ],
};

export const fromOperators: Section = {
  title: 'Operator messages in messengers',
  panels: [
    ranking({
      title: 'The number of messages by operators',
      asks: { metrics: ['operator_messages'], groupBy: ['operator'] },
    }),
    bars({
      title: 'The number of operator messages by day, by messenger',
      asks: { metrics: ['operator_messages'], groupBy: ['channel'], interval: '1d', top: 8 },
    }),
  ],
};

export const messagesByAuthor: Section = {
  title: 'Messages sent by clients, operators and bots',
  panels: [
    bars({
      title: 'The number of messages from users by day',
      asks: { metrics: ['customer_messages'], interval: '1d', compare: 'previous_week' },
      colour: colours.customer,
      width: 8,
    }),
    bars({
      title: 'The number of robot messages by day',
      asks: { metrics: ['bot_messages'], interval: '1d', compare: 'previous_week' },
      colour: colours.automation,
      width: 8,
    }),
    bars({
      title: 'The number of messages from operators by day',
      asks: { metrics: ['operator_messages'], interval: '1d', compare: 'previous_week' },
      colour: colours.underWay,
      width: 8,
    }),
  ],
};
