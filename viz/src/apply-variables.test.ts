import { describe, expect, it } from '@jest/globals';
import { applyVariables } from './apply-variables.js';
import { annotationsPath, panelRequest, readAnnotations } from './request.js';
import { panel } from '../test/request.js';
import { boards } from '../test/boards.js';

const values = {
  channel: ['web', 'a,b'],
  one: ['web'],
  status: ['$__all'],
  metric: ['calls'],
  step: ['1h'],
  on: ['true'],
  off: ['false'],
  threshold: ['20'],
  odd: ['a.b', 'c|d'],
};
const filtered = (...filters: object[]) =>
  applyVariables({ refId: 'A', metrics: ['calls'], filters }, values)['filters'];

describe('applyVariables', () => {
  it('fills in a filter with its values as a list, never cut at a comma', () => {
    expect(filtered({ key: 'channel', operator: '=|', values: ['$channel'] })).toEqual([
      { key: 'channel', operator: '=|', values: ['web', 'a,b'] },
    ]);
    expect(filtered({ key: 'channel', operator: '=', values: ['${channel}'] })).toEqual([
      { key: 'channel', operator: '=|', values: ['web', 'a,b'] },
    ]);
  });

  it('makes no filter of All, nor of nothing', () => {
    expect(
      filtered({ key: 'status', operator: '=|', values: ['$status'] }, { key: 'x', operator: '=', values: [] }),
    ).toEqual([]);
  });

  it('escapes values within a pattern', () => {
    expect(filtered({ key: 'queue', operator: '=~', values: ['$odd.*'] })).toEqual([
      { key: 'queue', operator: '=~', values: ['(a\\.b|c\\|d).*'] },
    ]);
  });

  it('fills in metrics, parameters, switches and texts, and keeps what it does not know', () => {
    const metrics = [
      {
        id: '$metric',
        params: { threshold: '$threshold', classes: [1] },
        filters: [{ key: 'status', operator: '=', values: ['$status'] }],
      },
    ];
    const target = {
      refId: 'A',
      metrics,
      groupBy: ['$one', ''],
      interval: '$step',
      cumulative: '$on',
      withCustomerMessages: '$off',
      other: 1,
    };
    expect(applyVariables(target, values)).toEqual({
      refId: 'A',
      metrics: [{ id: 'calls', params: { threshold: 20, classes: [1] }, filters: [] }],
      groupBy: ['web'],
      filters: [],
      interval: '1h',
      cumulative: true,
      withCustomerMessages: false,
      other: 1,
    });
  });

  it('adds the filters of the reader as optional, those that let everything through not at all', () => {
    const adHoc = [
      { key: 'queue', operator: '=', values: ['support'] },
      { key: 'trunk', operator: '=|', values: ['$__all'] },
      { key: 'bot', operator: '=~', values: ['.*'] },
      { key: '', operator: '=', values: ['x'] },
    ];
    expect(applyVariables({ refId: 'A' }, values, adHoc)['filters']).toEqual([{ ...adHoc[0], optional: true }]);
  });
});

const asked = { values, adHoc: [], range: { from: 0, to: 3_600_000 }, timeZone: 'Europe/Moscow' };

describe('panelRequest', () => {
  it('asks as the plugin does, without what is Grafana’s own', () => {
    const targets = [
      { refId: 'A', datasource: { uid: 'x' }, metrics: [{ id: 'calls' }], schemaVersion: 1 },
      { refId: 'B', metrics: [] },
      { refId: 'C', metrics: ['calls'], hide: true },
    ];
    expect(panelRequest(panel({ type: 'stat', targets, maxDataPoints: 100 }), asked)).toEqual({
      timeZone: 'Europe/Moscow',
      from: '1970-01-01T00:00:00.000Z',
      to: '1970-01-01T01:00:00.000Z',
      queries: [
        { refId: 'A', metrics: [{ id: 'calls' }], schemaVersion: 1, groupBy: [], filters: [], maxDataPoints: 100 },
      ],
    });
  });
});

describe('annotations', () => {
  it('are asked where a board shows them', () => {
    const [, board] = boards[0]!;
    expect(annotationsPath(board, asked)).toBe(
      'annotations?from=1970-01-01T00%3A00%3A00.000Z&to=1970-01-01T01%3A00%3A00.000Z&limit=100&timeZone=Europe%2FMoscow',
    );
    expect(annotationsPath({ ...board, annotations: { list: [] } }, asked)).toBeUndefined();
  });

  it('are read with or without an end', () => {
    const items = [
      { id: '1', time: '1970-01-01T00:00:01Z', timeEnd: null, text: 'Release', tags: ['release'], derived: false },
      { id: '2', time: '1970-01-01T00:00:01Z', timeEnd: '1970-01-01T00:00:02Z', text: 'Outage', tags: [] },
      { time: 'never', text: 'No' },
      null,
    ];
    expect(readAnnotations({ items })).toEqual([
      { time: 1000, text: 'Release', tags: ['release'] },
      { time: 1000, timeEnd: 2000, text: 'Outage', tags: [] },
    ]);
    expect(readAnnotations('nonsense')).toEqual([]);
  });
});
