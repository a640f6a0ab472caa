import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { dimension, type DimensionId } from '../catalogue/dimensions.js';
import { type MetricId, metrics } from '../catalogue/metrics.js';
import type { Answer, AnswerDimension, AnswerMetric, AnswerSeries } from './answer.js';
import { type Frame, frames } from './frame.js';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-01T00:00:00Z');

/** What the plugin's side expects; it proves there that it decodes it. */
function golden(name: string): { A: { status: number; frames: Frame[] } } {
  const path = new URL(`../../../plugin/contracts/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { results: { A: { status: number; frames: Frame[] } } }).results;
}

const metric = (id: MetricId): AnswerMetric => {
  const { name, description, unit, decimals } = metrics[id];
  return { name: id, label: name, description, unit, decimals };
};
const by = (id: DimensionId): AnswerDimension => ({
  id,
  label: dimension(id)!.label,
  names: new Map(Object.entries(dimension(id)!.values ?? {})),
});
const series = (group: string[], ...values: (number | null)[][]): AnswerSeries => ({ group, values });
const answer = (given: Partial<Answer>): Answer => ({
  format: 'table',
  times: null,
  step: null,
  metrics: [metric('calls')],
  dimensions: [],
  series: [],
  compare: null,
  notices: [],
  forAlert: false,
  ...given,
});
const hourly = { format: 'time_series', times: [START, START + HOUR, START + 2 * HOUR], step: HOUR } as const;
const said = (text: string) => `${text}, 2026-11-01 00:00 to 03:00 (UTC)`;

describe('the golden answers that the plugin decodes', () => {
  const emitted: Record<string, Answer> = {
    'timeseries-wide': answer({
      ...hourly,
      metrics: [metric('dialogues')],
      dimensions: [by('channel')],
      series: [series(['web'], [4, 0, 7]), series(['viber'], [1, 2, null])],
      executed: said('Dialogues by channel, each hour'),
    }),
    'numeric-long': answer({
      dimensions: [by('status')],
      series: [series(['answered'], [21]), series(['busy'], [3]), series([''], [1])],
      executed: said('Calls by status'),
    }),
    'numeric-wide': answer({
      format: 'single',
      metrics: [metric('calls'), metric('dialogues')],
      series: [series([], [25], [14])],
      executed: said('Calls, Dialogues'),
    }),
    'no-data': answer({ ...hourly, dimensions: [by('channel')], ...executedOf('no-data') }),
    'one-error': answer({ format: 'single', series: [series([], [25])], ...executedOf('one-error') }),
    notices: answer({
      metrics: [metric('dialogues')],
      dimensions: [by('channel')],
      series: [series(['web'], [11]), series(['Others'], [3])],
      executed: said('Dialogues by channel, the first 1 and others'),
      notices: [
        { severity: 'info', text: 'Only the first 1 of 3 groups is shown; the rest is added up as Others.' },
        { severity: 'warning', text: 'The filter on status does not apply to dialogues and was ignored.' },
      ],
    }),
  };

  it.each(Object.entries(emitted))('%s', (name, given) => {
    expect({ status: 200, frames: frames(given) }).toEqual(golden(name).A);
  });

  it('are all emitted here', () => {
    const found = readdirSync(new URL('../../../plugin/contracts/', import.meta.url));
    const files = found.filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual([...Object.keys(emitted), 'timeseries-multi'].map((name) => `${name}.json`).sort());
  });

  it('timeseries-multi, whose two series stand for more than a hundred', () => {
    const others = Array.from({ length: 99 }, (_, index) => series([`status ${index}`], [1, 1, 1]));
    const all = frames(
      answer({
        ...hourly,
        dimensions: [by('status')],
        series: [series(['answered'], [12, null, 9]), series(['busy'], [null, 1, null]), ...others],
        executed: said('Calls by status, each hour'),
      }),
    );
    expect(all).toHaveLength(101);
    expect({ status: 200, frames: all.slice(0, 2) }).toEqual(golden('timeseries-multi').A);
  });
});

/** Where the golden answer's words are beside the point. */
function executedOf(name: string): Partial<Answer> {
  const executed = golden(name).A.frames[0]!.schema.meta['executedQueryString'];
  return typeof executed === 'string' ? { executed } : {};
}

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
    for (const one of frames(given)) {
      expect(Object.keys(one)).toEqual(['schema', 'data']);
      expect(one.data.values).toHaveLength(one.schema.fields.length);
      expect(new Set(one.data.values.map((column) => column.length)).size).toBeLessThanOrEqual(1);
      one.schema.fields.forEach((field, index) => {
        expect(field.typeInfo.frame).toBe({ time: 'time.Time', number: 'float64', string: 'string' }[field.type]);
        for (const value of one.data.values[index]!) {
          if (field.type === 'time') expect(Number.isInteger(value)).toBe(true);
          if (field.type === 'number') expect(value === null || Number.isFinite(value)).toBe(true);
          if (field.type === 'string') expect(typeof value).toBe('string');
        }
        expect(Object.values(field.labels ?? {}).every((label) => typeof label === 'string')).toBe(true);
      });
    }
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
