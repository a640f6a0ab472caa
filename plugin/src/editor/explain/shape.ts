import { t } from '@grafana/i18n';
import type { Catalogue, Metric } from '../../catalogue/catalogue';
import { fieldName, type SwitchboardQuery, type Top } from '../../query/model';
import { applicable, chosenMetrics } from '../applicable';
import { labelOf, partChoices } from '../choices';
import { metricChoices } from '../metricChoices';
import { RAW } from '../raw';
import { USUAL_OPERATORS, USUAL_RECORDS } from '../usual';
import { dimensionNames } from './conditions';
import { sentences } from './sentences';

/** By what the numbers are told apart, how many of them are shown, and what is made of them. */
export function explainShape(query: SwitchboardQuery, catalogue: Catalogue): string[] {
  const { groupBy = [], top, share, format } = query;
  const fits = applicable(query, catalogue);
  const several = new Set(chosenMetrics(query, catalogue).flatMap((metric) => multiValued(metric, catalogue)));
  const many = groupBy.filter((id) => several.has(id));
  return sentences([
    format === 'facts' && records(query),
    format === 'states' && operators(query),
    fits.groupBy &&
      groupBy.length > 0 &&
      t('editor.explain.groups', 'A number for each: {{dimensions}}.', {
        dimensions: dimensionNames(groupBy, catalogue),
        ...RAW,
      }),
    fits.groupBy &&
      many.length > 0 &&
      t(
        'editor.explain.many',
        'What has several values counts in each, so the groups are more than the total: {{dimensions}}.',
        {
          dimensions: dimensionNames(many, catalogue),
          ...RAW,
        },
      ),
    ...(fits.top && top ? explainTop(top, query, catalogue) : []),
    fits.share && share === 'total' && t('editor.explain.share-total', 'Each number is its percentage of the total.'),
    fits.share && share === 'bucket' && t('editor.explain.share-step', 'Each number is its percentage of its step.'),
    fits.cumulative &&
      query.cumulative &&
      t('editor.explain.cumulative', 'The numbers are added up from the beginning of the range.'),
    fits.minDenominator &&
      (query.minDenominator ?? 0) > 0 &&
      t('editor.explain.minimum', 'Ratios over less than {{minimum}} are empty.', { minimum: query.minDenominator }),
  ]);
}

/** The dimensions of which what the metric counts may have several values. */
function multiValued({ facts }: Metric, catalogue: Catalogue): string[] {
  return catalogue.facts.find(({ name }) => name === facts)?.multiValued ?? [];
}

function explainTop({ by, limit, order, others }: Top, query: SwitchboardQuery, catalogue: Catalogue): string[] {
  const name = by || fieldName(query.metrics?.[0] ?? '');
  const metric = labelOf(metricChoices(catalogue.metrics), name);
  return [
    order === 'asc'
      ? t('editor.explain.top-smallest', 'Only the first groups by {{metric}}, up to {{limit}}, from the smallest.', {
          limit,
          metric,
          ...RAW,
        })
      : t('editor.explain.top-largest', 'Only the first groups by {{metric}}, up to {{limit}}, from the largest.', {
          limit,
          metric,
          ...RAW,
        }),
    (others ?? true)
      ? t('editor.explain.others', 'The rest is one more group, Others, counted anew from its records.')
      : t('editor.explain.no-others', 'The rest is left out.'),
  ];
}

function records({ part, columns = [], limit = USUAL_RECORDS }: SwitchboardQuery): string {
  const shown = labelOf(partChoices(), part ?? 'numerator');
  return columns.length === 0
    ? t(
        'editor.explain.records',
        'A list of the records behind the number ({{part}}), up to {{limit}}, in their usual columns.',
        {
          part: shown,
          limit,
          ...RAW,
        },
      )
    : t(
        'editor.explain.records-columns',
        'A list of the records behind the number ({{part}}), up to {{limit}}: {{columns}}.',
        {
          part: shown,
          limit,
          columns: columns.join(', '),
          ...RAW,
        },
      );
}

function operators({ limit = USUAL_OPERATORS }: SwitchboardQuery): string {
  return t('editor.explain.operators', 'A line of states for each operator, of up to {{limit}} of them.', { limit });
}
