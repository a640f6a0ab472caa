import { configure, screen } from '@testing-library/react';
import { completeBrowser } from '../testing/browser';
import { showEditor } from '../testing/editor';

beforeAll(completeBrowser);
configure({ defaultHidden: true });

/** The editor with its options unfolded. */
async function showOptions(query: Parameters<typeof showEditor>[0]) {
  const shown = await showEditor(query);
  await shown.user.click(screen.getByRole('button', { name: 'Options' }));
  return shown;
}

describe('a metric', () => {
  it('is replaced by another, and removed', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['calls', 'service_level'] });
    const [first] = screen.getAllByLabelText('Metric');
    await user.click(first as HTMLElement);
    await user.click(await screen.findByText('Dialogues', { selector: '[role="option"] *' }));
    expect(seen.query.metrics).toEqual(['dialogues', 'service_level']);
    const [remove] = screen.getAllByRole('button', { name: 'Remove this metric' });
    await user.click(remove as HTMLElement);
    expect(seen.query.metrics).toEqual(['service_level']);
    expect(screen.queryByRole('button', { name: 'Remove this metric' })).not.toBeInTheDocument();
  });

  it('shows its parameters with what holds without them, and takes numbers within their bounds', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['wait_time', 'service_level'] });
    expect(screen.getByLabelText('Percentile')).toHaveAttribute('placeholder', '50');
    expect(screen.getByLabelText('In time within')).toHaveAttribute('placeholder', '30');
    await user.type(screen.getByLabelText('Percentile'), '100{Enter}');
    expect(screen.getByText('A number above 0 and below 100')).toBeInTheDocument();
    expect(seen.runs).toBe(0);
    await user.clear(screen.getByLabelText('Percentile'));
    await user.type(screen.getByLabelText('Percentile'), '95{Enter}');
    expect(seen.query.metrics).toEqual([{ id: 'wait_time', params: { percentile: 95 } }, 'service_level']);
    await user.type(screen.getByLabelText('In time within'), '$seconds{Enter}');
    expect(seen.query.metrics?.[1]).toEqual({ id: 'service_level', params: { threshold: '$seconds' } });
    await user.clear(screen.getByLabelText('Percentile'));
    await user.tab();
    expect(seen.query.metrics?.[0]).toBe('wait_time');
  });

  it('runs one query when typing is over, none for a key', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['wait_time'] });
    await user.type(screen.getByLabelText('Percentile'), '99.9');
    expect(seen.runs).toBe(0);
    await user.tab();
    expect(seen.runs).toBe(1);
    expect(seen.query.metrics).toEqual([{ id: 'wait_time', params: { percentile: 99.9 } }]);
  });

  it('has a name and filters of its own on request', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['calls'] });
    await user.click(screen.getByRole('button', { name: 'Give this metric a name and filters of its own' }));
    await user.type(screen.getByLabelText('Name'), 'busy calls{Enter}');
    const [own] = screen.getAllByRole('button', { name: 'Add filter' });
    await user.click(own as HTMLElement);
    expect(seen.query.metrics).toEqual([
      { id: 'calls', as: 'busy calls', filters: [{ key: '', operator: '=|', values: [] }] },
    ]);
    expect(seen.query.filters).toBeUndefined();
  });
});

describe('groups', () => {
  it('are limited, ordered and added up', async () => {
    const query = { refId: 'A', metrics: ['calls', { id: 'calls', as: 'mine' }], groupBy: ['status'] };
    const { seen, user } = await showEditor(query);
    await user.type(screen.getByLabelText('Top'), '5{Enter}');
    expect(seen.query.top).toEqual({ limit: 5 });
    await user.click(screen.getByLabelText('By'));
    await user.click(await screen.findByText('mine', { selector: '[role="option"] *' }));
    await user.click(screen.getByLabelText('Order'));
    await user.click(await screen.findByText('Smallest first'));
    await user.click(screen.getByLabelText('Others'));
    expect(seen.query.top).toEqual({ limit: 5, by: 'mine', order: 'asc', others: false });
    await user.clear(screen.getByLabelText('Top'));
    await user.tab();
    expect(seen.query).not.toHaveProperty('top');
  });

  it('have no limit where there are none', async () => {
    await showEditor({ refId: 'A', metrics: ['calls'] });
    expect(screen.queryByLabelText('Top')).not.toBeInTheDocument();
  });
});

