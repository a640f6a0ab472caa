import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { FORMATS, INTERVALS } from '../query/model';
import { asksSomething } from '../query/normalise';
import { barriers } from '../testing/axe';
import { testSource } from '../testing/source';
import { examples } from './examples';
import { QueryHelp } from './QueryHelp';

describe('QueryHelp', () => {
  it('hands over the example that is clicked', async () => {
    const onClickExample = jest.fn();
    render(<QueryHelp datasource={testSource()} query={{ refId: 'A' }} onClickExample={onClickExample} />);
    await userEvent.click(screen.getByRole('button', { name: 'Calls by status' }));
    expect(onClickExample).toHaveBeenCalledWith({ refId: 'A', ...examples()[0]?.query });
  });

  it('has no barriers', async () => {
    const { container } = render(
      <QueryHelp datasource={testSource()} query={{ refId: 'A' }} onClickExample={jest.fn()} />,
    );
    expect(screen.getAllByRole('button').length).toBe(examples().length);
    expect(await barriers(container)).toEqual([]);
  });

  it.each(examples())('$title asks for something that there is', ({ query }) => {
    expect(asksSomething(query)).toBe(true);
    expect(FORMATS).toContain(query.format);
    expect(INTERVALS).toContain(query.interval ?? 'auto');
  });
});
