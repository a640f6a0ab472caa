import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { ranking } from '../panels/ranking.js';
import { bars } from '../panels/trend.js';

export const fromCustomers: Section = {
  title: 'Client messages in instant messengers',
  panels: [
    ranking({
      title: 'Messages from users in messengers',
      asks: { metrics: ['customer_messages'], groupBy: ['channel'] },
      colour: colours.customer,
    }),
    bars({
      title: 'User messages by day',
      note: 'Divided by messenger.',
      asks: { metrics: ['customer_messages'], groupBy: ['channel'], interval: '1d', top: 8 },
    }),
  ],
};

export const fromOperators: Section = {
  title: 'Operator messages in messengers',
  panels: [
    ranking({
      title: 'Messages by operators',
      asks: { metrics: ['operator_messages'], groupBy: ['operator'] },
    }),
    bars({
      title: 'Operator messages by day',
      note: 'Divided by messenger.',
      asks: { metrics: ['operator_messages'], groupBy: ['channel'], interval: '1d', top: 8 },
    }),
  ],
};

export const messagesByAuthor: Section = {
  title: 'Messages sent by clients, operators and bots',
  panels: [
    bars({
      title: 'Messages from users by day',
      note: 'All messengers together, beside the week before.',
      asks: { metrics: ['customer_messages'], interval: '1d', compare: 'previous_week' },
      colour: colours.customer,
      width: 8,
    }),
    bars({
      title: 'Robot messages by day',
      note: 'All messengers together, beside the week before.',
      asks: { metrics: ['bot_messages'], interval: '1d', compare: 'previous_week' },
      colour: colours.automation,
      width: 8,
    }),
    bars({
      title: 'Messages from operators by day',
      note: 'All messengers together, beside the week before.',
      asks: { metrics: ['operator_messages'], interval: '1d', compare: 'previous_week' },
      colour: colours.underWay,
      width: 8,
    }),
  ],
};
