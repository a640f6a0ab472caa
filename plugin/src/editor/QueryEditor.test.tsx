import { CoreApp } from '@grafana/data';
import { configure, screen } from '@testing-library/react';
import type { SwitchboardQuery } from '../query/model';
import { barriers } from '../testing/axe';
import { completeBrowser } from '../testing/browser';
import { showEditor } from '../testing/editor';
import { resources } from '../testing/source';

beforeAll(completeBrowser);
// Whether something is hidden takes jsdom long to find out, and no two things here differ in that alone.
configure({ defaultHidden: true });

describe('QueryEditor', () => {
  it('finds a metric by its definition, adds it, and runs the query', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['calls'] });
    await user.click(screen.getByRole('button', { name: 'Add metric' }));
    const [, added] = screen.getAllByLabelText('Metric');
    await user.type(added as HTMLElement, 'within');
    expect(
      await screen.findByText('Percent · Share answered within threshold seconds, by entry time.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Dialogues')).not.toBeInTheDocument();
    await user.click(screen.getByText('Service level'));
    expect(seen.query).toEqual({ refId: 'A', schemaVersion: 1, metrics: ['calls', 'service_level'] });
    expect(seen.runs).toBe(1);
  });

  it('shows the question that a new panel asks by itself', async () => {
    const { seen, user } = await showEditor({ refId: 'A' });
    expect(screen.getByLabelText('Metric')).toHaveValue('Calls');
    await user.click(screen.getByLabelText('Group by'));
    await user.click(await screen.findByText('Status'));
    expect(seen.query).toMatchObject({ metrics: ['calls'], groupBy: ['status'], interval: 'auto' });
  });

  it('hands on what a new alert rule watches: nobody else would save it', async () => {
    const { seen } = await showEditor({ refId: 'A' }, resources(), {}, CoreApp.UnifiedAlerting);
    expect(seen.query).toMatchObject({ refId: 'A', metrics: ['calls'], format: 'single', interval: 'none' });
    expect(screen.getByLabelText('Format')).toHaveValue('Single value');
  });

  it('takes a part of a name that is typed and confirmed for the first that fits', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['calls'] });
    await user.type(screen.getByLabelText('Metric'), 'dial{Enter}');
    expect(seen.query.metrics).toEqual(['dialogues']);
    await user.click(screen.getByRole('button', { name: 'Add filter' }));
    await user.type(screen.getByLabelText('Where'), 'chan{Enter}');
    expect(seen.query.filters).toEqual([{ key: 'channel', operator: '=|', values: [] }]);
  });

  it('takes a variable that is typed for itself', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['calls'] });
    await user.type(screen.getByLabelText('Metric'), '$dialogues{Enter}');
    expect(seen.query.metrics).toEqual(['$dialogues']);
  });

  it('takes a label that is typed for what it stands for', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['calls'] });
    await user.click(screen.getByRole('button', { name: 'Add filter' }));
    await user.type(screen.getByLabelText('Where'), 'Status{Enter}');
    expect(seen.query.filters).toEqual([{ key: 'status', operator: '=|', values: [] }]);
  });

  it('groups by dimensions that the metrics have', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['calls'] });
    await user.click(screen.getByLabelText('Group by'));
    expect(await screen.findByText('Status')).toBeInTheDocument();
    expect(screen.queryByText('Channel')).not.toBeInTheDocument();
    await user.click(screen.getByText('Status'));
    expect(seen.query.groupBy).toEqual(['status']);
  });

  it('builds a filter with values that the service knows', async () => {
    const answers = resources();
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['calls'] }, answers);
    await user.click(screen.getByRole('button', { name: 'Add filter' }));
    await user.click(screen.getByLabelText('Where'));
    await user.click(await screen.findByText('Status'));
    await user.click(screen.getByLabelText('Values'));
    await user.click(await screen.findByText('Busy'));
    expect(seen.query.filters).toEqual([{ key: 'status', operator: '=|', values: ['busy'] }]);
    expect(seen.runs).toBe(1);
    expect(answers).toHaveBeenCalledWith('dimensions/status/values', { limit: 1000 });
    await user.click(screen.getByRole('button', { name: 'Remove this filter' }));
    expect(seen.query.filters).toEqual([]);
  });

  it('asks for values among what passes the other filters, with their variables filled in', async () => {
    const answers = resources();
    const filters = [
      { key: 'queue', operator: '=|', values: ['$queue'] },
      { key: 'status', operator: '=|', values: [] },
    ];
    const { user } = await showEditor({ refId: 'A', metrics: ['calls'], filters }, answers, {
      queue: { value: ['sales', 'a,b'] },
    });
    const [, values] = screen.getAllByLabelText('Values');
    await user.click(values as HTMLElement);
    expect(await screen.findByText('Variable of the dashboard')).toBeInTheDocument();
    expect(answers).toHaveBeenCalledWith('dimensions/status/values', {
      filters: '[{"key":"queue","operator":"=|","values":["sales","a,b"],"optional":true}]',
      limit: 1000,
    });
  });

  it('loads the catalogue once, however many fields there are', async () => {
    const answers = resources();
    await showEditor({ refId: 'A', metrics: ['calls', 'dialogues'], groupBy: ['queue'], top: { limit: 3 } }, answers);
    expect(answers.mock.calls).toEqual([['catalogue', undefined]]);
  });

  it('says why there is no catalogue, and still shows the query', async () => {
    const failing = resources().mockRejectedValue(new Error('The service refuses the API key.'));
    await showEditor({ refId: 'A', metrics: ['$metric'] }, failing);
    expect(await screen.findByText('The service refuses the API key.')).toBeInTheDocument();
    expect(screen.getByDisplayValue('$metric')).toBeInTheDocument();
  });

  it('shows the question as the service is asked it', async () => {
    const filters = [{ key: 'queue', operator: '=', values: ['$queue'] }];
    const query = { refId: 'A', metrics: ['calls'], filters, timeZone: 'Asia/Tokyo', hide: false };
    const { user } = await showEditor(query, resources(), { queue: { value: ['sales', 'support'] } });
    await user.click(screen.getByRole('button', { name: 'JSON' }));
    const shown = JSON.parse(screen.getByRole('region').textContent ?? '');
    expect(shown).toMatchObject({
      timeZone: 'Asia/Tokyo',
      queries: [{ refId: 'A', filters: [{ key: 'queue', operator: '=|', values: ['sales', 'support'] }] }],
    });
    expect(shown.queries[0]).not.toHaveProperty('hide');
  });

  it('explains the query', async () => {
    const { user } = await showEditor({ refId: 'A', metrics: ['calls'], interval: '1h' });
    await user.click(screen.getByRole('button', { name: 'Explain' }));
    expect(screen.getByText('Counted from calls, each at its time startedAt.')).toBeInTheDocument();
    expect(screen.getByText('In steps of: Hour.')).toBeInTheDocument();
  });

  it('shows what an older version saved in the shape of today', async () => {
    const saved: object = { refId: 'A', metrics: 'calls' };
    const { seen, user } = await showEditor(saved as SwitchboardQuery);
    expect(screen.getByDisplayValue('Calls')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add filter' }));
    expect(seen.query).toMatchObject({ schemaVersion: 1, metrics: ['calls'] });
  });

  it('bears a query with nothing in it', async () => {
    await showEditor({ refId: 'A' });
    expect(screen.getByLabelText('Metric')).toBeInTheDocument();
  });
});

