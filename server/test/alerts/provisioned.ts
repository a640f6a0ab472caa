import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import yaml from 'js-yaml';

/** An alert rule as Grafana reads it from its provisioning. */
export interface Rule {
  uid: string;
  condition: string;
  data: {
    refId: string;
    relativeTimeRange: { from: number; to: number };
    datasourceUid: string;
    model: {
      refId: string;
      type?: string;
      expression?: string;
      conditions?: { evaluator: { type: string; params: number[] } }[];
      [setting: string]: unknown;
    };
  }[];
  for: string;
  noDataState: string;
  execErrState: string;
}

export interface Group {
  name: string;
  interval: string;
  rules: Rule[];
}

const file = join(import.meta.dirname, '../../../provisioning/alerting/rules.yaml');

/** The groups of rules that Grafana is given. */
export const groups = (yaml.load(readFileSync(file, 'utf8')) as { groups: Group[] }).groups;

/** Minutes as provisioning writes them. */
export function minutesOf(text: string): number {
  const [, minutes] = /^(\d+)m$/.exec(text) ?? [];
  if (minutes === undefined) throw new Error(`There is no rule for ${text}.`);
  return Number(minutes);
}
