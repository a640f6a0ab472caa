import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { bars, lines } from '../panels/trend.js';

export const handlingTime: Section = {
  title: 'Number of calls and the average dialogue time',
  panels: [
    bars({ title: 'Call attempts by trunk', asks: { metrics: ['call_attempts'], groupBy: ['trunk'], top: 8 } }),
    lines({
      title: 'Average handling time, people and bots',
      asks: { metrics: ['average_handling_time', 'average_bot_handling_time'] },
      colours: { average_handling_time: colours.underWay, average_bot_handling_time: colours.automation },
    }),
    bars({ title: 'Calls by status', asks: { metrics: ['calls'], groupBy: ['status'] } }),
    lines({ title: 'Answer-seizure ratio by trunk', asks: { metrics: ['asr'], groupBy: ['trunk'] } }),
  ],
};