describe('what needs no eyes and no mouse', () => {
  const complete = {
    refId: 'A',
    metrics: ['calls', { id: 'service_level', as: 'sl', filters: [{ key: 'queue', operator: '=', values: [''] }] }],
    groupBy: ['queue'],
    top: { limit: 3 },
    filters: [{ key: 'queue', operator: '=|', values: ['sales'], optional: true }],
    ...{ window: 'today', compare: '7d', share: 'total' as const, cumulative: true, minDenominator: 3 },
    ...{ withCustomerMessages: '$on', dropOpenBucket: true, timeZone: 'UTC', weekStart: 'monday' as const },
  };

  it.each([
    ['an empty query', { refId: 'A' }],
    ['everything', complete],
    ['records', { refId: 'A', metrics: ['calls'], format: 'facts', part: 'numerator', columns: ['id'], limit: 5 }],
    ['states', { refId: 'A', metrics: ['presence_time'], format: 'states' }],
    ['a heat map', { refId: 'A', metrics: ['calls'], format: 'heatmap', groupBy: ['status'] }],
  ])('is clean of %s, with all that is folded', async (_, query) => {
    const { user } = await showEditor(query);
    for (const name of ['Options', 'Explain', 'JSON']) await user.click(screen.getByRole('button', { name }));
    expect(await barriers()).toEqual([]);
  });

  it('is clean without a catalogue', async () => {
    await showEditor({ refId: 'A', metrics: ['calls'] }, resources().mockRejectedValue(new Error('down')));
    expect(await barriers()).toEqual([]);
  });

  it('ties labels by aria-labelledby too, which Grafana 12.3 needs where several can be chosen', async () => {
    await showEditor({ refId: 'A', metrics: ['calls'], filters: [{ key: 'status', operator: '=|', values: [] }] });
    for (const label of ['Group by', 'Values']) {
      const tied = screen.getByLabelText(label).getAttribute('aria-labelledby') ?? '';
      expect(document.getElementById(tied)).toHaveTextContent(label);
    }
  });
});
