import { t } from '@grafana/i18n';
import { SCHEMA_VERSION, type SwitchboardQuery } from '../query/model';

export interface Example {
  title: string;
  about: string;
  query: Omit<SwitchboardQuery, 'refId'>;
}

/** Questions to begin with, shown on the help page. */
export function examples(): Example[] {
  const asked = (query: Omit<SwitchboardQuery, 'refId'>) => ({ schemaVersion: SCHEMA_VERSION, ...query });
  return [
    {
      title: t('editor.example.calls', 'Calls by status'),
      about: t('editor.example.calls-about', 'A line for each status: how many calls began in each step.'),
      query: asked({ metrics: ['calls'], groupBy: ['status'], interval: 'auto', format: 'time_series' }),
    },
    {
      title: t('editor.example.channels', 'Dialogues by channel, as a table'),
      about: t('editor.example.channels-about', 'The ten busiest channels of the range, and the others added up.'),
      query: asked({
        ...{ metrics: ['dialogues'], groupBy: ['channel'], interval: 'none', format: 'table' },
        top: { limit: 10, order: 'desc', others: true },
      }),
    },
    {
      title: t('editor.example.week', 'Messages each day, compared with a week before'),
      about: t('editor.example.week-about', 'Two lines: this range, and the same days of the week before.'),
      query: asked({ metrics: ['messages'], interval: '1d', format: 'time_series', compare: 'previous_week' }),
    },
    {
      title: t('editor.example.levels', 'Service level within 20 and within 60 seconds, by queue'),
      about: t('editor.example.levels-about', 'One metric twice, each with a threshold and a name of its own.'),
      query: asked({
        metrics: [
          { id: 'service_level', as: 'in_20_s', params: { threshold: 20 } },
          { id: 'service_level', as: 'in_60_s', params: { threshold: 60 } },
        ],
        ...{ groupBy: ['queue'], interval: 'none', format: 'table' },
      }),
    },
    {
      title: t('editor.example.failed', 'Notifications that failed today'),
      about: t('editor.example.failed-about', 'One number, for a stat panel.'),
      query: asked({
        metrics: ['notifications'],
        filters: [{ key: 'status', operator: '=|', values: ['failed', 'undelivered', 'rejected'] }],
        ...{ interval: 'none', format: 'single', window: 'today' },
      }),
    },
    {
      title: t('editor.example.alert', 'Abandon rate for an alert rule'),
      about: t(
        'editor.example.alert-about',
        'The last half hour by queue; empty, not 0, where fewer than 20 customers waited, so that nobody is woken for one.',
      ),
      query: asked({
        ...{ metrics: ['abandon_rate'], groupBy: ['queue'], interval: 'none', format: 'table' },
        ...{ window: 'last_30m', minDenominator: 20 },
      }),
    },
    {
      title: t('editor.example.hours', 'When customers write'),
      about: t('editor.example.hours-about', 'A heat map: days along, the hours of the day upwards.'),
      query: asked({ metrics: ['customer_messages'], groupBy: ['hour_of_day'], interval: '1d', format: 'heatmap' }),
    },
    {
      title: t('editor.example.states', 'What operators do'),
      about: t('editor.example.states-about', 'A line of states for each operator, for a state timeline.'),
      query: asked({ metrics: ['presence_time'], format: 'states' }),
    },
    {
      title: t('editor.example.records', 'Calls that were abandoned, one by one'),
      about: t('editor.example.records-about', 'The records behind the number, newest first.'),
      query: asked({ metrics: ['calls_abandoned'], format: 'facts', limit: 100 }),
    },
  ];
}
