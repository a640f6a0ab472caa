import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { metrics } from '../catalogue/metrics.js';
import { OTHERS } from '../catalogue/dimensions.js';
import { parameterNames } from '../catalogue/parameters.js';
import { WEEK_STARTS } from '../tenants/tenant.schema.js';
import { intervals } from './buckets.js';
import { shiftOf } from './compare.js';
import { formats, operators, Query, windows } from './query.schema.js';
import { statesQuestion } from './states-question.js';
import { dimensionsOf } from './validate.js';

/** What the plugin offers stands in its own sources, which the service's compiler does not read. */
const source = (file: string) => readFileSync(new URL(`../../../plugin/src/${file}`, import.meta.url), 'utf8');
const texts = (code: string, pattern = /'([^']*)'/g) => [...code.matchAll(pattern)].map(([, text]) => text!);

/** The part of a source from a word to what ends it. */
function part(file: string, from: string, to: string): string {
  const code = source(file);
  const start = code.indexOf(from);
  const end = code.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`${file} has no “${from}” any more.`);
  return code.slice(start, end);
}

const listed = (file: string, name: string) => texts(part(file, `export const ${name} = [`, ']'));
const offered = (name: string) =>
  texts(part('editor/choices.ts', `export function ${name}(`, '\n}'), /value: '([^']*)'/g);
const largest = (file: string) => Number(/min: 1, max: (\d+), whole: true/.exec(source(file))?.[1]);

const query = { refId: 'A', metrics: ['calls'], groupBy: ['queue'] };
const takes = (more: object) => Query.safeParse({ ...query, ...more }).success;

describe('what the plugin offers is what the service takes', () => {
  it.each([
    ['formats', listed('query/model.ts', 'FORMATS'), formats],
    ['formats to choose', offered('formatChoices'), formats],
    ['operators', listed('query/model.ts', 'OPERATORS'), operators],
    ['operators to choose', offered('operatorChoices'), operators],
    ['intervals', listed('query/model.ts', 'INTERVALS'), ['auto', 'none', ...intervals]],
    ['intervals to choose', offered('intervalChoices'), ['auto', 'none', ...intervals]],
    ['windows', offered('windowChoices'), windows],
    ['shares', offered('shareChoices'), Query.shape.share.unwrap().unwrap().options],
    ['parts of a ratio', offered('partChoices'), Query.shape.part.unwrap().unwrap().options],
    ['first days of the week', offered('weekStartChoices'), WEEK_STARTS],
    ['named parameters', texts(part('editor/parameterName.ts', 'new Map([\n    [', ']);'), /\['(\w+)'/g), parameterNames],
  ])('%s', (_, theirs, ours) => {
    expect(theirs.toSorted()).toEqual([...ours].sort());
  }); // prettier-ignore

  it('orders', () => {
    for (const order of offered('orderChoices')) expect(takes({ top: { limit: 5, order } })).toBe(true);
    expect(takes({ top: { limit: 5, order: 'up' } })).toBe(false);
  });

  it('what numbers are compared with, chosen or typed', () => {
    const around = { zone: 'UTC', weekStart: 'monday', now: 0 } as const;
    const understood = (compare: string) => {
      try {
        return shiftOf(compare, { from: 0, to: 1 }, null, around).id === compare;
      } catch {
        return false;
      }
    };
    expect(offered('compareChoices').filter((compare) => !understood(compare))).toEqual([]);
    const typed = new RegExp(/const DURATION = \/(.+)\/;/.exec(source('editor/CompareField.tsx'))![1]!);
    const units = [...'smhdwMyQ', 'min'].flatMap((unit) => [`7${unit}`, `0${unit}`, `0012${unit}`, `-1${unit}`]);
    for (const compare of [...units, '9999d', '10000d', '0000d', '7', 'd', '1.5d', ' 7d', '7d ']) {
      expect([compare, typed.test(compare)]).toEqual([compare, understood(compare)]);
    }
  });

  it('by what states are told apart', () => {
    const theirs = listed('editor/edit.ts', 'STATE_DIMENSIONS');
    const defaults = {
      ...{ zone: 'UTC', weekStart: 'monday', now: 2, from: 0, to: 1 } as const,
      parameters: { threshold: 20, shortAbandon: 5, minCount: 3 },
    }; // prettier-ignore
    const all = dimensionsOf(metrics.presence_time.fact);
    const ours = all.filter((key) => {
      try {
        const asked = { refId: 'A', metrics: ['presence_time'], groupBy: [key], format: 'states' };
        return statesQuestion(Query.parse(asked), defaults).limit > 0;
      } catch {
        return false;
      }
    });
    expect(theirs.toSorted()).toEqual(ours.sort());
  });

  it('how many groups and records there may be', () => {
    for (const [file, ask] of [
      ['editor/TopFields.tsx', (limit: number) => ({ top: { limit } })],
      ['editor/RecordFields.tsx', (limit: number) => ({ limit })],
    ] as const) {
      expect([takes(ask(largest(file))), takes(ask(largest(file) + 1)), takes(ask(0))]).toEqual([true, false, false]);
    }
  });

  it('what the rest of the groups is called', () => {
    for (const file of ['query/others.ts', '../../viz/src/others.ts']) {
      expect(source(file)).toContain(`const OTHERS = '${OTHERS}';`);
    }
    const told = part('editor/explain/shape.ts', "t('editor.explain.others'", ')');
    expect(told).toContain(`one more group, ${OTHERS},`);
    for (const language of ['en-US', 'ru-RU', 'de-DE', 'it-IT']) {
      const file = `locales/${language}/switchboard-contactcenter-datasource.json`;
      const { editor } = JSON.parse(source(file)) as { editor: { explain: { others: string } } };
      expect(editor.explain.others).toContain(OTHERS);
    }
  });
});
