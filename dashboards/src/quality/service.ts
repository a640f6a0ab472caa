import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import type { MetricId } from '../../../server/src/catalogue/metrics.js';
import type { PanelPlan } from '../panels/panel.js';
import { ranking } from '../panels/ranking.js';
import { tile } from '../panels/tile.js';
import { bars, lines } from '../panels/trend.js';

/** Three a line, for the room of their titles. */
const size = { width: 8, height: 3 } as const;

export const state: Section = {
  panels: [
    tile('First response time, median', { id: 'first_response_time', params: { percentile: 50 } }, size),
    tile('CSAT', 'csat', size),
    tile('Net promoter score', 'nps', size),
    tile('Delivery rate', 'delivery_rate', size),
    tile('Containment rate', 'containment_rate', size),
    tile('Reopen rate', 'reopen_rate', size),
  ],
};

/** The median, and what nine of ten do not exceed. */
const halves = (title: string, id: MetricId): PanelPlan =>
  lines({
    title,
    asks: {
      metrics: [
        { id, as: 'Half took up to', params: { percentile: 50 } },
        { id, as: 'Nine of ten took up to', params: { percentile: 90 } },
      ],
      interval: '1d',
    },
    colours: { 'Half took up to': colours.underWay, 'Nine of ten took up to': colours.lost },
  });

export const responses: Section = {
  title: 'How quickly customers are answered',
  panels: [
    halves('First response time', 'first_response_time'),
    halves('Next response time', 'next_response_time'),
    halves('Resolution time', 'resolution_time'),
    lines({ title: 'Backlog', asks: { metrics: ['backlog'], interval: '1d' }, colour: colours.underWay }),
  ],
};

export const satisfied: Section = {
  title: 'What customers think',
  panels: [
    lines({ title: 'CSAT by day', asks: { metrics: ['csat'], interval: '1d' }, colour: colours.good }),
    lines({ title: 'Net promoter score by day', asks: { metrics: ['nps'], interval: '1d' }, colour: colours.good }),
    ranking({
      title: 'CSAT by operator',
      note: 'A rating counts for everyone who took part.',
      asks: { metrics: ['csat'], groupBy: ['operator'] },
    }),
    bars({ title: 'Ratings by scale', asks: { metrics: ['ratings'], groupBy: ['scale'], interval: '1d' } }),
  ],
};
