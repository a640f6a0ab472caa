import { fakeTemplates } from '../testing/templates';
import { expand } from './expand';

const templates = fakeTemplates({
  channel: { value: ['web', 'a,b', '{c}'] },
  queue: { value: 'sales' },
  everything: { value: '$__all', options: ['x', 'y'] },
  everyOne: { value: ['$__all'], options: ['x', 'y'] },
  customAll: { value: ['$__all'] },
});

describe('expand', () => {
  it.each(['$channel', '${channel}', '[[channel]]', ' $channel '])(
    'makes a list of %s, whatever its values contain',
    (text) => {
      expect(expand(text, templates)).toEqual({ values: ['web', 'a,b', '{c}'], all: false });
    },
  );

  it.each([
    ['plain text', 'plain text'],
    ['$queue', 'sales'],
    ['queue $queue', 'queue sales'],
    ['$unknown', '$unknown'],
    ['${channel:csv}', 'web,a,b,{c}'],
    ['', ''],
    ['^web$', '^web$'],
  ])('makes one value of "%s"', (text, value) => {
    expect(expand(text, templates)).toEqual({ values: [value], all: false });
  });

  it.each(['$everything', '${everyOne}', '$customAll'])('sees that %s chooses All', (text) => {
    expect(expand(text, templates).all).toBe(true);
  });

  it('takes the one value that a repeated panel holds, although the dashboard chooses All', () => {
    const repeated = { everyOne: { value: 'y', text: 'y' } };
    expect(expand('$everyOne', templates, repeated)).toEqual({ values: ['y'], all: false });
  });
});
