import { at, type MetricCase, within } from './metric-case.js';

const day = at('10:00:00');
const ratings = [
  ...[5, 4, 3, 1, null].map((score) => ({ at: day, scale: 'csat', score })),
  ...[10, 9, 9, 8, 7, 6, 0].map((score) => ({ at: day, scale: 'nps', score })),
];

export const ratingCases: MetricCase[] = [
  {
    id: 'ratings',
    sql: `select (count(*))::float8 as n1\nfrom fact.rating f\n${within}`,
    facts: { rating: ratings },
    expected: 12,
  },
  {
    id: 'csat',
    sql: `select (count(*) filter (where f.score >= 4 and coalesce(f.scale, '') = $5))::float8 as n1,
  (count(*))::float8 as d1
from fact.rating f
${within}
  and f.score is not null and coalesce(f.scale, '') = $4`,
    values: ['csat', 'csat'],
    facts: { rating: ratings },
    expected: 50,
  },
  {
    id: 'nps',
    sql: `select (sum(case when f.score >= 9 then 1 when f.score <= 6 then -1 else 0 end) filter (where coalesce(f.scale, '') = $5))::float8 as n1,
  (count(*))::float8 as d1
from fact.rating f
${within}
  and f.score is not null and coalesce(f.scale, '') = $4`,
    values: ['nps', 'nps'],
    facts: { rating: ratings },
    expected: 100 / 7,
  },
  {
    id: 'average_csat',
    sql: `select (sum(f.score) filter (where coalesce(f.scale, '') = $5))::float8 as n1,
  (count(*))::float8 as d1
from fact.rating f
${within}
  and f.score is not null and coalesce(f.scale, '') = $4`,
    values: ['csat', 'csat'],
    facts: { rating: ratings },
    expected: 3.25,
  },
];
