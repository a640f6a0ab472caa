import { expect, it } from '@jest/globals';
import { toCatalogue } from '../../../../server/src/query/catalogue.schema.js';
import { DEFAULT_SETTINGS } from '../../../../server/src/tenants/settings.schema.js';
import { en } from '../../i18n/en.js';

const { metrics, intervals } = toCatalogue(DEFAULT_SETTINGS);

it('is told in words that there are texts for', () => {
  const keys = metrics.flatMap(({ unit, direction, additivity, aggregation }) => [
    `unit.${unit}`,
    `direction.${direction}`,
    `additivity.${additivity}`,
    `aggregation.${aggregation}`,
  ]);
  const all = new Set([...keys, ...intervals.map((interval) => `interval.${interval}`)]);
  expect(all.size).toBeGreaterThan(20);
  expect([...all].filter((key) => !Object.hasOwn(en, key))).toEqual([]);
});