describe('formats', () => {
  it('bring the interval that fits them', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['calls'] });
    await user.click(screen.getByLabelText('Interval'));
    await user.click(await screen.findByText('Day'));
    expect(seen.query.interval).toBe('1d');
    await user.click(screen.getByLabelText('Format'));
    await user.click(await screen.findByText('Single value'));
    expect(seen.query).toMatchObject({ format: 'single', interval: 'none' });
    expect(screen.queryByLabelText('Interval')).not.toBeInTheDocument();
  });

  it('list records in chosen columns, of a chosen part', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['service_level'], format: 'facts' });
    expect(screen.queryByLabelText('Group by')).not.toBeInTheDocument();
    await user.click(screen.getByLabelText('Records of'));
    await user.click(await screen.findByText('What it is divided by'));
    await user.click(screen.getByLabelText('Columns'));
    await user.click(await screen.findByText('Queue'));
    await user.type(screen.getByLabelText('At most'), '20{Enter}');
    expect(seen.query).toMatchObject({ part: 'denominator', columns: ['queue'], limit: 20 });
  });

  it('show the states of so many operators', async () => {
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['presence_time'], format: 'states' });
    await user.type(screen.getByLabelText('Operators at most'), '9{Enter}');
    expect(seen.query.limit).toBe(9);
    expect(screen.queryByRole('button', { name: 'Add metric' })).not.toBeInTheDocument();
  });
});

describe('options', () => {
  it('are folded, with what is set beside their title', async () => {
    await showEditor({ refId: 'A', metrics: ['calls'], window: 'today' });
    expect(screen.getByRole('button', { name: 'Options' })).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByText('Today so far')).toBeInTheDocument();
    expect(screen.queryByLabelText('Range')).not.toBeInTheDocument();
  });

  it.each([
    ['Range', 'Today so far', { window: 'today' }],
    ['Compare with', 'Week before', { compare: 'previous_week' }],
    ['Share', 'Of each step', { share: 'bucket' }],
    ['Cumulative', 'Yes', { cumulative: true }],
    ['Drop open step', 'Yes', { dropOpenBucket: true }],
    ['Week starts on', 'Sunday', { weekStart: 'sunday' }],
  ])('%s becomes %s', async (label, choice, expected) => {
    const { seen, user } = await showOptions({ refId: 'A', metrics: ['calls'] });
    await user.click(screen.getByLabelText(label));
    await user.click(await screen.findByText(choice));
    expect(seen.query).toMatchObject(expected);
  });

  it.each([
    ['Compare with', '3d', { compare: '3d' }],
    ['Customer wrote', '$on', { withCustomerMessages: '$on' }],
    ['Time zone', 'Asia/Tokyo', { timeZone: 'Asia/Tokyo' }],
  ])('%s takes %s', async (label, typed, expected) => {
    const { seen, user } = await showOptions({ refId: 'A', metrics: ['dialogues'] });
    await user.type(screen.getByLabelText(label), `${typed}{Enter}`);
    expect(seen.query).toMatchObject(expected);
  });

  it('say what is no length of time', async () => {
    await showOptions({ refId: 'A', metrics: ['calls'], compare: 'soon' });
    expect(screen.getByText('A number and m, h, d, w, M or y, such as 7d')).toBeInTheDocument();
  });

  it('have a least denominator for ratios, which can be taken back', async () => {
    const { seen, user } = await showOptions({ refId: 'A', metrics: ['service_level'] });
    expect(screen.queryByLabelText('Cumulative')).not.toBeInTheDocument();
    await user.type(screen.getByLabelText('Least denominator'), '20{Enter}');
    expect(seen.query.minDenominator).toBe(20);
    await user.clear(screen.getByLabelText('Least denominator'));
    await user.tab();
    expect(seen.query).not.toHaveProperty('minDenominator');
  });
});

describe('filters', () => {
  it('may be left out for metrics that lack the dimension', async () => {
    const filters = [{ key: 'queue', operator: '=|', values: ['sales'] }];
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['calls', 'dialogues'], filters });
    await user.click(screen.getByLabelText('Optional'));
    expect(seen.query.filters).toEqual([{ key: 'queue', operator: '=|', values: ['sales'], optional: true }]);
  });

  it('take what is typed, and several values of "is" make it "is any of"', async () => {
    const filters = [{ key: 'queue', operator: '=', values: ['sales'] }];
    const { seen, user } = await showEditor({ refId: 'A', metrics: ['calls'], filters });
    await user.type(screen.getByLabelText('Values'), 'night');
    await user.click(await screen.findByText('Use custom value'));
    expect(seen.query.filters).toEqual([{ key: 'queue', operator: '=|', values: ['sales', 'night'] }]);
  });

  it('show known values by their labels, and the unknown one as such', async () => {
    const filters = [
      { key: 'status', operator: '=', values: ['no_answer'] },
      { key: 'queue', operator: '=', values: [''] },
    ];
    await showEditor({ refId: 'A', metrics: ['calls'], filters });
    expect(screen.getByText('No answer')).toBeInTheDocument();
    expect(screen.getByText('unknown')).toBeInTheDocument();
  });
});
