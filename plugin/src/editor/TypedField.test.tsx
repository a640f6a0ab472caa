import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { TypedField } from './TypedField';

function show(value: string) {
  const onChange = jest.fn();
  const problem = (typed: string) => (typed === 'bad' ? 'No good.' : undefined);
  render(<TypedField id="f" label="Field" placeholder="None" value={value} problem={problem} onChange={onChange} />);
  return onChange;
}

describe('TypedField', () => {
  it('tells once that typing is over, however it ends', async () => {
    const onChange = show('');
    await userEvent.type(screen.getByLabelText('Field'), ' 12 ');
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual([['12']]);
    await userEvent.type(screen.getByLabelText('Field'), '3{Enter}');
    expect(onChange.mock.calls).toEqual([['12'], ['3']]);
  });

  it('says nothing where nothing changed', async () => {
    const onChange = show('12');
    await userEvent.type(screen.getByLabelText('Field'), '{Enter}');
    await userEvent.tab();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('keeps what cannot be taken, with a sentence, and takes nothing back of it', async () => {
    const onChange = show('12');
    await userEvent.clear(screen.getByLabelText('Field'));
    await userEvent.type(screen.getByLabelText('Field'), 'bad');
    await userEvent.tab();
    expect(screen.getByText('No good.')).toBeInTheDocument();
    expect(screen.getByLabelText('Field')).toHaveValue('bad');
    expect(onChange).not.toHaveBeenCalled();
  });
});
