import { metricsOf } from '../declare.js';
import { intake, intakeLag, newestRecord } from '../facts/intake.js';

const counted = { unit: 'locale', decimals: 0, axis: 'receivedAt' } as const;

export const intakeMetrics = {
  ...metricsOf(intake, {
    records_received: {
      ...counted,
      name: 'Records received',
      description: 'Number of records that arrived, stored, repeated and refused ones, by time of arrival.',
      direction: 'neutral',
      numerator: { measure: 'received' },
    },
    records_per_minute: {
      name: 'Records per minute',
      description:
        'Records that arrived per minute on average, stored, repeated and refused ones, over the time of the bucket that has passed.',
      unit: 'none',
      decimals: 1,
      direction: 'neutral',
      axis: 'receivedAt',
      numerator: { measure: 'received' },
      perTime: true,
      scale: 60_000,
    },
    records_stored: {
      ...counted,
      name: 'Records stored',
      description: 'Number of records that told something new, by time of arrival.',
      direction: 'neutral',
      numerator: { measure: 'stored' },
    },
    records_duplicate: {
      ...counted,
      name: 'Duplicates',
      description: 'Number of records that repeated what was known, by time of arrival.',
      direction: 'neutral',
      numerator: { measure: 'duplicates' },
    },
    records_rejected: {
      ...counted,
      name: 'Records in quarantine',
      description: 'Number of records that were refused and wait in quarantine, by time of arrival.',
      direction: 'down',
      numerator: { measure: 'rejected' },
    },
    records_conflicting: {
      ...counted,
      name: 'Conflicts',
      description: 'Number of fields in which a record contradicted another of the same moment, by time of arrival.',
      direction: 'down',
      numerator: { measure: 'conflicts' },
    },
    rejection_rate: {
      name: 'Share in quarantine',
      description: 'Share of the records received that were refused, by time of arrival.',
      unit: 'percent',
      decimals: 1,
      direction: 'down',
      axis: 'receivedAt',
      numerator: { measure: 'rejected' },
      denominator: { measure: 'received' },
      scale: 100,
    },
  }),
  ...metricsOf(newestRecord, {
    intake_age_seconds: {
      name: 'Age of the newest record',
      description: 'Time since the newest moment that any record speaks of, at the moment of asking, from all records.',
      unit: 's',
      decimals: 1,
      direction: 'down',
      axis: null,
      numerator: { measure: 'age' },
      scale: 0.001,
    },
  }),
  ...metricsOf(intakeLag, {
    ingest_lag_seconds: {
      name: 'Intake lag',
      description:
        'Time from the moment that a record speaks of to its arrival, of stored records, at the given percentile, by time of arrival; exact to two fifths.',
      unit: 's',
      decimals: 1,
      direction: 'down',
      axis: 'receivedAt',
      numerator: { measure: 'lag' },
      scale: 0.001,
      defaults: { percentile: 95 },
    },
  }),
};
