import { type DataQueryRequest, dateTime } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { resources, testSource } from '../testing/source';
import { fakeTemplates } from '../testing/templates';
import type { SwitchboardVariableQuery } from './model';
import { SwitchboardVariables } from './SwitchboardVariables';

const range = { from: dateTime(0), to: dateTime(3_600_000), raw: { from: 'now-1h', to: 'now' } };

function asking(target: unknown): DataQueryRequest<SwitchboardVariableQuery> {
  const targets = [target] as SwitchboardVariableQuery[];
  const rest = { requestId: 'r', interval: '', intervalMs: 0, app: 'dashboard', startTime: 0, timezone: 'utc' };
  return { ...rest, range, scopedVars: {}, targets };
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
      limit: 500,
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

  it.each([undefined, '', {}, { refId: 'A' }])('lists nothing for %p and asks nothing', async (target) => {
    const answers = resources();
    const { data } = await lastValueFrom(new SwitchboardVariables(testSource(answers)).query(asking(target)));
    expect(data).toEqual([]);
    expect(answers).not.toHaveBeenCalled();
  });
});
