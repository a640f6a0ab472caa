import type { Section } from '../layout.js';
import { table } from '../panels/table.js';
import { timeline } from '../panels/timeline.js';

export const activity: Section = {
  title: 'Activity of operators',
  panels: [
    timeline({
      title: 'Operator activity (online)',
      note: 'A row for each operator, filled while the operator was at work and did not pause.',
      asks: {
        metrics: ['online_time'],
        only: { state: ['online', 'available', 'busy', 'wrap_up'] },
        by: 'state',
      },
    }),
    timeline({
      title: 'Operator activity (paused)',
      note: 'A row for each operator, filled while the operator paused, with the reason.',
      asks: { metrics: ['paused_time'], by: 'reason' },
    }),
    table({
      title: 'Hours of operators',
      asks: { metrics: ['online_time', 'paused_time'], groupBy: ['operator'] },
      height: 10,
    }),
  ],
};
