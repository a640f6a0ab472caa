import { metricsOf } from '../declare.js';
import { intake } from '../facts/intake.js';

export const intakeMetrics = metricsOf(intake, {
  intake_age_seconds: {
    name: 'Age of the newest record',
    description: 'Time since the newest moment that any record speaks of, at the moment of asking, from all records.',
    unit: 's',
    decimals: 0,
    direction: 'down',
    axis: null,
    numerator: { measure: 'age' },
    scale: 0.001,
  },
});
