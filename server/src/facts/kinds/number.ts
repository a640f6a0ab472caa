import { kind } from '../kind.js';
import { personal, time } from '../fields.js';

/** A telephone number owned by the tenant. */
export const number = kind('number', 'startedAt', {
  number: personal(),
  startedAt: time('earliest'),
  endedAt: time('latest'),
});
