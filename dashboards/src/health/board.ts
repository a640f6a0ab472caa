import type { Board } from '../board.js';
import type { Section } from '../layout.js';
import { ranking } from '../panels/ranking.js';
import { tile } from '../panels/tile.js';
import { bars } from '../panels/trend.js';

/** Of this very moment, whatever range the board shows. */
const NOW_NOTE = 'Of the moment of asking, whatever range the board shows.';

const now: Section = {
  panels: [
    tile('Newest record', 'intake_age_seconds', { note: NOW_NOTE }),
    tile('Calls', 'calls'),
    tile('Messages', 'messages'),
    tile('Notifications', 'notifications'),
  ],
};

const freshness: Section = {
  title: 'Freshness',
  panels: [
    ranking({
      title: 'Newest record by source',
      note: NOW_NOTE,
      asks: { metrics: ['intake_age_seconds'], groupBy: ['source'] },
      width: 24,
      height: 6,
    }),
  ],
};

const bySource: Section = {
  title: 'What came, by source',
  panels: [
    bars({ title: 'Calls by source', asks: { metrics: ['calls'], groupBy: ['source'], top: 8 } }),
    bars({ title: 'Dialogues by source', asks: { metrics: ['dialogues'], groupBy: ['source'], top: 8 } }),
    bars({ title: 'Messages by source', asks: { metrics: ['messages'], groupBy: ['source'], top: 8 } }),
    bars({ title: 'Notifications by source', asks: { metrics: ['notifications'], groupBy: ['source'], top: 8 } }),
  ],
};

export const intake: Board = {
  uid: 'switchboard-intake',
  title: 'Intake and freshness',
  description: 'Whether records come in, from which sources, and how old the newest are',
  folder: 'Service health',
  tags: ['health'],
  from: 'now-24h',
  refresh: '30s',
  variables: [{ dimension: 'source', label: 'Source' }],
  sections: [now, freshness, bySource],
};
