import type { Section } from '../layout.js';
import { bars } from '../panels/trend.js';
import { tile } from '../panels/tile.js';

export const dialogues: Section = {
  panels: [
    tile('Total number of dialogues', 'dialogues'),
    tile('Count handled by the robot', 'dialogues_bot', { width: 5 }),
    tile('Percent handled by the robot', 'dialogues_bot_percent', { width: 5 }),
    tile('Count handled by the operator', 'dialogues_operator', { width: 5 }),
    tile('Percent handled by the operator', 'dialogues_operator_percent', { width: 5 }),
  ],
};

export const handling: Section = {
  title: 'Who handled the dialogues',
  panels: [
    bars({
      title: 'Dialogues by who handled them',
      note: 'Each dialogue counts once: robot, operator and nobody add up to all.',
      asks: { metrics: ['dialogues'], groupBy: ['outcome'] },
      width: 16,
    }),
    tile('Nobody answered', 'dialogues_unhandled'),
    tile('Nobody answered, percent', 'dialogues_unhandled_percent'),
    tile('Robot, then operator', 'handoff'),
    tile('Handoff rate', 'handoff_rate'),
  ],
};
