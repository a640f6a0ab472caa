import type { Board } from '../board.js';
import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { ranking } from '../panels/ranking.js';
import { tile } from '../panels/tile.js';
import { bars, lines } from '../panels/trend.js';
import { SILENCE } from '../thresholds.js';

/** Of this very moment, whatever range the board shows. */
const NOW_NOTE = 'Of the moment of asking, whatever range the board shows.';

/** Three a line, for the room of their titles. */
const size = { width: 8, height: 3 } as const;
const third = { width: 8 } as const;
const bySource = ['source'] as const;

const now: Section = {
  panels: [
    tile('Newest record', 'intake_age_seconds', { ...size, note: NOW_NOTE }),
    tile('Records per minute, last 15 min.', 'records_per_minute', { ...size, window: 'last_15m' }),
    tile('Intake lag, last 15 min.', 'ingest_lag_seconds', {
      ...size,
      window: 'last_15m',
      note: 'Of a hundred records, 95 arrived within this time.',
    }),
    tile('Share in quarantine', 'rejection_rate', size),
    tile('Duplicates', 'records_duplicate', size),
    tile('Conflicts', 'records_conflicting', size),
  ],
};

const freshness: Section = {
  title: 'Freshness',
  panels: [
    ranking({
      title: 'Newest record by source',
      note: `${NOW_NOTE} Red is who has been silent for longer than any of them ever should.`,
      asks: { metrics: ['intake_age_seconds'], groupBy: bySource },
      limit: SILENCE,
    }),
    lines({
      title: 'Intake lag by source',
      note: 'Of a hundred records, 95 arrived within this time.',
      asks: { metrics: ['ingest_lag_seconds'], groupBy: bySource, top: 8, withoutOthers: true },
    }),
  ],
};

const arrivals: Section = {
  title: 'What arrived, by source and time of arrival',
  panels: [
    lines({
      title: 'Records per minute by source',
      asks: { metrics: ['records_per_minute'], groupBy: bySource, top: 8 },
    }),
    bars({
      title: 'What became of the records',
      note: 'Together they are the records received.',
      asks: { metrics: ['records_stored', 'records_duplicate', 'records_rejected'] },
      colours: {
        records_stored: colours.good,
        records_duplicate: colours.endedByPeople,
        records_rejected: colours.broken,
      },
    }),
    bars({
      title: 'Duplicates by source',
      asks: { metrics: ['records_duplicate'], groupBy: bySource, top: 8 },
      ...third,
    }),
    bars({
      title: 'Quarantined by source',
      asks: { metrics: ['records_rejected'], groupBy: bySource, top: 8 },
      ...third,
    }),
    bars({
      title: 'Conflicts by source',
      asks: { metrics: ['records_conflicting'], groupBy: bySource, top: 8 },
      ...third,
    }),
  ],
};

const happened: Section = {
  title: 'What it speaks of, by source and time of happening',
  panels: [
    bars({ title: 'Calls by source', asks: { metrics: ['calls'], groupBy: bySource, top: 8 } }),
    bars({ title: 'Dialogues by source', asks: { metrics: ['dialogues'], groupBy: bySource, top: 8 } }),
    bars({ title: 'Messages by source', asks: { metrics: ['messages'], groupBy: bySource, top: 8 } }),
    bars({ title: 'Notifications by source', asks: { metrics: ['notifications'], groupBy: bySource, top: 8 } }),
  ],
};

export const intake: Board = {
  uid: 'switchboard-intake',
  title: 'Intake and freshness',
  description: 'Whether records come in, from which sources, how late, and how old the newest are',
  folder: 'Service health',
  tags: ['health'],
  from: 'now-24h',
  refresh: '30s',
  variables: [{ dimension: 'source', label: 'Source' }],
  sections: [now, freshness, arrivals, happened],
};
