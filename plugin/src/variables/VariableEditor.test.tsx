import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { barriers } from '../testing/axe';
import { completeBrowser } from '../testing/browser';
import { catalogue } from '../testing/catalogue';
import { unlabelled } from '../testing/labels';
import { resources, testSource } from '../testing/source';
import { fakeTemplates } from '../testing/templates';
import type { SwitchboardVariableQuery } from './model';
import { VariableEditor } from './VariableEditor';

beforeAll(completeBrowser);

async function show(query: unknown, answers = resources(), templates = fakeTemplates({})) {
  const onChange = jest.fn();
  const saved = query as SwitchboardVariableQuery;
  const { container } = render(
    <VariableEditor
      datasource={testSource(answers, templates)}
      query={saved}
      onChange={onChange}
      onRunQuery={jest.fn()}
    />,
  );
  await act(async () => {});
  return { onChange, container };
}

describe('VariableEditor', () => {
  it('chooses the dimension whose values are listed', async () => {
    const { onChange } = await show({ refId: 'A' });
    await userEvent.click(screen.getByLabelText('Values of'));
    await userEvent.click(await screen.findByText('Status'));
    expect(onChange).toHaveBeenCalledWith({ refId: 'variable', list: 'values', dimension: 'status' });
  });

  it('filters them', async () => {
    const { onChange } = await show({ refId: 'A', dimension: 'status' });
    await userEvent.click(screen.getByRole('button', { name: 'Add filter' }));
    expect(onChange).toHaveBeenCalledWith({
      refId: 'variable',
      list: 'values',
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

  it('offers other variables as values of a filter, and values that pass the other filters', async () => {
    const answers = resources();
    const filters = [
      { key: 'queue', operator: '=|', values: ['$queue'] },
      { key: 'status', operator: '=|', values: [] },
    ];
    await show({ dimension: 'channel', filters }, answers, fakeTemplates({ queue: { value: ['sales'] } }));
    const [, second = document.body] = screen.getAllByLabelText('Values');
    await userEvent.click(second);
    expect(await screen.findByText('Variable of the dashboard')).toBeInTheDocument();
    const [, parameters] = answers.mock.calls.at(-1) ?? [];
    expect(JSON.parse(String(parameters?.filters))).toMatchObject([{ key: 'queue', values: ['sales'] }]);
  });

  it('takes a text that values contain', async () => {
    const { onChange } = await show({ dimension: 'status' });
    await userEvent.type(screen.getByLabelText('Containing'), 'x');
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ dimension: 'status', search: 'x' }));
  });

  it('lists metrics that have a dimension', async () => {
    const { onChange } = await show('status');
    await userEvent.click(screen.getByLabelText('Lists'));
    await userEvent.click(await screen.findByText('Metrics'));
    expect(onChange).toHaveBeenLastCalledWith({ refId: 'variable', list: 'metrics' });
  });

  it('hands on once what is chosen again before it is drawn', async () => {
    const { onChange } = await show({ list: 'metrics' });
    for (let time = 0; time < 2; time += 1) {
      await userEvent.click(screen.getByLabelText('Having'));
      await userEvent.click((await screen.findAllByText('Queue'))[0] as HTMLElement);
    }
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('narrows the metrics', async () => {
    const { onChange } = await show({ list: 'metrics' });
    await userEvent.click(screen.getByLabelText('Having'));
    await userEvent.click(await screen.findByText('Queue'));
    expect(onChange).toHaveBeenLastCalledWith({ refId: 'variable', list: 'metrics', dimension: 'queue' });
  });

  it('lists chosen intervals', async () => {
    const { onChange } = await show({ list: 'intervals' });
    await userEvent.click(screen.getByLabelText('Intervals'));
    await userEvent.click(await screen.findByText('Week'));
    expect(onChange).toHaveBeenLastCalledWith({ refId: 'variable', list: 'intervals', intervals: ['1w'] });
  });

  it.each([
    { dimension: 'status', filters: [{ key: 'queue', operator: '=', values: ['sales'] }] },
    { list: 'metrics' },
    { list: 'intervals', intervals: ['1h'] },
  ])('has no barriers with %p', async (query) => {
    const { container } = await show(query);
    expect(container.querySelectorAll('input').length).toBeGreaterThan(1);
    expect(await barriers(container)).toEqual([]);
    // A placeholder is a name to axe, and not to people.
    expect(unlabelled(container)).toEqual([]);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('says where not all values are listed: %p', async (more, count) => {
    const answers = resources();
    const values = [{ value: 'busy', label: 'Busy' }];
    answers.mockImplementation((path) => Promise.resolve(path === 'catalogue' ? catalogue : { values, more }));
    await show({ refId: 'A', dimension: 'status', search: '$__searchFilter' }, answers);
    await waitFor(() => expect(answers).toHaveBeenCalledWith('dimensions/status/values', { limit: 1000 }));
    await act(async () => {});
    expect(screen.queryAllByText('Only the first 1000 values are listed')).toHaveLength(count);
    expect(await barriers()).toEqual([]);
  });
});
