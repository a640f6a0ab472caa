import { describe, expect, it } from '@jest/globals';
import { column, metricsOf } from '../catalogue/declare.js';
import { call } from '../catalogue/facts/call.js';
import { compile, type Look, plansOf } from './compile.js';
import { compileEarliest, compileRanking } from './compile-ranking.js';
import { Query } from './query.schema.js';
import type { AskedMetric } from './question.js';
import { validate } from './validate.js';

type AskedParameters = AskedMetric['parameters'];

const defaults = {
  zone: 'Europe/Moscow',
  weekStart: 'monday',
  now: Date.parse('2026-11-08T12:00:00Z'),
  from: Date.parse('2026-11-01T00:00:00Z'),
  to: Date.parse('2026-11-03T00:00:00Z'),
  parameters: { threshold: 20, shortAbandon: 5, minCount: 3 },
} as const;
const ask = (query: object) => validate(Query.parse({ refId: 'A', ...query }), defaults);
const statement = (query: object, more: Partial<Look> = {}) => {
  const question = ask(query);
  const cut = { ...question.range, boundaries: null };
  return compile({ question, plan: plansOf(question.metrics)[0]!, cut, tenant: 7, groupBy: question.groupBy, ...more });
};
const [FROM, TO] = ['2026-11-01T00:00:00.000Z', '2026-11-03T00:00:00.000Z'];

describe('a statement', () => {
  it('cuts time by boundaries that are given, and joins what dimensions come from', () => {
    const boundaries = [defaults.from, Date.parse('2026-11-01T21:00:00Z')];
    const cut = { from: defaults.from, to: defaults.to, boundaries };
    const filters = [{ key: 'operator', operator: '=|', values: ['ann', ''] }];
    const query = { metrics: ['messages', 'bot_messages'], groupBy: ['channel'], filters };
    expect(statement(query, { cut })).toEqual({
      text: `select width_bucket(f.at, $4::timestamptz[]) as bucket,
  coalesce(coalesce(f.channel, coalesce(d.channel, d.first_channel)), '') as g1,
  (count(*))::float8 as n1,
  (count(*) filter (where coalesce(f.author, '') = $6))::float8 as n2
from fact.message f
left join fact.dialogue d on d.tenant = f.tenant and d.k = f.eff_dialogue_k
where f.tenant = $1
  and f.at >= $2
  and f.at < $3
  and (coalesce(coalesce(nullif(case when f.operator is not null then array[f.operator] end, '{}'), nullif(d.operators, '{}')) && $5::text[], false) or coalesce(cardinality(coalesce(nullif(case when f.operator is not null then array[f.operator] end, '{}'), nullif(d.operators, '{}'))), 0) = 0)
group by 1, 2`,
      values: [7, FROM, TO, [FROM, '2026-11-01T21:00:00.000Z'], ['ann', ''], 'bot'],
    });
  });

  it('spreads facts over their many values and marks the top ones', () => {
    const query = { metrics: ['calls'], groupBy: ['tags', 'status'], top: { limit: 1 } };
    expect(statement(query, { top: [['vip', 'busy']] })).toEqual({
      text: `select top.rank::int4 as rank,
  (count(*))::float8 as n1
from fact.call f
cross join lateral unnest(case when cardinality(f.tags) > 0 then f.tags else array[''] end) as g1(value)
left join unnest($4::text[], $5::text[]) with ordinality as top(g1, g2, rank) on top.g1 = g1.value and top.g2 = coalesce(f.eff_status, '')
where f.tenant = $1
  and f.at >= $2
  and f.at < $3
group by 1`,
      values: [7, FROM, TO, ['vip'], ['busy']],
    });
  });

  it('reads the wall clock from offsets that are given', () => {
    expect(statement({ metrics: ['calls'], groupBy: ['hour_of_day'] })).toEqual({
      text: `select coalesce((mod(mod(floor((date_part('epoch', f.at) + ($4::int4[])[width_bucket(f.at, $5::timestamptz[])]) / 3600)::int8, 24) + 24, 24))::text, '') as g1,
  (count(*))::float8 as n1
from fact.call f
where f.tenant = $1
  and f.at >= $2
  and f.at < $3
group by 1`,
      values: [7, FROM, TO, [10_800], [FROM]],
    });
  });

  it('ranks groups by the last quotient', () => {
    const question = ask({ metrics: ['asr'], groupBy: ['trunk'], top: { limit: 3, order: 'asc' } });
    const { text, values } = compileRanking(question, question.top!, 7);
    expect(text.split('\n').slice(-3)).toEqual([
      ') ranked',
      'order by n1 / nullif(d1, 0) asc nulls last, g1 collate "C"',
      'limit $4',
    ]);
    expect(values).toEqual([7, FROM, TO, 3]);
  });

  it('takes percentiles of the facts, counts them, and ranks only groups that have enough', () => {
    const measures = {
      times: { aggregate: 'quantile', of: column('duration_ms'), where: column('resolved') },
    } as const;
    const metrics = metricsOf(
      { ...call, measures },
      {
        p90: {
          name: 'Call duration',
          description: 'How long calls last.',
          unit: 's',
          decimals: 0,
          direction: 'neutral',
          axis: 'startedAt',
          numerator: { measure: 'times' },
          scale: 0.001,
        },
      },
    );
    const asked = ask({ metrics: ['calls'], groupBy: ['trunk'], top: { limit: 3 }, minDenominator: 5 });
    const by = { ...asked.metrics[0]!, definition: metrics.p90, parameters: { percentile: 0.9 } as AskedParameters };
    const { text, values } = compileRanking(asked, { ...asked.top!, by }, 7);
    expect(text).toBe(`select g1, count(*) over ()::int4 as all_groups
from (
select coalesce(f.eff_trunk, '') as g1,
  (percentile_cont($4::float8) within group (order by f.duration_ms))::float8 as n1,
  (count(f.duration_ms))::float8 as d1
from fact.call f
where f.tenant = $1
  and f.at >= $2
  and f.at < $3
  and f.resolved
group by 1
) ranked
order by case when d1 >= $5::float8 then n1 end desc nulls last, g1 collate "C"
limit $6`);
    expect(values).toEqual([7, FROM, TO, 0.9, 5, 3]);
  });

  it('finds the earliest of several kinds', () => {
    const facts = ask({ metrics: ['calls', 'calls_answered', 'messages'] }).metrics.map(
      ({ definition }) => definition.fact,
    );
    expect(compileEarliest(facts, 7)).toEqual({
      text: `select floor(extract(epoch from least((select min(f.at) from fact.call f where f.tenant = $1), (select min(f.at) from fact.message f where f.tenant = $1))) * 1000)::float8 as at`,
      values: [7],
    });
  });

  it('holds nothing of what was asked but placeholders', () => {
    const word = 'zqx';
    const filters = ['=', '!=', '=|', '!=|', '=~', '!~'].map((operator) => ({
      key: `labels.${word}`,
      operator,
      values: [word, `${word}2`],
    }));
    const metrics = [{ id: 'calls', as: word, filters: [...filters, { key: 'tags', operator: '=', values: [word] }] }];
    const { text, values } = statement(
      { metrics, groupBy: [`labels.${word}`, 'tags'], filters, top: { limit: 2 } },
      { top: [[word, word]] },
    );
    expect(text).not.toMatch(word);
    expect(JSON.stringify(values)).toMatch(word);
  });
});
