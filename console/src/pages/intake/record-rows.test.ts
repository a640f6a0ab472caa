import { describe, expect, it } from '@jest/globals';
import { metrics } from '../../../../server/src/catalogue/metrics.js';
import { SearchBody } from '../../../../server/src/query/search.schema.js';
import { kinds, recordRows, recordsQuery } from './record-rows.js';

describe('recordsQuery', () => {
  it.each(kinds)('asks for a day of $kind by a metric that there is', ({ kind, metric }) => {
    const query = recordsQuery(kind, Date.UTC(2100, 0, 2));
    expect(query).toEqual({
      metrics: [metric],
      from: '2100-01-01T00:00:00.000Z',
      to: '2100-01-02T00:00:00.000Z',
      limit: 10,
    });
    expect(SearchBody.safeParse(query).error).toBeUndefined();
    expect(Object.keys(metrics)).toContain(metric);
  });
});

describe('recordRows', () => {
  it('says what is known, and leaves out what is not', () => {
    const row = { time: 't', id: '1', source: 'pbx', status: 'answered', queue: null, operator: [], tags: ['a', 'b'] };
    expect(recordRows([{ ...row, durationSeconds: 0, resolved: false }])).toEqual([
      {
        time: 't',
        id: '1',
        source: 'pbx',
        said: [
          ['status', 'answered'],
          ['tags', 'a, b'],
          ['durationSeconds', '0'],
          ['resolved', 'false'],
        ],
      },
    ]);
  });
});
