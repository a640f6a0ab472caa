import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { heat } from '../panels/heat.js';
import { bars, lines } from '../panels/trend.js';

export const handlingTime: Section = {
  title: 'Number of calls and the average dialogue time',
  panels: [
    lines({
      title: 'Trunking level CPS (calls per second)',
      note: 'The peak is the busiest second of each bucket, exact; carriers limit this number for each trunk.',
      asks: { metrics: ['cps_peak'], groupBy: ['trunk'] },
    }),
    lines({
      title: 'Average handling time',
      note: 'People and bots apart: a person talks, holds and wraps up, a bot only talks.',
      asks: { metrics: ['average_handling_time', 'average_bot_handling_time'] },
      colours: { average_handling_time: colours.underWay, average_bot_handling_time: colours.automation },
    }),
    lines({
      title: 'Trunking level CPS on average',
      asks: { metrics: ['cps_average'], groupBy: ['trunk'] },
    }),
    lines({ title: 'Peak CPS of the limit by trunk', asks: { metrics: ['trunk_cps_of_limit'], groupBy: ['trunk'] } }),
    heat({
      title: 'Calls by hour of the day, last 30 days',
      note: 'A column for each day, a row for each hour: the darker, the more calls began.',
      asks: { metrics: ['calls'], groupBy: ['hour_of_day'], interval: '1d', days: 30 },
      downwards: true,
      width: 24,
      height: 13,
    }),
  ],
};

export const trends: Section = {
  title: 'Calls over time',
  collapsed: true,
  panels: [
    bars({ title: 'Calls by status', asks: { metrics: ['calls'], groupBy: ['status'] } }),
    lines({ title: 'Answer-seizure ratio by trunk', asks: { metrics: ['asr'], groupBy: ['trunk'] } }),
    bars({ title: 'Call attempts by trunk', asks: { metrics: ['call_attempts'], groupBy: ['trunk'], top: 8 } }),
    bars({ title: 'Bot calls by outcome', asks: { metrics: ['bot_calls'], groupBy: ['botOutcome'] } }),
    lines({
      title: 'Reach rate',
      asks: { metrics: ['reach_rate', 'answer_rate'] },
      colours: { reach_rate: colours.customer, answer_rate: colours.good },
    }),
    lines({ title: 'Call cost by day, last 30 days', asks: { metrics: ['call_cost'], interval: '1d', days: 30 } }),
  ],
};
