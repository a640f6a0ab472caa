import { displayText } from './displayText';

describe('displayText', () => {
  it('says metrics and groups by their names, as they are', () => {
    expect(displayText({ refId: 'A' })).toBe('');
    expect(displayText({ refId: 'A', metrics: ['calls', { id: 'service_level', as: 'in <20 s' }] })).toBe(
      'calls, in <20 s',
    );
    expect(displayText({ refId: 'A', metrics: ['calls'], groupBy: ['status', 'queue'] })).toBe(
      'calls by status, queue',
    );
  });
});
