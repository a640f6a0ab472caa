import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import type { MetricWith } from '../question.js';
import { heat } from '../panels/heat.js';
import { table } from '../panels/table.js';
import { tile } from '../panels/tile.js';
import { bars, lines } from '../panels/trend.js';

/** Answered within as many seconds as the board's variable says. */
const serviceLevel = { id: 'service_level', params: { threshold: '$threshold' } } as const satisfies MetricWith;

const NOW_NOTE = 'As it is at the end of the range: now, where the board ends now.';

/** Three a line, for the room of their titles. */
const size = { width: 8, height: 3 } as const;

export const now: Section = {
  panels: [
    tile('Waiting in queues', 'queue_now', { ...size, note: NOW_NOTE }),
    tile('Longest wait now', 'longest_wait_now', { ...size, note: NOW_NOTE }),
    tile('Operators online', 'operators_online', { ...size, note: NOW_NOTE }),
    tile('Service level', serviceLevel, size),
    tile('Abandon rate', 'abandon_rate', size),
    tile('Average speed of answer', 'average_speed_of_answer', size),
  ],
};

export const waiting: Section = {
  title: 'Queues over time',
  panels: [
    bars({
      title: 'Offered, answered, abandoned',
      note: 'A bar is all that was offered, divided by how the stay in the queue ended; unknown is who waits still.',
      asks: { metrics: ['queue_entries'], groupBy: ['reason'] },
    }),
    lines({
      title: 'Service level by queue',
      note: 'Of more than eight queues those where it is lowest.',
      asks: { metrics: [serviceLevel], groupBy: ['queue'], top: 8, lowest: true, withoutOthers: true },
    }),
    lines({
      title: 'Wait until the answer',
      note: 'Half of those answered waited no longer than the first line says, nine of ten no longer than the second.',
      asks: {
        metrics: [
          { id: 'wait_time', as: 'Half waited up to', params: { percentile: 50 } },
          { id: 'wait_time', as: 'Nine of ten waited up to', params: { percentile: 90 } },
          { id: 'average_speed_of_answer', as: 'On average' },
        ],
      },
      colours: {
        'Half waited up to': colours.underWay,
        'Nine of ten waited up to': colours.lost,
        'On average': colours.endedByPeople,
      },
    }),
    lines({ title: 'Most waiting in queues', asks: { metrics: ['queue_peak'], groupBy: ['queue'] } }),
    heat({
      title: 'How long people waited',
      note: 'A row for each length of the wait, until the answer or the end: the darker, the more came in that time and waited that long.',
      asks: { metrics: ['queue_entries'], groupBy: ['wait_class'] },
      width: 24,
      height: 7,
    }),
  ],
};

export const byQueue: Section = {
  title: 'By queue',
  panels: [
    table({
      title: 'Queues',
      note: '“In time” is the service level; “9 of 10” is what nine of ten of those answered waited at most.',
      asks: {
        metrics: [
          'queue_entries',
          'queue_entries_answered',
          'queue_entries_abandoned',
          'queue_entries_abandoned_short',
          'abandon_rate',
          serviceLevel,
          'average_speed_of_answer',
          { id: 'wait_time', as: 'Nine of ten waited up to', params: { percentile: 90 } },
          'longest_wait',
        ],
        groupBy: ['queue'],
      },
      columns: {
        queue_entries: 'Offered',
        queue_entries_answered: 'Answered',
        queue_entries_abandoned: 'Abandoned',
        queue_entries_abandoned_short: 'At once',
        abandon_rate: 'Abandon %',
        service_level: 'In time',
        average_speed_of_answer: 'On average',
        'Nine of ten waited up to': '9 of 10',
        longest_wait: 'Longest',
      },
      height: 7,
    }),
  ],
};

export const concurrency: Section = {
  title: 'Calls and dialogues at once',
  collapsed: true,
  panels: [
    lines({
      title: 'Concurrent calls',
      note: 'The peak is exact, from the start and end of each call.',
      asks: { metrics: ['concurrent_calls_peak', 'concurrent_calls_average'] },
      colours: { concurrent_calls_peak: colours.lost, concurrent_calls_average: colours.underWay },
    }),
    lines({ title: 'Backlog of dialogues', asks: { metrics: ['backlog'] }, colour: colours.underWay }),
    lines({ title: 'Longest wait by queue', asks: { metrics: ['longest_wait'], groupBy: ['queue'] } }),
    bars({ title: 'Offered by queue', asks: { metrics: ['queue_entries'], groupBy: ['queue'], top: 8 } }),
  ],
};
