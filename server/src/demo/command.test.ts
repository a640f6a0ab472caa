import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoCommand } from './command.js';
import { fedUntil, readRehearsals } from './rehearsals.js';

const now = new Date('2026-11-18T09:00:00Z');
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'switchboard-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

function run(...words: string[]) {
  const said = { out: '', err: '' };
  const to = (stream: 'out' | 'err') => ({ write: (text: string) => (said[stream] += text) });
  return { code: demoCommand(words, { out: to('out'), err: to('err'), dataDir, now }), ...said };
}

describe('npm run demo -- incident', () => {
  it('plans the trouble from now on, for its usual time or as long as asked', () => {
    expect(run('incident', 'carrier-outage')).toMatchObject({ code: 0, err: '' });
    expect(run('incident', 'feed-stopped', '--minutes', '3').out).toContain(
      'from 12:00:02 to 12:03:02 (Europe/Moscow)',
    );
    const start = now.getTime() + 2000;
    expect(readRehearsals(dataDir)).toEqual([
      { trouble: 'carrier-outage', start, end: start + 15 * 60_000 },
      { trouble: 'feed-stopped', start, end: start + 3 * 60_000 },
    ]);
  });

  it.each([
    [[], 'Say what to rehearse.'],
    [['incident'], 'Say what to rehearse.'],
    [['incident', 'flood'], 'There is no trouble “flood”.'],
    [['incident', 'queue-rush', '--minutes', '0'], '--minutes takes a whole number'],
    [['incident', 'queue-rush', '--minutes', 'ten'], '--minutes takes a whole number'],
    [['incident', 'queue-rush', '--hours', '1'], '--hours'],
  ])('refuses %j in a sentence', (words, sentence) => {
    const { code, err } = run(...words);
    expect([code, err.includes(sentence), err.includes('operators-offline')]).toEqual([2, true, true]);
    expect(readRehearsals(dataDir)).toEqual([]);
  });

  it('forgets what is long over, and does not take a damaged file for an empty one', () => {
    writeFileSync(join(dataDir, 'rehearsals.json'), '[{"trouble":"queue-rush","start":1,"end":2}]');
    run('incident', 'call-burst');
    expect(readRehearsals(dataDir).map(({ trouble }) => trouble)).toEqual(['call-burst']);
    writeFileSync(join(dataDir, 'rehearsals.json'), '[{"trouble":"flood","start":1,"end":2}]');
    expect(() => readRehearsals(dataDir)).toThrow();
  });
});

describe('fedUntil', () => {
  const stop = { trouble: 'feed-stopped', start: 1000, end: 2000 } as const;
  it.each([
    [999, 999],
    [1000, 1000],
    [1999, 1000],
    [2000, 2000],
  ])('at %d lets in what happened up to %d', (moment, until) => {
    expect(fedUntil([stop, { ...stop, trouble: 'queue-rush' }], moment)).toBe(until);
  });
});
