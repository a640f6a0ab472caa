import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { completeBrowser } from '../testing/browser';
import { unlabelled } from '../testing/labels';
import { resources, testSource } from '../testing/source';
import type { SwitchboardVariableQuery } from './model';
import { VariableEditor } from './VariableEditor';

beforeAll(completeBrowser);

async function show(query: unknown, answers = resources()) {
  const onChange = jest.fn();
  const saved = query as SwitchboardVariableQuery;
  const { container } = render(
    <VariableEditor datasource={testSource(answers)} query={saved} onChange={onChange} onRunQuery={jest.fn()} />,
  );
  await act(async () => {});
  return { onChange, container };
}

describe('VariableEditor', () => {
  it('chooses the dimension whose values are listed', async () => {
    const { onChange } = await show({ refId: 'A' });
    await userEvent.click(screen.getByLabelText('Values of'));
    await userEvent.click(await screen.findByText('Status'));
    expect(onChange).toHaveBeenCalledWith({ refId: 'variable', dimension: 'status', filters: [] });
  });

  it('filters them', async () => {
    const { onChange } = await show({ refId: 'A', dimension: 'status' });
    await userEvent.click(screen.getByRole('button', { name: 'Add filter' }));
    expect(onChange).toHaveBeenCalledWith({
      refId: 'variable',
      dimension: 'status',
      filters: [{ key: '', operator: '=|', values: [] }],
    });
  });

  it.each(['', undefined, {}, 'status'])('bears %p', async (query) => {
    await show(query);
    expect(screen.getByLabelText('Values of')).toHaveValue(query === 'status' ? 'Status' : '');
  });

  it('says why there is no list', async () => {
    await show({}, resources().mockRejectedValue(new Error('The service is not available.')));
    expect(screen.getByText('The service is not available.')).toBeInTheDocument();
  });

  it('labels every control', async () => {
    const { container } = await show({
      dimension: 'status',
      filters: [{ key: 'queue', operator: '=', values: ['sales'] }],
    });
    expect(unlabelled(container)).toEqual([]);
  });
});
