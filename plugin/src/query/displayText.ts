import { t } from '@grafana/i18n';
import { fieldName, type SwitchboardQuery } from './model';

/** A query in a few words, where Grafana lists queries. */
export function displayText({ metrics = [], groupBy = [] }: SwitchboardQuery): string {
  const names = metrics.map(fieldName).join(', ');
  if (groupBy.length === 0) return names;
  const values = { metrics: names, dimensions: groupBy.join(', '), interpolation: { escapeValue: false } };
  return t('editor.display.by', '{{metrics}} by {{dimensions}}', values);
}
