import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { ranking } from '../panels/ranking.js';

export const activity: Section = {
  title: 'Activity of operators',
  panels: [
    ranking({
      title: 'Operator activity (online)',
      asks: { metrics: ['online_time'], groupBy: ['operator'] },
      colour: colours.good,
    }),
    ranking({
      title: 'Operator activity (paused)',
      asks: { metrics: ['paused_time'], groupBy: ['operator'] },
      colour: colours.lost,
    }),
  ],
};
