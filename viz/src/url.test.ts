import { describe, expect, it } from '@jest/globals';
import { boards } from '../test/boards.js';
import { boardLink, boardsByTag } from './links.js';
import { grafanaUrl, readState, writeState } from './url.js';
import { initialValues, variablesOf } from './variables.js';

const board = boards.find(([, { uid }]) => uid === 'switchboard-facts-calls')![1];

describe('variablesOf', () => {
  it('lists the controls in their order, with what they start with', () => {
    const variables = variablesOf(board);
    expect(variables.map(({ name }) => name).slice(0, 4)).toEqual(['metric', 'part', 'direction', 'trunk']);
    expect(variables.find(({ name }) => name === 'part')).toEqual({
      type: 'custom',
      name: 'part',
      label: 'Records',
      options: [
        { label: 'counted', value: 'numerator' },
        { label: 'that it is a share of', value: 'denominator' },
      ],
      multi: false,
      includeAll: false,
      initial: ['numerator'],
    });
    expect(initialValues(board)).toMatchObject({ metric: ['calls'], trunk: ['$__all'] });
  });

  it('knows a switch', () => {
    const chat = boards.find(([, { uid }]) => uid === 'switchboard-chat')![1];
    expect(variablesOf(chat).find(({ type }) => type === 'switch')).toMatchObject({
      name: 'customer_messages',
      initial: ['false'],
    });
  });

  it('refuses a type that it does not know', () => {
    expect(() => variablesOf({ templating: { list: [{ type: 'textbox', name: 'x' }] } })).toThrow('"textbox"');
  });
});

describe('a state in the address', () => {
  it('is the board’s own where nothing is told', () => {
    expect(readState('', board)).toEqual({
      range: board.time,
      timeZone: '',
      refresh: '',
      values: initialValues(board),
      adHoc: [],
    });
  });

  it('is not filtered by what a panel left over, which is no value', () => {
    const filters = ['queue|=|Others', 'queue|!=__gfp__|a|Others', 'queue|=~|Others'].map(
      (text) => `var-filters=${text}`,
    );
    expect(readState(`?${filters.join('&')}`, board).adHoc).toEqual([
      { key: 'queue', operator: '!=|', values: ['a'] },
      { key: 'queue', operator: '=~', values: ['Others'] },
    ]);
  });

  it('comes back as it was written, whatever stands in the filters', () => {
    const state = {
      range: { from: 'now-1d/d', to: 'now' },
      timeZone: 'Europe/Moscow',
      refresh: '30s',
      values: { ...initialValues(board), trunk: ['a|b', 'c,d & e'], queue: [''] },
      adHoc: [{ key: 'author', operator: '=|', values: ['bot', 'a|b,c#d'] }],
    };
    expect(readState(writeState(state, board), board)).toEqual(state);
    expect(grafanaUrl('http://grafana:3000/', board, state)).toBe(
      `http://grafana:3000/d/switchboard-facts-calls?${writeState(state, board)}`,
    );
  });

  it('reads what Grafana and the boards’ links write', () => {
    const search =
      '?from=now%2Fd&to=now&timezone=utc&var-trunk=north&var-unknown=x&var-filters=state|=__gfp__|busy|wrap_up&var-filters=queue,Queue|=|a,A';
    expect(readState(search, board)).toMatchObject({
      range: { from: 'now/d', to: 'now' },
      timeZone: 'UTC',
      values: { trunk: ['north'] },
      adHoc: [
        { key: 'state', operator: '=|', values: ['busy', 'wrap_up'] },
        { key: 'queue', operator: '=', values: ['a'] },
      ],
    });
  });
});

describe('links of a board', () => {
  const context = { range: { from: 'now-7d', to: 'now' }, values: { trunk: ['north'] }, adHoc: [] };
  const carries = { includeVars: true, keepTime: true };

  it('carry range and choices where they say so', () => {
    const link = { type: 'link', title: 'Next', url: '/d/next' };
    expect(boardLink({ ...link, ...carries }, context)?.url).toBe('/d/next?from=now-7d&to=now&var-trunk=north');
    expect(boardLink({ ...link, url: '/d/next?from=now' }, context)?.url).toBe('/d/next?from=now');
  });

  it('list boards by their tags', () => {
    const link = { type: 'dashboards', title: 'All', tags: ['a'], ...carries };
    const listed = boardsByTag(
      link,
      [
        { uid: 'x', title: 'X', tags: ['a', 'b'] },
        { uid: 'y', title: 'Y', tags: ['b'] },
      ],
      context,
    );
    expect(listed).toEqual([{ title: 'X', url: '/d/x?from=now-7d&to=now&var-trunk=north', newTab: false }]);
    expect(boardLink(link, context)).toBeUndefined();
  });
});
