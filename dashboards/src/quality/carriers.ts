import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { lines as over } from '../panels/trend.js';

export const lines: Section = {
  title: 'Telephone lines',
  collapsed: true,
  panels: [
    over({ title: 'Answer-seizure ratio by trunk', asks: { metrics: ['asr'], groupBy: ['trunk'], interval: '1d' } }),
    over({
      title: 'Network effectiveness ratio by trunk',
      asks: { metrics: ['ner'], groupBy: ['trunk'], interval: '1d' },
    }),
    over({
      title: 'Post-dial delay',
      asks: {
        metrics: [
          { id: 'post_dial_delay', as: 'Half took up to', params: { percentile: 50 } },
          { id: 'post_dial_delay', as: 'Nine of ten took up to', params: { percentile: 90 } },
        ],
        interval: '1d',
      },
      colours: { 'Half took up to': colours.underWay, 'Nine of ten took up to': colours.lost },
    }),
    over({
      title: 'Voice quality (MOS)',
      asks: { metrics: ['average_mos'], interval: '1d' },
      colour: colours.good,
    }),
  ],
};
