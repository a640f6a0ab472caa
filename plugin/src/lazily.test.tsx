import { render, screen } from '@testing-library/react';
import React from 'react';
import { lazily } from './lazily';

const Greeting = ({ name }: { name: string }) => <p>Hello, {name}</p>;

describe('lazily', () => {
  it('loads a part when it is first shown, once, and hands on what changes', async () => {
    const load = jest.fn(() => Promise.resolve(Greeting));
    const Later = lazily(load);
    expect(load).not.toHaveBeenCalled();

    const { rerender } = render(<Later name="Ada" />);
    expect(screen.queryByText(/Hello/)).not.toBeInTheDocument();
    expect(await screen.findByText('Hello, Ada')).toBeInTheDocument();

    rerender(<Later name="Grace" />);
    expect(screen.getByText('Hello, Grace')).toBeInTheDocument();
    expect(load).toHaveBeenCalledTimes(1);
  });
});
