import { colours, valueColours } from '../colours.js';
import type { Section } from '../layout.js';
import { pie } from '../panels/pie.js';
import { tile } from '../panels/tile.js';
import { lines } from '../panels/trend.js';

export const totals: Section = {
  panels: [
    tile('Calls', 'calls'),
    tile('Answered calls', 'calls_answered'),
    tile('Answer-seizure ratio', 'asr'),
    tile('Average handling time', 'average_handling_time'),
    tile('Average call duration', 'average_call_duration'),
    tile('Unique numbers reached', 'unique_customers_reached'),
  ],
};

export const general: Section = {
  title: 'General information',
  panels: [
    pie({
      title: "Evaluation of the bot's work",
      note: 'How the calls ended in which a bot worked.',
      asks: {
        metrics: ['calls'],
        groupBy: ['botOutcome'],
        only: { botOutcome: Object.keys(valueColours.botOutcome) },
      },
      width: 12,
    }),
    lines({
      title: 'Volume of contact',
      asks: { metrics: ['calls', 'calls_answered', 'unique_customers_called', 'unique_customers_reached'] },
      colours: {
        calls: colours.underWay,
        calls_answered: colours.good,
        unique_customers_called: 'light-yellow',
        unique_customers_reached: colours.customer,
      },
    }),
  ],
};
