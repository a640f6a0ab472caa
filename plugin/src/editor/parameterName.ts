import { t } from '@grafana/i18n';

/** A metric's parameter in the reader's language; one that this plugin does not know by its id. */
export function parameterName(id: string): string {
  const names = new Map([
    ['threshold', t('editor.parameter.threshold', 'In time within')],
    ['shortAbandon', t('editor.parameter.short-abandon', 'Short abandon')],
    ['percentile', t('editor.parameter.percentile', 'Percentile')],
    ['minCount', t('editor.parameter.min-count', 'Seen at least')],
  ]);
  return names.get(id) ?? id;
}
