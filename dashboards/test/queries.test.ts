import { describe, expect, it } from '@jest/globals';
import { Query } from '../../server/src/query/query.schema.js';
// eslint-disable-next-line no-restricted-imports -- what a board asks is checked by the very function that answers it
import { validate } from '../../server/src/query/validate.js';
import { tile } from '../src/panels/tile.js';
import { queries, type SavedTarget } from './generated.js';

const defaults = {
  zone: 'Europe/Moscow',
  weekStart: 'monday' as const,
  now: Date.UTC(2026, 10, 8, 12),
  from: Date.UTC(2026, 10, 1),
  to: Date.UTC(2026, 10, 8, 12),
  earliest: Date.UTC(2025, 0, 1),
  parameters: { threshold: 20, shortAbandon: 5 },
};

/** Parameters with a number for each variable. */
const numbers = (params: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value === '$threshold' ? 30 : value]));

/** The query as the plugin sends it when something is chosen in every variable, or All in every one. */
function sent(target: SavedTarget, chosen: boolean): Query {
  const { datasource, withCustomerMessages, filters, ...rest } = target;
  expect(datasource.uid).toBe('${datasource}');
  const filled = filters.flatMap((filter) => {
    const isVariable = filter.values[0]?.startsWith('$') === true;
    return isVariable && !chosen ? [] : [{ ...filter, values: isVariable ? ['one', 'two'] : filter.values }];
  });
  const metrics = rest.metrics.map(({ params, ...metric }) => ({
    ...metric,
    ...(params && { params: numbers(params) }),
  }));
  return Query.parse({
    ...rest,
    metrics,
    filters: filled,
    ...(withCustomerMessages && { withCustomerMessages: chosen }),
  });
}

describe('every query', () => {
  it.each(queries)('$name can be answered with All in every variable', ({ target }) => {
    expect(validate(sent(target, false), defaults).notices).toEqual([]);
  });

  it.each(queries)('$name can be answered with values in every variable', ({ target }) => {
    const keys = (optional: boolean) =>
      target.filters.filter((filter) => (filter.optional === true) === optional).map(({ key }) => key);
    const question = validate(sent(target, true), defaults);
    const ignored = question.notices.map(({ text }) => /^The filter on (\S+) does not apply/.exec(text)?.[1]);
    expect([...new Set(ignored)].toSorted()).toEqual(keys(true).toSorted());
    expect(question.filters.map(({ key }) => key)).toEqual(expect.arrayContaining(keys(false)));
  });

  it.each(queries)('$name filters by each variable of its board, once', ({ board, target }) => {
    const variables = board.templating.list.filter(({ type }) => type === 'query').map(({ name }) => name);
    const keys = target.filters.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(variables));
    for (const { key, values } of target.filters) {
      if (values[0]?.startsWith('$')) expect([variables.includes(key), values]).toEqual([true, [`$${key}`]]);
    }
  });
});

describe('the switch for customer messages', () => {
  it('holds for everything that belongs to dialogues, and is asked of nothing else', () => {
    const chat = queries.filter(({ board }) => board.uid === 'switchboard-chat');
    const asked = chat.filter(({ target }) => target.withCustomerMessages === '$customer_messages');
    const others = chat.filter((query) => !asked.includes(query)).map(({ panel }) => panel.title);
    expect(others).toEqual(['Operator activity (online)', 'Operator activity (paused)']);
    const elsewhere = queries.filter(({ board }) => board.uid !== 'switchboard-chat');
    expect(elsewhere.filter(({ target }) => target.withCustomerMessages !== undefined)).toEqual([]);
  });
});

it('does not compile with a metric that the catalogue lacks', () => {
  // @ts-expect-error -- there is no such metric
  expect(() => tile('Nothing', 'no_such_metric')).toThrow();
});
