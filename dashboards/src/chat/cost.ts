import type { Section } from '../layout.js';
import { ranking } from '../panels/ranking.js';
import { lines } from '../panels/trend.js';

export const cost: Section = {
  title: 'Cost of all messages in client chats',
  panels: [
    ranking({
      title: 'Chat cost per period divided by name',
      note: 'The name is that of the chat: a page of a site, an account of a messenger.',
      asks: { metrics: ['chat_cost'], groupBy: ['chat'] },
    }),
    lines({ title: 'Chat cost by day', asks: { metrics: ['chat_cost'], interval: '1d' } }),
  ],
};
