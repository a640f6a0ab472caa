import { t } from '@grafana/i18n';
import type { Catalogue } from '../../catalogue/catalogue';
import type { SwitchboardQuery } from '../../query/model';
import { applicable } from '../applicable';
import { compareChoices, intervalChoices, labelOf, windowChoices } from '../choices';
import { usualInterval } from '../edit';
import { RAW } from '../raw';
import { sentences } from './sentences';

/** Over which time, in which steps, in whose days, and compared with what. */
export function explainTime(query: SwitchboardQuery, catalogue: Catalogue): string[] {
  const fits = applicable(query, catalogue);
  if (!fits.window) return [];
  const { window, compare, format, timeZone } = query;
  const interval = query.interval ?? usualInterval(format);
  return sentences([
    window
      ? t('editor.explain.window', 'Range: {{window}}, whatever the dashboard shows.', {
          window: labelOf(windowChoices(), window),
          ...RAW,
        })
      : t('editor.explain.range', 'Range: that of the dashboard, its end not included.'),
    fits.interval && steps(interval),
    timeZone
      ? t('editor.explain.zone', 'Days and weeks are those of {{zone}}.', { zone: timeZone, ...RAW })
      : t('editor.explain.dashboard-zone', 'Days and weeks are those of the dashboard’s time zone.'),
    fits.dropOpenBucket &&
      query.dropOpenBucket &&
      t('editor.explain.open-bucket', 'Without the last step while it is not over.'),
    fits.compare &&
      compare &&
      t(
        'editor.explain.compare',
        'Beside it the same number of an earlier range: {{compare}}, at the same time of day.',
        {
          compare: labelOf(compareChoices(), compare),
          ...RAW,
        },
      ),
  ]);
}

function steps(interval: string): string {
  if (interval === 'none') return t('editor.explain.no-steps', 'One number for the whole range.');
  if (interval === 'auto') return t('editor.explain.auto-steps', 'In steps that fit the width of the panel.');
  return t('editor.explain.steps', 'In steps of: {{interval}}.', {
    interval: labelOf(intervalChoices(), interval),
    ...RAW,
  });
}
