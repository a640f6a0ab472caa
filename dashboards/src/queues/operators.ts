import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { table } from '../panels/table.js';
import { bars, lines } from '../panels/trend.js';

export const byOperator: Section = {
  title: 'Operators',
  panels: [
    lines({
      title: 'Operators online and paused',
      asks: { metrics: ['operators_online', 'operators_paused'] },
      colours: { operators_online: colours.good, operators_paused: colours.lost },
    }),
    bars({
      title: 'What operators did',
      note: 'Time of all operators together, without the time they were offline.',
      asks: {
        metrics: ['presence_time'],
        groupBy: ['state'],
        only: { state: ['busy', 'wrap_up', 'available', 'online', 'paused'] },
      },
    }),
    table({
      title: 'Time of operators',
      note: 'Occupied is busy of busy and available; used is busy of all time online, pauses included.',
      asks: {
        metrics: ['online_time', 'paused_time', 'occupancy', 'utilisation'],
        groupBy: ['operator'],
      },
      columns: { online_time: 'Online', paused_time: 'Paused' },
    }),
    table({
      title: 'Work of operators',
      asks: {
        metrics: [
          'offers',
          'offers_accepted',
          'offers_skipped',
          'acceptance_rate',
          'average_operator_handling_time',
          'average_reaction_time',
        ],
        groupBy: ['operator'],
      },
      columns: {
        offers: 'Offered',
        offers_accepted: 'Accepted',
        offers_skipped: 'Skipped',
        acceptance_rate: 'Rate',
        average_operator_handling_time: 'Handling',
        average_reaction_time: 'Reaction',
      },
    }),
  ],
};

export const byOperatorOverTime: Section = {
  title: 'Operators over time',
  collapsed: true,
  panels: [
    lines({
      title: 'Occupancy and utilisation',
      asks: { metrics: ['occupancy', 'utilisation'] },
      colours: { occupancy: colours.underWay, utilisation: colours.good },
    }),
    lines({
      title: 'Active dialogues of operators',
      asks: { metrics: ['active_dialogues'], groupBy: ['operator'] },
    }),
    lines({
      title: 'Average handling time of operators',
      asks: { metrics: ['average_operator_handling_time'], groupBy: ['operator'] },
    }),
    bars({ title: 'Pauses by reason', asks: { metrics: ['paused_time'], groupBy: ['reason'] } }),
  ],
};
