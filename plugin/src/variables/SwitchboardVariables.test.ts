import { type DataQueryRequest, dateTime, type ScopedVars } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { resources, testSource } from '../testing/source';
import { catalogue } from '../testing/catalogue';
import { fakeTemplates } from '../testing/templates';
import type { SwitchboardVariableQuery } from './model';
import { SwitchboardVariables } from './SwitchboardVariables';

const range = { from: dateTime(0), to: dateTime(3_600_000), raw: { from: 'now-1h', to: 'now' } };

function asking(target: unknown, scopedVars: ScopedVars = {}): DataQueryRequest<SwitchboardVariableQuery> {
  const targets = [target] as SwitchboardVariableQuery[];
  const rest = { requestId: 'r', interval: '', intervalMs: 0, app: 'dashboard', startTime: 0, timezone: 'utc' };
  return { ...rest, range, scopedVars, targets };
}

describe('SwitchboardVariables', () => {
  it('lists the values of a dimension with their labels', async () => {
    const answers = resources();
    const variables = new SwitchboardVariables(testSource(answers));
    const { data } = await lastValueFrom(variables.query(asking({ refId: 'A', dimension: 'status' })));
    expect(data).toEqual([{ text: 'Busy', value: 'busy' }]);
    expect(answers).toHaveBeenCalledWith('dimensions/status/values', {
      from: '1970-01-01T00:00:00.000Z',
      to: '1970-01-01T01:00:00.000Z',
      limit: 1000,
    });
  });

  it('reads a variable that was saved as plain text', async () => {
    const { data } = await lastValueFrom(new SwitchboardVariables(testSource()).query(asking('status')));
    expect(data).toHaveLength(1);
  });

  it('depends on other variables; All narrows nothing', async () => {
    const answers = resources();
    const templates = fakeTemplates({
      queue: { value: ['sales', 'help'] },
      trunk: { value: '$__all', options: ['t1'] },
    });
    const filters = [
      { key: 'queue', operator: '=', values: ['$queue'] },
      { key: 'trunk', operator: '=', values: ['$trunk'] },
    ];
    const variables = new SwitchboardVariables(testSource(answers, templates));
    await lastValueFrom(variables.query(asking({ refId: 'A', dimension: 'status', filters })));
    const [, parameters] = answers.mock.calls[0] ?? [];
    expect(parameters?.filters).toBe('[{"key":"queue","operator":"=|","values":["sales","help"]}]');
  });

  it('finds what is typed into its list', async () => {
    const answers = resources();
    const variables = new SwitchboardVariables(testSource(answers));
    const asked = { refId: 'A', dimension: 'status', search: '$__searchFilter' };
    const typed = { __searchFilter: { value: 'bu', text: 'bu' } };
    await lastValueFrom(variables.query(asking(asked, typed)));
    await lastValueFrom(variables.query(asking(asked)));
    expect(answers.mock.calls.map(([, parameters]) => parameters?.search)).toEqual(['bu', undefined]);
  });

  it('lists the metrics, or those that have a dimension', async () => {
    const variables = new SwitchboardVariables(testSource());
    const { data } = await lastValueFrom(variables.query(asking({ refId: 'A', list: 'metrics' })));
    expect(data).toEqual(catalogue.metrics.map(({ id, name }) => ({ text: name, value: id })));
    const narrowed = await lastValueFrom(
      variables.query(asking({ refId: 'A', list: 'metrics', dimension: 'channel' })),
    );
    expect(narrowed.data).toEqual([{ text: 'Dialogues', value: 'dialogues' }]);
  });

  it('lists the intervals: all steps, or those that are chosen', async () => {
    const answers = resources();
    const variables = new SwitchboardVariables(testSource(answers));
    const { data } = await lastValueFrom(variables.query(asking('intervals')));
    expect(data.map(({ value }) => value)).toEqual(['auto', '1m', '5m', '15m', '1h', '1d', '1w', '1M', '1y']);
    const chosen = await lastValueFrom(variables.query(asking({ list: 'intervals', intervals: ['none', '1d'] })));
    expect(chosen.data).toEqual([
      { text: 'None', value: 'none' },
      { text: 'Day', value: '1d' },
    ]);
    expect(answers).not.toHaveBeenCalled();
  });

  it('fails with the sentence of the service', async () => {
    const failed = { status: 502, statusText: 'Bad gateway', data: { message: 'The service is down.' } };
    const variables = new SwitchboardVariables(testSource(resources().mockRejectedValue(failed)));
    await expect(lastValueFrom(variables.query(asking('status')))).rejects.toThrow('The service is down.');
  });

  it.each([undefined, '', {}, { refId: 'A' }])('lists nothing for %p and asks nothing', async (target) => {
    const answers = resources();
    const { data } = await lastValueFrom(new SwitchboardVariables(testSource(answers)).query(asking(target)));
    expect(data).toEqual([]);
    expect(answers).not.toHaveBeenCalled();
  });
});
