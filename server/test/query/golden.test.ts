import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { FactColumn, FactColumnType } from '../../src/query/compile-fact-columns.js';
import { type Frame, frames } from '../../src/query/frame.js';
import { factsFrame } from '../../src/query/frame-facts.js';
import { statesFrame } from '../../src/query/frame-states.js';
import { answer, by, HOUR, hourly, metric, series, START } from './answer.js';
import { expectDecodable } from './decodable.js';

/** What the plugin's side expects; it proves there that it decodes it. */
function golden(name: string): { A: { status: number; frames: Frame[] } } {
  const path = new URL(`../../../plugin/contracts/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { results: { A: { status: number; frames: Frame[] } } }).results;
}

const said = (text: string) => `${text}, 2026-11-01 00:00 to 03:00 (UTC)`;

/** A column of records; what it is read from is beside the point. */
const column = (name: string, label: string, type: FactColumnType, more: Partial<FactColumn> = {}): FactColumn => ({
  ...{ name, label, type, isDimension: false, sql: () => '' },
  ...more,
});

const emitted: Record<string, Frame[]> = {
  'timeseries-wide': frames(
    answer({
      ...hourly,
      metrics: [metric('dialogues')],
      dimensions: [by('channel')],
      series: [series(['web'], [4, 0, 7]), series(['viber'], [1, 2, null])],
      executed: said('Dialogues by channel, each hour'),
    }),
  ),
  // Its two series stand for more than a hundred.
  'timeseries-multi': frames(
    answer({
      ...hourly,
      dimensions: [by('status')],
      series: [
        ...[series(['answered'], [12, null, 9]), series(['busy'], [null, 1, null])],
        ...Array.from({ length: 99 }, (_, index) => series([`status ${index}`], [1, 1, 1])),
      ],
      executed: said('Calls by status, each hour'),
    }),
  ).slice(0, 2),
  'timeseries-long': frames(
    answer({
      ...{ format: 'table', times: [START, START + HOUR], step: HOUR },
      dimensions: [by('status')],
      series: [series(['answered'], [12, 0]), series(['busy'], [1, null])],
      executed: said('Calls by status, each hour'),
    }),
  ),
  compare: frames(
    answer({
      ...hourly,
      series: [{ ...series([], [12, 0, 9]), earlier: [[10, null, 8]] }],
      compare: { id: 'previous_week', label: 'previous week' },
      executed: said('Calls and those of the previous week, each hour'),
    }),
  ),
  'numeric-long': frames(
    answer({
      dimensions: [by('status')],
      series: [series(['answered'], [21]), series(['busy'], [3]), series([''], [1])],
      executed: said('Calls by status'),
    }),
  ),
  location: frames(
    answer({
      dimensions: [by('location')],
      series: [series(['55.8,37.6'], [21]), series(['-33.9,151.2'], [3]), series([''], [1])],
      executed: said('Calls by location'),
    }),
  ),
  'numeric-wide': frames(
    answer({
      format: 'single',
      metrics: [metric('calls'), metric('dialogues')],
      series: [series([], [25], [14])],
      executed: said('Calls, Dialogues'),
    }),
  ),
  'heatmap-rows': frames(
    answer({
      ...hourly,
      format: 'heatmap',
      dimensions: [by('status')],
      series: [series(['answered'], [12, 0, 9]), series(['busy'], [1, null, 0])],
      executed: said('Calls by status, each hour'),
    }),
  ),
  states: [
    statesFrame({
      lives: [
        { who: 'bo', states: [{ state: 'online', since: START + HOUR, until: START + 3 * HOUR }] },
        {
          who: 'ann',
          states: [
            { state: 'online', since: START + HOUR / 2, until: START + HOUR },
            { state: 'paused', since: START + HOUR, until: START + 1.5 * HOUR },
          ],
        },
      ],
      to: START + 3 * HOUR,
      people: new Map([['ann', 'Ann Baker']]),
      words: new Map([
        ['online', 'Online'],
        ['paused', 'Paused'],
      ]),
      description: 'Time that operators spent in a state, from presence records.',
      executed: said('Time in states'),
      notices: [],
    }),
  ],
  facts: [
    factsFrame({
      columns: [
        column('at', 'Counted at', 'time'),
        column('id', 'Id', 'text'),
        column('status', 'Status', 'text', { isDimension: true }),
        column('talkSeconds', 'Talk', 'number', { unit: 's' }),
        column('tags', 'Tags', 'list'),
      ],
      page: {
        rows: [
          [START + 1.5 * HOUR + 500, 'call-2', 'answered', 61.5, ['vip', 'urgent']],
          [START + HOUR / 2, 'call-1', 'busy', null, null],
        ],
        next: 'after-call-1',
      },
      names: [new Map(), new Map(), by('status').names, new Map(), new Map()],
      executed: said('The records behind Calls'),
      notices: [],
    }),
  ],
  'no-data': frames(answer({ ...hourly, dimensions: [by('channel')] })),
  'one-error': frames(answer({ format: 'single', series: [series([], [25])] })),
  notices: frames(
    answer({
      metrics: [metric('dialogues')],
      dimensions: [by('channel')],
      series: [series(['web'], [11]), series(['Others'], [3])],
      executed: said('Dialogues by channel, the first 1 and others'),
      notices: [
        { severity: 'info', text: 'Only the first 1 of 3 groups is shown; the rest is added up as Others.' },
        { severity: 'warning', text: 'The filter on status does not apply to dialogues and was ignored.' },
      ],
    }),
  ),
};

describe('the golden answers that the plugin decodes', () => {
  it.each(Object.entries(emitted))('%s', (name, given) => {
    given.forEach(expectDecodable);
    expect({ status: 200, frames: given }).toEqual(golden(name).A);
  });

  it('are all emitted here', () => {
    const found = readdirSync(new URL('../../../plugin/contracts/', import.meta.url));
    const files = found.filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(
      Object.keys(emitted)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });
});
