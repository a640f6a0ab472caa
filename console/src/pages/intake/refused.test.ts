import { describe, expect, it } from '@jest/globals';
import { editable, readRecord, type Refused } from './refused.js';

const refused = (record: unknown): Refused => ({
  id: '1', receivedAt: '', source: 'pbx', kind: null, recordId: null, code: 'x', field: null, message: '', record, replayedAt: null,
}); // prettier-ignore

describe('editable', () => {
  it('writes a record in lines, and leaves a text that is none as it is', () => {
    expect(editable(refused({ kind: 'call' }))).toBe('{\n  "kind": "call"\n}');
    expect(editable(refused('{"kind": "ca'))).toBe('{"kind": "ca');
    expect(editable(refused(null))).toBe('null');
  });
});

describe('readRecord', () => {
  it('reads JSON, or says why it is none', () => {
    expect(readRecord('{"kind":"call"}')).toEqual({ record: { kind: 'call' } });
    expect(readRecord('{"kind"')).toEqual({ reason: expect.stringContaining('JSON') });
  });
});
