import { describe, expect, it } from '@jest/globals';
import { formatsOf } from './formats.js';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('duration', () => {
  const formats = formatsOf('en');
  it.each([
    [0, '0 sec'],
    [0.35, '350 ms'],
    [59, '59 sec'],
    [60, '1 min'],
    [61, '1 min 1 sec'],
    [3_600, '1 hr'],
    [7_505, '2 hr 5 min'],
    [90_061, '1 day 1 hr'],
    [259_260, '3 days'],
    [-61, '−1 min 1 sec'],
  ])('%d seconds: %s', (seconds, said) => {
    expect(formats.duration(seconds)).toBe(said);
  });

  it('speaks the language', () => {
    expect(plain(formatsOf('ru').duration(7_505))).toBe('2 ч 5 мин');
    expect(plain(formatsOf('de').duration(90_061))).toBe('1 Tg. 1 Std.');
  });
});

describe('number', () => {
  it('has the separators of the language', () => {
    expect(formatsOf('en').number(12_345.678, 1)).toBe('12,345.7');
    expect(formatsOf('de').number(12_345.678, 1)).toBe('12.345,7');
    expect(plain(formatsOf('ru').number(12_345))).toBe('12 345');
  });
});

describe('dateTime', () => {
  it('is in the zone, not in that of the machine', () => {
    expect(plain(formatsOf('en').dateTime('2026-11-01T22:30:00Z', 'Europe/Moscow'))).toBe('Nov 2, 2026, 1:30 AM');
    expect(plain(formatsOf('de').dateTime(Date.UTC(2026, 10, 1, 22, 30), 'UTC'))).toBe('01.11.2026, 22:30');
  });
});
