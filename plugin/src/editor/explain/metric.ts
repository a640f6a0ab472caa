import { t } from '@grafana/i18n';
import type { Catalogue, Metric } from '../../catalogue/catalogue';
import { choiceOf, type MetricChoice } from '../../query/model';
import { parameterName } from '../parameterName';
import { RAW } from '../raw';
import { conditions } from './conditions';
import { sentences } from './sentences';

/** What one metric counts, from what, by which time, with which settings of its own. */
export function explainMetric(asked: string | MetricChoice, catalogue: Catalogue): string[] {
  const choice = choiceOf(asked);
  const metric = catalogue.metrics.find(({ id }) => id === choice.id);
  const only = conditions(choice.filters ?? [], catalogue);
  return sentences([
    metric ? `${metric.name}: ${sentence(metric.description)}` : unknown(choice.id),
    metric && source(metric),
    metric && settings(metric, choice, catalogue),
    only && t('editor.explain.own-filters', 'Of it only where {{conditions}}.', { conditions: only, ...RAW }),
    choice.as && t('editor.explain.named', 'It is shown as {{name}}.', { name: choice.as, ...RAW }),
    metric && kind(metric),
  ]);
}

function unknown(name: string): string {
  return name.includes('$')
    ? t('editor.explain.variable', '{{name}}: what the variable of the dashboard chooses.', { name, ...RAW })
    : t('editor.explain.unknown', '{{name}} is no metric that the service knows.', { name, ...RAW });
}

function sentence(text: string): string {
  return text === '' || text.endsWith('.') ? text : `${text}.`;
}

function source({ facts, timeAxis: axis }: Metric): string | undefined {
  if (axis === null) {
    return t('editor.explain.now', 'A state of this moment, as it is when it is asked: it has no history.');
  }
  if (facts && axis) {
    return t('editor.explain.source', 'Counted from {{facts}}, each at its time {{axis}}.', { facts, axis, ...RAW });
  }
  return axis && t('editor.explain.axis', 'Each counts at its time {{axis}}.', { axis, ...RAW });
}

function settings(metric: Metric, { params }: MetricChoice, { parameters }: Catalogue): string | undefined {
  const told = metric.parameters.flatMap((name) => {
    const value = params?.[name] ?? metric.defaults[name];
    const unit = { seconds: ' s', percent: ' %' }[parameters.find(({ id }) => id === name)?.unit ?? ''] ?? '';
    return value === undefined ? [] : [`${parameterName(name)} ${String(value)}${unit}`];
  });
  if (told.length === 0) return undefined;
  return t('editor.explain.settings', 'Set to: {{settings}}.', { settings: told.join(', '), ...RAW });
}

/** What the number is where nothing happened, and what may be done with several of them. */
function kind({ additivity, timeAxis }: Metric): string | undefined {
  if (timeAxis === null) return undefined;
  switch (additivity) {
    case 'additive':
      return t('editor.explain.additive', 'Where nothing happened it is 0.');
    case 'ratio':
      return t('editor.explain.ratio', 'Where there is nothing to divide by it is empty, not 0.');
    case 'distinct':
      return t(
        'editor.explain.distinct',
        'It counts different things, so groups and steps do not add up to the total.',
      );
    case 'sketch':
      return t('editor.explain.sketch', 'It is recomputed from the records for every total, never from other results.');
    case 'max':
      return t('editor.explain.max', 'It is the highest of its step; groups do not add up.');
    case 'gauge':
      return t('editor.explain.gauge', 'It is what holds at the end of each step, and now in the open one.');
    default:
      return undefined;
  }
}
