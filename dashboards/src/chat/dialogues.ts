import type { Section } from '../layout.js';
import { lines, bars } from '../panels/trend.js';
import { tile } from '../panels/tile.js';

export const dialogues: Section = {
  panels: [
    tile('Total number of dialogues', 'dialogues'),
    tile('The count handled by the robot', 'dialogues_bot'),
    tile('The percent handled by the robot', 'dialogues_bot_percent'),
    tile('The count handled by the operator', 'dialogues_operator'),
    tile('The percent handled by the operator', 'dialogues_operator_percent'),
    tile('The count nobody handled', 'dialogues_unhandled'),
  ],
};

export const handling: Section = {
  title: 'Dialogues over time',
  panels: [
    bars({ title: 'Dialogues by who handled them', asks: { metrics: ['dialogues'], groupBy: ['outcome'] } }),
    lines({ title: 'Average first response time', asks: { metrics: ['average_first_response_time'] } }),
  ],
};
