import { Counter } from 'prom-client';
import { metrics } from '../health/metrics.js';
import type { IntakeAnswer } from './intake.js';

const records = new Counter({
  name: 'switchboard_records_total',
  help: 'Records taken in, by what became of them.',
  labelNames: ['outcome'],
  registers: [metrics],
});

export function countRecords({ stored, duplicates, rejected }: IntakeAnswer): void {
  records.inc({ outcome: 'stored' }, stored);
  records.inc({ outcome: 'duplicate' }, duplicates);
  records.inc({ outcome: 'rejected' }, rejected.length);
}
