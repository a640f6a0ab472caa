import type { Board } from '../board.js';
import { freshnessRules } from './freshness.js';
import { notificationRules } from './notifications.js';
import { queueRules } from './queues.js';
import { contactPoints, policies } from './routing.js';
import { type AlertRule, intervals, type Pace } from './rule.js';
import { savedRule } from './saved-rule.js';
import { telephonyRules } from './telephony.js';
import { type Yaml, yamlOf } from './yaml.js';

/** All alert rules. */
export const alertRules: readonly AlertRule[] = [
  ...queueRules,
  ...telephonyRules,
  ...notificationRules,
  ...freshnessRules,
];

const FOLDER = 'provisioning/alerting';
const COMMENT = 'Generated from dashboards/src/alerting (npm run generate).';

function groupsOf(boards: readonly Board[]): Yaml {
  const paces = Object.keys(intervals) as Pace[];
  return {
    apiVersion: 1,
    groups: paces.map((pace) => ({
      orgId: 1,
      name: `switchboard-${pace}`,
      folder: 'Switchboard alerts',
      interval: `${intervals[pace] / 60}m`,
      rules: alertRules.filter((rule) => rule.pace === pace).map((rule) => savedRule(rule, boards)),
    })),
  };
}

/**
 * Alert rules with their contact point and policy as Grafana's provisioning reads them.
 * @returns path below the repository -> text of the file
 */
export function generateAlerting(boards: readonly Board[]): Record<string, string> {
  return {
    [`${FOLDER}/rules.yaml`]: yamlOf(COMMENT, groupsOf(boards)),
    [`${FOLDER}/contact-points.yaml`]: yamlOf(`${COMMENT} An example: put an address of your own here.`, contactPoints),
    [`${FOLDER}/policies.yaml`]: yamlOf(
      `${COMMENT} An example; it stands in for the policies that Grafana has.`,
      policies,
    ),
  };
}
