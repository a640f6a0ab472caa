import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { lines } from '../panels/trend.js';

export const robots: Section = {
  title: 'Robots',
  collapsed: true,
  panels: [
    lines({
      title: 'Containment, automation and handoff',
      asks: { metrics: ['containment_rate', 'automation_rate', 'handoff_rate'], interval: '1d' },
      colours: {
        containment_rate: colours.automation,
        automation_rate: colours.good,
        handoff_rate: colours.underWay,
      },
    }),
    lines({ title: 'Reopen rate by day', asks: { metrics: ['reopen_rate'], interval: '1d' }, colour: colours.lost }),
    lines({
      title: 'Voice robot: goals and failures',
      asks: { metrics: ['bot_goal_rate', 'bot_failure_rate'], interval: '1d' },
      colours: { bot_goal_rate: colours.good, bot_failure_rate: colours.broken },
    }),
    lines({
      title: 'Nobody answered',
      asks: { metrics: ['dialogues_unhandled_percent'], interval: '1d' },
      colour: colours.lost,
    }),
  ],
};
