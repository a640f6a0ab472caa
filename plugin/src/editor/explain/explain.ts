import { t } from '@grafana/i18n';
import type { Catalogue } from '../../catalogue/catalogue';
import type { SwitchboardQuery } from '../../query/model';
import { conditions } from './conditions';
import { explainMetric } from './metric';
import { explainShape } from './shape';
import { explainTime } from './time';
import { RAW } from '../raw';
import { sentences } from './sentences';

/**
 * What a query asks, in sentences: what is counted and from which records, by which time, which of it, in which steps, and
 * what becomes of the numbers. The names of metrics, dimensions and values are the service's.
 */
export function explain(query: SwitchboardQuery, catalogue: Catalogue): string[] {
  const { metrics = [], filters = [] } = query;
  if (metrics.length === 0) return [t('editor.explain.nothing', 'Nothing is asked: choose a metric.')];
  const only = conditions(filters, catalogue);
  return sentences([
    ...metrics.flatMap((metric) => explainMetric(metric, catalogue)),
    only && t('editor.explain.filters', 'Only where {{conditions}}.', { conditions: only, ...RAW }),
    query.withCustomerMessages &&
      query.withCustomerMessages !== 'false' &&
      t('editor.explain.customer-messages', 'Only what belongs to dialogues in which the customer wrote.'),
    ...explainTime(query, catalogue),
    ...explainShape(query, catalogue),
  ]);
}
