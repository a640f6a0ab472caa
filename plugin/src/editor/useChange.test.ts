import { renderHook } from '@testing-library/react';
import type { SwitchboardQuery } from '../query/model';
import { useChange } from './useChange';

const daily: SwitchboardQuery = { refId: 'A', metrics: ['calls'], interval: '1d' };
const hourly: SwitchboardQuery = { ...daily, interval: '1h' };

function shown() {
  const onChange = jest.fn();
  const onRunQuery = jest.fn();
  const asked = ({ refId, metrics, interval }: SwitchboardQuery) => ({ refId, metrics, interval });
  const { result, rerender } = renderHook((query) => useChange({ query, onChange, onRunQuery, asked }), {
    initialProps: daily,
  });
  return { result, rerender, onChange, onRunQuery };
}

describe('useChange', () => {
  it('hands on once what an old handler says again, and anew what was taken back meanwhile', () => {
    const { result, rerender, onChange, onRunQuery } = shown();
    const old = result.current;
    old(hourly);
    old({ ...hourly });
    rerender(hourly);
    old({ ...hourly });
    expect(onChange.mock.calls).toEqual([[hourly]]);
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    rerender(daily);
    old(hourly);
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(onRunQuery).toHaveBeenCalledTimes(2);
  });

  it('runs nothing where the same is asked', () => {
    const { result, onChange, onRunQuery } = shown();
    result.current({ ...daily, filters: [] });
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(onRunQuery).not.toHaveBeenCalled();
  });
});
