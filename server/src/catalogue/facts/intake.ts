import { kinds } from '../../facts/kinds.js';
import { column, fact, own } from '../declare.js';

/** Every fact of any kind, with the newest moment that a record of it speaks of. */
export const intake = fact({
  noun: 'records',
  from: `(${[...kinds.keys()]
    .map((kind) => `select tenant, at, source, labels, coalesce(seen, first_known) as known from fact.${kind}`)
    .join('\n  union all ')})`,
  parents: {},
  axes: {},
  dimensions: own({ source: 'source' }),
  measures: {
    age: { aggregate: 'age', of: column('known') },
  },
});
