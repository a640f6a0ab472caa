import type { Section } from '../layout.js';
import { bars } from '../panels/trend.js';
import { tile } from '../panels/tile.js';

/** Three a line: their titles are the seed's, and long. */
const size = { width: 8, height: 3 } as const;

export const dialogues: Section = {
  panels: [
    tile('Total number of dialogues', 'dialogues', size),
    tile('Count handled by the robot', 'dialogues_bot', size),
    tile('Percent handled by the robot', 'dialogues_bot_percent', size),
    tile('Count handled by the operator', 'dialogues_operator', size),
    tile('Percent handled by the operator', 'dialogues_operator_percent', size),
    tile('Percent that nobody handled', 'dialogues_unhandled_percent', size),
  ],
};

export const handling: Section = {
  title: 'Who handled the dialogues',
  panels: [
    bars({
      title: 'Dialogues by who handled them',
      note: 'Each dialogue counts once: robot, operator and nobody add up to all.',
      asks: { metrics: ['dialogues'], groupBy: ['outcome'] },
      width: 24,
      height: 7,
    }),
    tile('Count handed over by the robot', 'handoff', { ...size, width: 12 }),
    tile('Percent handed over by the robot', 'handoff_rate', { ...size, width: 12 }),
  ],
};
