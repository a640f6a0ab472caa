import { brokenAt, SILENCE } from '../thresholds.js';
import { type AlertRule, duration, group } from './rule.js';

const dataStopped: AlertRule = {
  name: 'data-stopped',
  title: 'Data stopped arriving',
  pace: 'now',
  severity: 'critical',
  watches: { metric: 'intake_age_seconds', minutes: 5 },
  limit: brokenAt('intake_age_seconds'),
  for: 2,
  // Nothing has ever arrived: whoever set this up must know.
  noData: 'Alerting',
  // The one rule that tells of a service or database that does not answer; the others keep what they knew.
  error: 'Error',
  panel: ['switchboard-intake', 'Newest record'],
  summary: 'No records arrive any more',
  description: `{{ if .Values.A.Value }}The newest record of all sources speaks of a moment ${duration} ago.{{ else }}No record has ever arrived.{{ end }} All other numbers stand still until records arrive again.`,
};

const sourceStopped: AlertRule = {
  name: 'source-stopped',
  title: 'A source went silent',
  pace: 'slow',
  severity: 'warning',
  watches: { metric: 'intake_age_seconds', groupBy: ['source'], minutes: 5 },
  limit: { side: 'above', value: SILENCE },
  for: 10,
  // The rule above tells of it.
  noData: 'OK',
  error: 'KeepLast',
  runbook: 'data-stopped',
  panel: ['switchboard-intake', 'Newest record by source'],
  summary: `Nothing arrives from ${group('source')}`,
  description: `The newest record of the source ${group('source')} speaks of a moment ${duration} ago; others still arrive.`,
};

export const freshnessRules = [dataStopped, sourceStopped];
