import { at, before, type MetricCase, within } from './metric-case.js';

const day = at('10:00:00');
const payload = "'^([!-~]*[0-9_:/=#|{}<>&%$][!-~]*|[[{].*[]}])$'";

export const phraseCases: MetricCase[] = [
  {
    id: 'phrases',
    sql: `select (count(*))::float8 as n1
from fact.message f
${within}
  and case when f.type is distinct from 'button' or f.phrase !~ ${payload} then nullif(f.phrase, '') end is not null`,
    facts: {
      message: [
        { at: day, phrase: 'where is my order?' },
        { at: day, phrase: 'order_42', type: 'text' },
        { at: day, phrase: 'track my order', type: 'button' },
        { at: day, phrase: 'да', type: 'button' },
        // Not phrases: a payload, a long text, an image without text; and one of another week.
        { at: day, phrase: 'get_started', type: 'button' },
        { at: day, phrase: '7', type: 'button' },
        { at: day, phrase: '{"action": "buy"}', type: 'button' },
        { at: day, phrase: '' },
        { at: day, type: 'image' },
        { at: before, phrase: 'where is my order?' },
      ],
    },
    expected: 4,
  },
];
