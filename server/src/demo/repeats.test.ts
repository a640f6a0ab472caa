import { expect, it } from '@jest/globals';
import { repeatsBetween } from './repeats.js';
import { recordsBetween } from './timeline.js';

const at = (time: string) => new Date(`2026-11-18T${time}+03:00`);
const texts = (records: readonly object[]) => records.map((record) => JSON.stringify(record));

it('sends a few records again, word for word and later, however time is cut', () => {
  const [from, to] = [at('09:00:00'), at('21:00:00')];
  const sent = texts(recordsBetween('demo', from, to));
  const again = texts(repeatsBetween('demo', at('09:00:30'), at('21:00:30')));
  expect(again.length).toBeGreaterThan(sent.length / 100);
  expect(again.length).toBeLessThan(sent.length / 25);
  expect(sent).toEqual(expect.arrayContaining(again));
  const noon = at('12:34:56');
  expect([...repeatsBetween('demo', at('09:00:30'), noon), ...repeatsBetween('demo', noon, at('21:00:30'))]).toEqual(
    repeatsBetween('demo', at('09:00:30'), at('21:00:30')),
  );
});
