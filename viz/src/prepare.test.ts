import { describe, expect, it } from '@jest/globals';
import { frame, panel, request, time } from '../test/request.js';
import { prepare } from './prepare.js';

function prepared(
  fieldConfig: NonNullable<Parameters<typeof panel>[0]['fieldConfig']>,
  ...columns: Parameters<typeof frame>
) {
  const asked = request({ panel: panel({ type: 'timeseries', fieldConfig }), frames: [frame(...columns)] });
  return prepare(asked).frames[0]!.fields;
}

describe('prepare', () => {
  it('fills in what the service left open, and overrides what it said', () => {
    const [calls, share] = prepared(
      {
        defaults: { unit: 'locale', decimals: 0, noValue: '–', custom: { lineWidth: 2, stacking: { mode: 'normal' } } },
        overrides: [
          {
            matcher: { id: 'byName', options: 'Calls' },
            properties: [
              { id: 'displayName', value: 'Now' },
              { id: 'custom.lineWidth', value: 1 },
            ],
          },
          { matcher: { id: 'byRegexp', options: '/^sha/' }, properties: [{ id: 'decimals', value: 2 }] },
        ],
      },
      { name: 'calls', values: [1234], config: { displayNameFromDS: 'Calls' } },
      { name: 'share', values: [12.345], config: { unit: 'percent', decimals: 1 } },
    );
    expect(calls).toMatchObject({ title: 'Now', custom: { lineWidth: 1, stacking: { mode: 'normal' } } });
    expect(calls!.show(1234).text).toBe('1,234');
    expect(calls!.show(null)).toMatchObject({ text: '–', value: null });
    expect(share).toMatchObject({ title: 'share', custom: { lineWidth: 2 } });
    expect(share!.show(12.345).text).toBe('12.35%');
  });

  it('colours by thresholds, also below zero', () => {
    const steps = [
      { value: null, color: '#ff0000' },
      { value: -10, color: '#ffaa00' },
      { value: 0, color: '#00ff00' },
    ];
    const [nps] = prepared(
      { defaults: { color: { mode: 'thresholds' }, thresholds: { mode: 'absolute', steps } }, overrides: [] },
      { name: 'nps', values: [-50, 5] },
    );
    expect([-50, -10, -1, 0, 70].map((value) => nps!.show(value).color)).toEqual([
      '#ff0000',
      '#ffaa00',
      '#ffaa00',
      '#00ff00',
      '#00ff00',
    ]);
    expect(nps!.thresholds).toEqual(steps.map(({ value, color }) => ({ value: value ?? -Infinity, color })));
  });

  it('writes mapped texts with their colours, by value and by pattern', () => {
    const value = { type: 'value', options: { busy: { text: 'Busy', color: '#0000ff' } } };
    const regex = { type: 'regex', options: { pattern: 'pause:(.*)', result: { text: '$1', color: '#ffaa00' } } };
    const [state] = prepared(
      {
        defaults: {},
        overrides: [
          { matcher: { id: 'byType', options: 'string' }, properties: [{ id: 'mappings', value: [value, regex] }] },
        ],
      },
      { name: 'anna', type: 'string', values: ['busy'] },
    );
    expect(state!.show('busy')).toEqual({ text: 'Busy', value: 'busy', color: '#0000ff' });
    expect(state!.show('pause:lunch')).toMatchObject({ text: 'lunch', color: '#ffaa00' });
    expect(state!.show('offline')).toMatchObject({ text: 'offline' });
  });

  it('gives a series the same colour by its name, wherever it stands', () => {
    const config = { defaults: { color: { mode: 'palette-classic-by-name' } }, overrides: [] };
    const named = (name: string) => ({ name, values: [1] });
    const [, first] = prepared(config, named('other'), named('support'));
    const [second] = prepared(config, named('support'));
    expect(first!.color).toBe(second!.color);
  });

  it('writes times in the zone', () => {
    const [at] = prepared({ defaults: {}, overrides: [] }, time([Date.parse('2026-11-22T21:30:00Z')]));
    expect(at!.show(Date.parse('2026-11-22T21:30:00Z')).text).toBe('2026-11-23 00:30:00');
  });

  it('fills links in with the row, the labels, the range and the choices', () => {
    const url =
      '/d/facts?${__url_time_range}&${__all_variables}&var-filters=queue|=|${__field.labels.queue:percentencode}';
    const row = '/d/facts?var-filters=channel|=|${__value.raw:percentencode}';
    const asked = request({
      panel: panel({
        type: 'table',
        fieldConfig: {
          defaults: {
            links: [
              { title: 'Facts', url, targetBlank: false },
              { title: 'Row', url: row },
            ],
          },
          overrides: [],
        },
      }),
      frames: [frame({ name: 'calls', type: 'string', labels: { queue: 'A & B' }, values: ['web/1'] })],
      links: {
        range: { from: 'now/d', to: 'now' },
        values: { trunk: ['$__all'], bot: ['a', 'b'] },
        adHoc: [{ key: 'status', operator: '=|', values: ['busy'] }],
      },
    });
    const [field] = prepare(asked).frames[0]!.fields;
    expect(field!.links(0)).toEqual([
      {
        title: 'Facts',
        url: '/d/facts?from=now%2Fd&to=now&var-trunk=%24__all&var-bot=a&var-bot=b&var-filters=status%7C%3D__gfp__%7Cbusy&var-filters=queue|=|A%20%26%20B',
        newTab: false,
      },
      { title: 'Row', url: '/d/facts?var-filters=channel|=|web%2F1', newTab: false },
    ]);
    expect(field!.links().map(({ title }) => title)).toEqual(['Facts']);
  });

  it('fills in links that choose a group, the rest of the address as it is', () => {
    const address = '/d/calls${__url.params:exclude:var-trunk,var-bot}&var-trunk=${__field.labels.trunk:percentencode}';
    const links = [{ title: 'Only ${__field.displayName}', url: address }];
    const config = { displayNameFromDS: 'A & B' };
    const asked = request({
      panel: panel({ type: 'bargauge', fieldConfig: { defaults: { links }, overrides: [] } }),
      frames: [frame({ name: 'calls', config, labels: { trunk: 'a/b' }, values: [3] })],
      links: { range: { from: 'now-7d', to: 'now' }, values: { trunk: ['c'], queue: ['q'], bot: ['b'] }, adHoc: [] },
    });
    const url = '/d/calls?from=now-7d&to=now&var-queue=q&var-trunk=a%2Fb';
    expect(prepare(asked).frames[0]!.fields[0]!.links()).toEqual([{ title: 'Only A & B', url, newTab: false }]);
  });

  it('has links of a row by its value and what people read of it, and none of what is left over', () => {
    const links = [{ title: 'Only ${__value.text}', url: '/d/calls?var-trunk=${__value.raw:percentencode}' }];
    const mappings = [{ type: 'value', options: { t1: { text: 'North' }, '': { text: 'unknown' } } }];
    const asked = request({
      panel: panel({ type: 'table', fieldConfig: { defaults: { links, mappings }, overrides: [] } }),
      frames: [frame({ name: 'trunk', type: 'string', values: ['t1', '', 'Others'] })],
      links: { range: { from: 'now-7d', to: 'now' }, values: {}, adHoc: [] },
    });
    const [field] = prepare(asked).frames[0]!.fields;
    expect([0, 1, 2].map((row) => field!.links(row).map(({ title, url }) => [title, url]))).toEqual([
      [['Only North', '/d/calls?var-trunk=t1']],
      [['Only unknown', '/d/calls?var-trunk=']],
      [],
    ]);
  });
});
