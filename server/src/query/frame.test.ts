import { describe, expect, it } from '@jest/globals';
import { answer, by, HOUR, hourly, metric, series, START } from '../../test/query/answer.js';
import { expectDecodable } from '../../test/query/decodable.js';
import type { Answer } from './answer.js';
import { frames } from './frame.js';

describe('a frame', () => {
  const every: Answer[] = [
    answer({ ...hourly, series: [series([], [1, null, 3])] }),
    answer({ ...hourly, format: 'heatmap', dimensions: [by('hour_of_day')], series: [series(['9'], [1, 2, 3])] }),
    answer({ ...hourly, format: 'table', dimensions: [by('status')], series: [series(['busy'], [1, null, 3])] }),
    answer({ format: 'single', dimensions: [by('status')], series: [series([''], [null])] }),
    answer({ dimensions: [by('location')], series: [series(['55.8,37.6'], [1]), series([''], [2])] }),
    answer({
      series: [{ ...series([], [5]), earlier: [[4]] }],
      compare: { id: 'previous_week', label: 'previous week' },
    }),
  ];

  it.each(every.map((one) => [one.format, one] as const))('of %s keeps the decoder’s rules', (_, given) => {
    frames(given).forEach(expectDecodable);
  });

  it('of a place tells a map where it is', () => {
    const [frame] = frames(every[4]!);
    expect(frame!.schema.fields.map(({ name }) => name)).toEqual(['location', 'latitude', 'longitude', 'calls']);
    expect(frame!.data.values).toEqual([
      ['55.8,37.6', ''],
      [55.8, null],
      [37.6, null],
      [1, 2],
    ]);
  });

  it('of a comparison names the earlier number', () => {
    const [frame] = frames(every[5]!);
    expect(frame!.schema.fields.map(({ name, config }) => [name, config['displayNameFromDS']])).toEqual([
      ['calls', 'Calls'],
      ['calls_previous_week', 'Calls (previous week)'],
    ]);
    expect(frame!.data.values).toEqual([[5], [4]]);
  });

  it('of an alert rule leaves out what is null, and has no fields when nothing is left', () => {
    const rows = { dimensions: [by('status')], forAlert: true };
    expect(
      frames(answer({ ...rows, series: [series(['busy'], [null]), series(['open'], [2])] }))[0]!.data.values,
    ).toEqual([['open'], [2]]);
    expect(frames(answer({ ...rows, series: [series(['busy'], [null])] }))[0]!.schema.fields).toEqual([]);
    expect(
      frames(answer({ ...rows, ...hourly, series: [series(['busy'], [null, null, null])] }))[0]!.schema.fields,
    ).toEqual([]);
    const overTime = { ...rows, ...hourly, format: 'table' } as const;
    const some = [series(['busy'], [null, 0, null]), series(['open'], [2, null, null])];
    expect(frames(answer({ ...overTime, series: some }))[0]!.data.values).toEqual([
      [START, START + HOUR],
      ['open', 'busy'],
      [2, 0],
    ]);
    expect(frames(answer({ ...overTime, series: [series(['busy'], [null, null, null])] }))[0]!.schema.fields).toEqual(
      [],
    );
  });

  it('of an alert rule has one column of numbers, also of places', () => {
    const places = answer({ dimensions: [by('location')], series: [series(['55.8,37.6'], [4])] });
    const named = (given: Answer) => frames(given)[0]!.schema.fields.map(({ name }) => name);
    expect(named(places)).toEqual(['location', 'latitude', 'longitude', 'calls']);
    expect(named({ ...places, forAlert: true })).toEqual(['location', 'calls']);
  });

  it.each([
    [['USD'], 'currencyUSD'],
    [['KZT'], 'currency:KZT'],
    [['USD', 'EUR'], 'none'],
  ])('of money in %j has the unit %s', (codes, unit) => {
    const money = { ...metric('chat_cost'), unit: 'currency' };
    const given = answer({
      metrics: [money],
      dimensions: [by('currency')],
      series: codes.map((code) => series([code], [1])),
    });
    expect(frames(given)[0]!.schema.fields[1]!.config['unit']).toBe(unit);
    const wide = frames({ ...given, format: 'single' })[0]!.schema.fields;
    expect(wide.map(({ labels }) => labels?.['currency'])).toEqual(codes);
  });
});
