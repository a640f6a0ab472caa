import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { map } from '../panels/map.js';
import { ranking } from '../panels/ranking.js';

export const operators: Section = {
  title: "Operators' sessions in chats",
  panels: [
    ranking({
      title: 'The number of operator dialogues in which they wrote messages',
      asks: { metrics: ['dialogues_written'], groupBy: ['operator'] },
    }),
    ranking({
      title: 'Number of skipped dialogs by operator',
      note: 'A dialogue that was skipped several times counts each time.',
      asks: { metrics: ['offers_skipped'], groupBy: ['operator'] },
      colour: colours.lost,
    }),
    map({
      title: 'Dialogs web widget by coordinates',
      note: 'Dialogues of the web widget only, whatever messengers are chosen; places are rounded to a tenth of a degree.',
      asks: { metrics: ['dialogues'], only: { channel: ['web'] } },
      width: 24,
    }),
  ],
};
