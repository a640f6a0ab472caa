import { t } from '@grafana/i18n';
import type { Catalogue } from '../catalogue/catalogue';
import type { SwitchboardQuery } from '../query/model';
import { applicable, type Setting } from './applicable';
import { compareChoices, labelOf, shareChoices, weekStartChoices, windowChoices } from './choices';

/** What most queries leave as it is. */
export type Option = Extract<
  Setting,
  'window' | 'compare' | 'share' | 'cumulative' | 'withCustomerMessages' | 'dropOpenBucket' | 'minDenominator'
>;
const OPTIONS: Option[] = [
  'window',
  'compare',
  'share',
  'cumulative',
  'withCustomerMessages',
  'dropOpenBucket',
  'minDenominator',
];

/** What can be set: what makes sense for the query, and what is set already, so that it can be taken back. */
export function shownOptions(query: SwitchboardQuery, catalogue: Catalogue): Set<Option> {
  const fits = applicable(query, catalogue);
  return new Set(OPTIONS.filter((name) => fits[name] || Boolean(query[name])));
}

/** What is set, in a few words. */
export function optionsSummary(query: SwitchboardQuery): string {
  const { window, compare, share, timeZone, weekStart, minDenominator } = query;
  const said = [
    window && labelOf(windowChoices(), window),
    compare && `${t('editor.compare.label', 'Compare with')}: ${labelOf(compareChoices(), compare)}`,
    share && `${t('editor.share.label', 'Share')}: ${labelOf(shareChoices(), share)}`,
    flag(t('editor.cumulative.label', 'Cumulative'), query.cumulative),
    flag(t('editor.customer-messages.label', 'Customer wrote'), query.withCustomerMessages),
    flag(t('editor.open-bucket.label', 'Drop open step'), query.dropOpenBucket),
    minDenominator ? `${t('editor.minimum.label', 'Least denominator')}: ${minDenominator}` : '',
    timeZone,
    weekStart && labelOf(weekStartChoices(), weekStart),
  ];
  return said.filter(Boolean).join(' · ') || t('editor.options.none', 'The usual ones');
}

function flag(label: string, value: boolean | string | undefined): string {
  if (value === undefined || value === false || value === '' || value === 'false') return '';
  return value === true || value === 'true' ? label : `${label}: ${value}`;
}
