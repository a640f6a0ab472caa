import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { SwitchboardQuery } from '../query/model';
import { completeBrowser } from '../testing/browser';
import { unlabelled } from '../testing/labels';
import { resources, testSource } from '../testing/source';

import { QueryEditor } from './QueryEditor';

beforeAll(completeBrowser);

/** Shows the editor as Grafana does: what it changes comes back to it. Returns the last query and how often it ran. */
async function show(query: SwitchboardQuery, answers = resources()) {
  const datasource = testSource(answers);
  const seen = { query, runs: 0 };
  function Panel() {
    const [current, setCurrent] = useState(query);
    return (
      <QueryEditor
        datasource={datasource}
        query={current}
        onChange={(changed) => {
          seen.query = changed;
          setCurrent(changed);
        }}
        onRunQuery={() => {
          seen.runs += 1;
        }}
      />
    );
  }
  const { container } = render(<Panel />);
  await act(async () => {});
  return { seen, container };
}

describe('QueryEditor', () => {
  it('adds a metric from the catalogue, with its description, and runs the query', async () => {
    const { seen } = await show({ refId: 'A', metrics: ['calls'] });
    await userEvent.click(screen.getByLabelText('Metrics'));
    expect(await screen.findByText('Dialogues by start time')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Dialogues'));
    expect(seen.query).toEqual({ refId: 'A', metrics: ['calls', 'dialogues'] });
    expect(seen.runs).toBe(1);
  });

  it('groups by dimensions that the metrics have', async () => {
    const { seen } = await show({ refId: 'A', metrics: ['calls'] });
    await userEvent.click(screen.getByLabelText('Group by'));
    expect(await screen.findByText('Status')).toBeInTheDocument();
    expect(screen.queryByText('Channel')).not.toBeInTheDocument();
    await userEvent.click(screen.getByText('Status'));
    expect(seen.query.groupBy).toEqual(['status']);
  });

  it('builds a filter with values that the service knows', async () => {
    const answers = resources();
    const { seen } = await show({ refId: 'A', metrics: ['calls'] }, answers);
    await userEvent.click(screen.getByRole('button', { name: 'Add filter' }));
    await userEvent.click(screen.getByLabelText('Where'));
    await userEvent.click(await screen.findByText('Status'));
    await userEvent.click(screen.getByLabelText('Values'));
    await userEvent.click(await screen.findByText('Busy'));
    expect(seen.query.filters).toEqual([{ key: 'status', operator: '=|', values: ['busy'] }]);
    expect(answers).toHaveBeenCalledWith('dimensions/status/values', { limit: 500 });
    await userEvent.click(screen.getByRole('button', { name: 'Remove this filter' }));
    expect(seen.query.filters).toEqual([]);
  });

  it('chooses format and interval', async () => {
    const { seen } = await show({ refId: 'A', metrics: ['calls'] });
    await userEvent.click(screen.getByLabelText('Format'));
    await userEvent.click(await screen.findByText('Table'));
    await userEvent.click(screen.getByLabelText('Interval'));
    await userEvent.click(await screen.findByText('Day'));
    expect(seen.query).toMatchObject({ format: 'table', interval: '1d' });
  });

  it('limits the groups, where there are some', async () => {
    const { seen } = await show({ refId: 'A', metrics: ['calls'], groupBy: ['status'] });
    await userEvent.type(screen.getByLabelText('Top'), '5');
    expect(seen.query.top).toEqual({ limit: 5 });
    await userEvent.click(screen.getByLabelText('Others'));
    expect(seen.query.top).toEqual({ limit: 5, others: false });
    await userEvent.clear(screen.getByLabelText('Top'));
    expect(seen.query).not.toHaveProperty('top');
  });

  it('has no limit without groups', async () => {
    await show({ refId: 'A', metrics: ['calls'] });
    expect(screen.queryByLabelText('Top')).not.toBeInTheDocument();
  });

  it('says what it does not show, and keeps it', async () => {
    const { seen } = await show({ refId: 'A', metrics: ['calls'], compare: 'previous_week' });
    expect(screen.getByText('Also set: compare')).toBeInTheDocument();
    await userEvent.click(screen.getByLabelText('Interval'));
    await userEvent.click(await screen.findByText('Hour'));
    expect(seen.query.compare).toBe('previous_week');
  });

  it('says why there is no catalogue, and still shows the query', async () => {
    await show(
      { refId: 'A', metrics: ['$metric'] },
      resources().mockRejectedValue(new Error('The service refuses the API key.')),
    );
    expect(await screen.findByText('The service refuses the API key.')).toBeInTheDocument();
    expect(screen.getByText('$metric')).toBeInTheDocument();
  });

  it('labels every control', async () => {
    const { container } = await show({
      ...{ refId: 'A', metrics: ['calls', 'dialogues'], groupBy: ['queue'], top: { limit: 3 } },
      filters: [{ key: 'queue', operator: '=', values: ['sales'] }],
    });
    expect(container.querySelectorAll('input').length).toBeGreaterThan(7);
    expect(unlabelled(container)).toEqual([]);
  });

  it('ties labels by aria-labelledby too, which Grafana 12.3 needs where several can be chosen', async () => {
    await show({ refId: 'A', metrics: ['calls'], filters: [{ key: 'status', operator: '=|', values: [] }] });
    for (const label of ['Metrics', 'Group by', 'Values']) {
      const tied = screen.getByLabelText(label).getAttribute('aria-labelledby') ?? '';
      expect(document.getElementById(tied)).toHaveTextContent(label);
    }
  });

  it('bears a query with nothing in it', async () => {
    await show({ refId: 'A' });
    expect(screen.getByLabelText('Metrics')).toBeInTheDocument();
  });
});
