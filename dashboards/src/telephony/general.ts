import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { pie } from '../panels/pie.js';
import { tile } from '../panels/tile.js';
import { lines } from '../panels/trend.js';

export const totals: Section = {
  panels: [
    tile('Calls', 'calls'),
    tile('Answered calls', 'calls_answered'),
    tile('Answer-seizure ratio', 'asr'),
    tile('Handling time of people', 'average_handling_time'),
  ],
};

export const general: Section = {
  title: 'General information',
  panels: [
    pie({
      title: "Evaluation of the bot's work",
      note: 'Divided by how the calls ended for the bot.',
      asks: { metrics: ['bot_calls'], groupBy: ['botOutcome'] },
      width: 12,
    }),
    lines({
      title: 'Volume of contact',
      note: 'Numbers count once a bucket, however often they were called.',
      asks: { metrics: ['calls', 'calls_answered', 'unique_customers_called', 'unique_customers_reached'] },
      colours: {
        calls: colours.underWay,
        calls_answered: colours.good,
        unique_customers_called: colours.customer,
        unique_customers_reached: colours.customerReached,
      },
    }),
  ],
};
