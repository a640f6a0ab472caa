import { describe, expect, it } from '@jest/globals';
import { dated } from './knowledge.js';

describe('dated', () => {
  it('dates records that have no time by their file', () => {
    expect(dated({ kind: 'name', id: '1' }, 5)).toEqual({ kind: 'name', id: '1', observedAt: 5 });
    // A time that was only planned is not one at which anything was known.
    expect(dated({ kind: 'notification', scheduledAt: 9 }, 5)).toMatchObject({ observedAt: 5 });
  });

  it.each([{ kind: 'call', endedAt: 1 }, { kind: 'name', observedAt: 1 }, { kind: 'no such kind' }, 'no record', null])(
    'leaves %j alone',
    (record) => {
      expect(dated(record, 5)).toBe(record);
    },
  );
});
