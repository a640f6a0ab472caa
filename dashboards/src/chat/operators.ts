import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { map } from '../panels/map.js';
import { ranking } from '../panels/ranking.js';

export const operators: Section = {
  title: "Operators' sessions in chats",
  panels: [
    ranking({
      title: 'Operator dialogues in which they wrote messages',
      asks: { metrics: ['dialogues_written'], groupBy: ['operator'] },
      width: 10,
    }),
    ranking({
      title: 'Active dialogs by operator',
      note: 'Dialogues of the range that the operator took or wrote in; those open at this moment are in Queues and operators.',
      asks: { metrics: ['dialogues_active_operators'], groupBy: ['operator'] },
      width: 7,
    }),
    ranking({
      title: 'Skipped dialogs by operator',
      note: 'A dialogue that was skipped several times counts each time.',
      asks: { metrics: ['offers_skipped'], groupBy: ['operator'] },
      colour: colours.lost,
      width: 7,
    }),
    map({
      title: 'Dialogs web widget by coordinates',
      note: 'Dialogues of the web widget only, whatever messengers are chosen; places are rounded to a tenth of a degree.',
      asks: { metrics: ['dialogues'], only: { channel: ['web'] } },
      width: 24,
    }),
  ],
};
