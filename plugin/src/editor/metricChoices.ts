import { t } from '@grafana/i18n';
import type { Metric } from '../catalogue/catalogue';
import type { Choice } from './choices';

/** Metrics by their names, with unit and definition, in groups of what they are counted from. */
export function metricChoices(metrics: Metric[]): Choice[] {
  return metrics.map((metric) => ({
    value: metric.id,
    label: metric.name,
    description: about(metric),
    ...(metric.facts && { group: capitalised(metric.facts) }),
  }));
}

/** The metrics in which every typed word occurs, in name, id, definition, unit or facts; those named so first. */
export function findMetrics(metrics: Metric[], typed: string): Metric[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const text = (metric: Metric) => `${metric.name} ${metric.id} ${about(metric)} ${metric.facts ?? ''}`.toLowerCase();
  const rank = ({ name, id }: Metric) => {
    const named = `${name} ${id}`.toLowerCase();
    if (name.toLowerCase().startsWith(words[0] ?? '')) return 0;
    return words.every((word) => named.includes(word)) ? 1 : 2;
  };
  const found = metrics.filter((metric) => words.every((word) => text(metric).includes(word)));
  return words.length === 0 ? found : found.sort((one, other) => rank(one) - rank(other));
}

/** Unit and definition in one line. */
export function about({ unit, description }: Metric): string {
  return [unitText(unit), description].filter(Boolean).join(' · ');
}

function unitText(unit: string): string {
  const units = new Map([
    ['locale', t('editor.unit.count', 'Count')],
    ['s', t('editor.unit.seconds', 'Duration')],
    ['percent', t('editor.unit.percent', 'Percent')],
    ['currency', t('editor.unit.money', 'Money')],
    ['cps', t('editor.unit.rate', 'Per second')],
  ]);
  return units.get(unit) ?? '';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
