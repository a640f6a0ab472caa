import { expect, it } from '@jest/globals';
import { dayRecords } from './day.js';
import { incidentsBetween } from './incidents.js';
import { addDays, dayBounds } from './zone.js';

const zone = 'Europe/Moscow';
const start = (day: string) => new Date(dayBounds(day, zone).start);
const from = '2026-05-01';
const to = addDays(from, 90);
const all = incidentsBetween('demo', start(from), start(to));

it('finds the troubles of carriers and providers, each once, however the time is cut', () => {
  expect(all.length).toBeGreaterThan(5);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const cut = [0, 17, 18, 61, 90].map((days) => start(addDays(from, days)));
  const parts = cut.slice(1).flatMap((end, index) => incidentsBetween('demo', cut[index]!, end));
  expect(parts.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
});

it('says nothing of trouble that is not over', () => {
  const [first] = all;
  expect(incidentsBetween('demo', new Date(first!.start - 1), new Date(first!.end - 1))).toEqual([]);
  expect(incidentsBetween('demo', new Date(first!.start - 1), new Date(first!.end))).toContainEqual(first);
});

it('tells when the calls of a carrier were refused', () => {
  const [trouble] = all.filter(({ tags }) => tags.includes('trunk-north') || tags.includes('trunk-south'));
  const trunk = trouble!.tags.at(-1);
  const day = trouble!.id.split(' ').at(-1)!;
  const refused = dayRecords('demo', day).filter(
    ({ kind, status, ...record }) =>
      (kind === 'call' || kind === 'leg') && status === 'congestion' && record['trunk'] === trunk,
  );
  const inside = refused.filter(({ startedAt }) => {
    return Number(startedAt) >= trouble!.start && Number(startedAt) < trouble!.end;
  });
  expect(inside.length).toBeGreaterThan(0);
});
