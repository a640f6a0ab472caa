import { SCHEMA_VERSION, type SwitchboardQuery } from '../query/model';

export interface Example {
  title: string;
  about: string;
  query: Omit<SwitchboardQuery, 'refId'>;
}

/** Questions to begin with, shown on the help page. */
export const EXAMPLES: Example[] = [
  {
    title: 'Calls by status',
    about: 'A line for each status: how many calls began in each step.',
    query: {
      schemaVersion: SCHEMA_VERSION,
      metrics: ['calls'],
      groupBy: ['status'],
      interval: 'auto',
      format: 'time_series',
    },
  },
  {
    title: 'Dialogues by channel, as a table',
    about: 'The ten busiest channels of the range, and the others added up.',
    query: {
      schemaVersion: SCHEMA_VERSION,
      metrics: ['dialogues'],
      groupBy: ['channel'],
      interval: 'none',
      format: 'table',
      top: { limit: 10, order: 'desc', others: true },
    },
  },
  {
    title: 'Messages each day, compared with a week before',
    about: 'Two lines: this range, and the same days of the week before.',
    query: {
      schemaVersion: SCHEMA_VERSION,
      metrics: ['messages'],
      interval: '1d',
      format: 'time_series',
      compare: 'previous_week',
    },
  },
  {
    title: 'Notifications that failed',
    about: 'One number, for a stat panel or an alert rule.',
    query: {
      schemaVersion: SCHEMA_VERSION,
      metrics: ['notifications'],
      filters: [{ key: 'status', operator: '=|', values: ['failed', 'undelivered', 'rejected'] }],
      interval: 'none',
      format: 'single',
    },
  },
];
