import { after, at, before, type MetricCase, within } from './metric-case.js';

const day = at('10:00:00');
const [asked, handed, plain, other] = ['a1', 'a2', 'a3', 'a4'].map((end) => `00000000-0000-0000-0000-0000000000${end}`);
const changed = "x.of = 'dialogue' and x.state = 'handed_off'";
const rated = "x.scale = 'csat' and x.score is not null";
const has = (kind: string, condition: string) =>
  `exists (select from fact.${kind} x where x.tenant = f.tenant and x.dialogue_k = f.k and x.at is not null and ${condition})`;
const contained = `(f.outcome = 'bot_only' and f.offers = 0 and not ${has('change', changed)})`;
const closed = `where f.tenant = $1
  and f.at is not null
  and f.closed_at >= $2
  and f.closed_at < $3`;

/** Five with a bot: taken over, offered in vain, handed over in vain, two of the bot's own; and two without. */
const dialogues = [
  { at: day, closed_at: day, outcome: 'operator', handoff: true, bot_messages: 2, offers: 1 },
  { k: asked, at: day, closed_at: day, outcome: 'bot_only', bot_messages: 1, offers: 2 },
  { k: handed, at: day, closed_at: day, outcome: 'bot_only', bot_messages: 1 },
  { k: plain, at: day, closed_at: day, outcome: 'bot_only', bot_messages: 3 },
  { k: other, at: day, closed_at: day, outcome: 'bot_only', bot_messages: 3, resolved: false },
  { at: day, outcome: 'operator' },
  { at: day, closed_at: after, outcome: 'unhandled' },
  { at: before, outcome: 'bot_only', bot_messages: 3 },
  { at: null, closed_at: day, outcome: 'bot_only', bot_messages: 3 },
];
const changes = [
  { at: day, dialogue_k: handed, of: 'dialogue', state: 'handed_off' },
  { at: null, dialogue_k: plain, of: 'dialogue', state: 'handed_off' },
  { at: day, dialogue_k: plain, of: 'dialogue', state: 'resolved' },
];
const reopened = [
  { at: day, episodes: 3, closed_at: day },
  { at: day, episodes: 2 },
  { at: day, closed_at: day },
  { at: day, resolved: true },
  { at: day, resolved: false },
  { at: before, episodes: 2 },
];

export const automationCases: MetricCase[] = [
  {
    id: 'handoff_rate',
    sql: `select (count(*) filter (where f.handoff))::float8 as n1,
  (count(*))::float8 as d1
from fact.dialogue f
${within}
  and f.bot_messages > 0`,
    facts: { dialogue: dialogues },
    expected: 20,
  },
  {
    id: 'containment_rate',
    sql: `select (count(*) filter (where ${contained}))::float8 as n1,
  (count(*))::float8 as d1
from fact.dialogue f
${within}
  and f.bot_messages > 0`,
    facts: { dialogue: dialogues, change: changes },
    expected: 40,
  },
  {
    id: 'automation_rate',
    sql: `select (count(*) filter (where ${contained} and f.resolved is not false))::float8 as n1,
  (count(*))::float8 as d1
from fact.dialogue f
${closed}`,
    facts: { dialogue: dialogues, change: changes },
    expected: 20,
  },
  {
    id: 'dialogues_reopened',
    sql: `select (count(*))::float8 as n1\nfrom fact.dialogue f\n${within}\n  and f.episodes > 1`,
    facts: { dialogue: reopened },
    expected: 2,
  },
  {
    id: 'reopen_rate',
    sql: `select (count(*) filter (where f.episodes > 1))::float8 as n1,
  (count(*))::float8 as d1
from fact.dialogue f
${within}
  and (f.resolved or f.closed_at is not null or f.episodes > 1)`,
    facts: { dialogue: reopened },
    expected: 50,
  },
  {
    id: 'csat_response_rate',
    sql: `select (count(*) filter (where ${has('rating', rated)}))::float8 as n1,
  (count(*))::float8 as d1
from fact.dialogue f
${closed}`,
    facts: {
      dialogue: dialogues,
      rating: [
        { at: day, dialogue_k: asked, scale: 'csat', score: 5 },
        // The same dialogue again, another scale, no score, taken back.
        { at: after, dialogue_k: asked, scale: 'csat', score: 1 },
        { at: day, dialogue_k: handed, scale: 'nps', score: 9 },
        { at: day, dialogue_k: plain, scale: 'csat' },
        { at: null, dialogue_k: other, scale: 'csat', score: 4 },
      ],
    },
    expected: 20,
  },
];
