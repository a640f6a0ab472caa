import { expect, it } from '@jest/globals';
import { quietNotices } from './arrival.js';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-08T12:00:30Z');
const said = (minutesAgo: number, to = NOW) => quietNotices({ from: 0, to }, NOW, NOW - minutesAgo * MINUTE);

it.each([
  [16, '15 minutes'],
  [120, '119 minutes'],
  [121, '2 hours'],
  [48 * 60, '47 hours'],
  [48 * 60 + 1, '2 days'],
  [3000 * 1440, '2,999 days'],
])('of a record in the minute %i minutes ago says %s', (minutes, words) => {
  expect(said(minutes)).toEqual([{ severity: 'warning', text: `No record has arrived for ${words}.` }]);
});

it('says nothing of a quarter of an hour, of ranges that end before, and where nothing ever arrived', () => {
  expect(said(15.9)).toEqual([]);
  expect(said(60, NOW - 45 * MINUTE)).toEqual([]);
  expect(said(60, NOW - 44 * MINUTE)).toHaveLength(1);
  expect(said(10, NOW + 600 * MINUTE)).toEqual([]);
  expect(quietNotices({ from: 0, to: NOW }, NOW, undefined)).toEqual([]);
});
