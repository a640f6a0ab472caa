import { describe, expect, it } from '@jest/globals';
import { toCatalogue } from '../../../../server/src/query/catalogue.schema.js';
import { DEFAULT_SETTINGS } from '../../../../server/src/tenants/settings.schema.js';
import type { Catalogue } from './catalogue.js';
import { bySubject, findMetrics, subjectOf } from './subject.js';

const { metrics } = toCatalogue(DEFAULT_SETTINGS) as Catalogue;
const named = (id: string, name = id, description = '') => ({ ...metrics[0]!, id, name, description });

describe('subjectOf', () => {
  it('knows every metric of the service', () => {
    expect(metrics.filter((metric) => subjectOf(metric) === undefined).map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['dialogues', 'chats'],
    ['backlog', 'chats'],
    ['bot_messages', 'messages'],
    ['delivery_rate', 'notifications'],
    ['cps_peak', 'calls'],
    ['average_handling_time', 'calls'],
    ['average_operator_handling_time', 'operators'],
    ['service_level', 'queues'],
    ['longest_wait_now', 'queues'],
    ['revenue', 'ratings'],
    ['ingest_lag_seconds', 'intake'],
  ])('%s: %s', (id, subject) => {
    expect(subjectOf({ id })).toBe(subject);
  });
});

describe('bySubject', () => {
  it('shows every metric once', () => {
    const shown = bySubject(metrics).flatMap((group) => group.metrics.map(({ id }) => id));
    expect([...shown].sort()).toEqual(metrics.map(({ id }) => id).sort());
  });

  it('leaves subjects without metrics out, and puts strange ones under chats', () => {
    const groups = bySubject([named('records_x'), named('something')]);
    expect(groups.map(({ subject }) => subject)).toEqual(['chats', 'intake']);
  });
});

describe('findMetrics', () => {
  const all = [named('asr', 'Answer-seizure ratio', 'Share of attempts'), named('calls', 'Calls', 'Number of calls')];
  it.each([
    ['', ['asr', 'calls']],
    ['ASR', ['asr']],
    ['share  Answer', ['asr']],
    ['number of', ['calls']],
    ['answer calls', []],
  ])('%j', (search, found) => {
    expect(findMetrics(all, search).map(({ id }) => id)).toEqual(found);
  });
});
