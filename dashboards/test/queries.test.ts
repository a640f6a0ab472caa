import { describe, expect, it } from '@jest/globals';
import { Query } from '../../server/src/query/query.schema.js';
// eslint-disable-next-line no-restricted-imports -- what a board asks is checked by the very function that answers it
import { factsQuestion } from '../../server/src/query/facts-question.js';
// eslint-disable-next-line no-restricted-imports -- the same
import { statesQuestion } from '../../server/src/query/states-question.js';
// eslint-disable-next-line no-restricted-imports -- the same
import { validate } from '../../server/src/query/validate.js';
import { tile } from '../src/panels/tile.js';
import { numbersOf, queries, type SavedTarget } from './generated.js';

const defaults = {
  zone: 'Europe/Moscow',
  weekStart: 'monday' as const,
  now: Date.UTC(2026, 10, 8, 12),
  from: Date.UTC(2026, 10, 1),
  to: Date.UTC(2026, 10, 8, 12),
  earliest: Date.UTC(2025, 0, 1),
  parameters: { threshold: 20, shortAbandon: 5, minCount: 3 },
};

/** Parameters with a number for each variable. */
const numbers = (params: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value === '$threshold' ? 30 : value]));

/** The query as the plugin sends it when something is chosen in every variable, or All in every one. */
function sent({ part, ...target }: SavedTarget, chosen: boolean, number = 'calls'): Query {
  const { datasource, withCustomerMessages, filters, ...rest } = target;
  expect(datasource.uid).toBe('${datasource}');
  const filled = filters.flatMap((filter) => {
    const isVariable = filter.values[0]?.startsWith('$') === true;
    return isVariable && !chosen ? [] : [{ ...filter, values: isVariable ? ['one', 'two'] : filter.values }];
  });
  expect([undefined, '$part']).toContain(part);
  const metrics = rest.metrics.map(({ params, ...metric }) => ({
    ...metric,
    id: metric.id === '$metric' ? number : metric.id,
    ...(params && { params: numbers(params) }),
  }));
  return Query.parse({
    ...rest,
    metrics,
    filters: filled,
    ...(withCustomerMessages && { withCustomerMessages: chosen }),
  });
}

/** What a query becomes: a question for a number, or one for the records behind it. */
function asked(query: Query): { notices: readonly { text: string }[]; filters: readonly { key: string }[] } {
  if (query.format === 'facts') return factsQuestion(query, defaults).question;
  return query.format === 'states' ? statesQuestion(query, defaults).question : validate(query, defaults);
}

const fixed = queries.filter(({ target }) => target.metrics.every(({ id }) => id !== '$metric'));
const chosen = queries
  .filter((query) => !fixed.includes(query))
  .flatMap((query) =>
    numbersOf(query.board).map((number) => ({ ...query, name: `${query.name} (${number})`, number })),
  );

describe('every query', () => {
  it.each(fixed)('$name can be answered with All in every variable', ({ target }) => {
    expect(asked(sent(target, false)).notices).toEqual([]);
  });

  it.each(fixed)('$name can be answered with values in every variable', ({ target }) => {
    const keys = (optional: boolean) =>
      target.filters.filter((filter) => (filter.optional === true) === optional).map(({ key }) => key);
    const question = asked(sent(target, true));
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

  it.each(chosen)('$name can be answered, whatever is chosen', ({ target, number }) => {
    expect(asked(sent(target, false, number)).notices).toEqual([]);
    expect(() => asked(sent(target, true, number))).not.toThrow();
  });
});

describe('the switch for customer messages', () => {
  it('holds for everything that belongs to dialogues, and is asked of nothing else', () => {
    const chat = queries.filter(({ board }) => board.uid === 'switchboard-chat');
    const asked = chat.filter(({ target }) => target.withCustomerMessages === '$customer_messages');
    const others = chat.filter((query) => !asked.includes(query)).map(({ panel }) => panel.title);
    expect(others).toEqual(['Operator activity (online)', 'Operator activity (paused)', 'Hours of operators']);
    const elsewhere = queries.filter(
      ({ board }) => !board.templating.list.some(({ name }) => name === 'customer_messages'),
    );
    expect(elsewhere.filter(({ target }) => target.withCustomerMessages !== undefined)).toEqual([]);
  });
});

it('does not compile with a metric that the catalogue lacks', () => {
  // @ts-expect-error -- there is no such metric
  expect(() => tile('Nothing', 'no_such_metric')).toThrow();
});
