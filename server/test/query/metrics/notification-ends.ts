import { after, at, type MetricCase, USD, within } from './metric-case.js';
import { counted, deliveredAt, sentAt } from './notifications.js';

const day = at('10:00:00');
const delivered = "(f.delivered_at is not null or f.status in ('delivered', 'read'))";
const parts = 'coalesce(f.parts, f.text_parts)';
const latency =
  'case when f.delivered_at >= f.sent_at then (extract(epoch from f.delivered_at - f.sent_at) * 1000)::int8 end';
const engaged = (action: string) =>
  `exists (select from fact.engagement e where e.tenant = f.tenant and e.notification_k = f.k and e.action = '${action}' and e.at is not null)`;
const earlier = (condition = '') => `exists (select from fact.notification s
      where s.tenant = f.tenant and s.trigger = f.trigger and s.at is not null and (coalesce(s.attempt, 1), s.at, s.k) < (coalesce(f.attempt, 1), f.at, f.k)${condition})`;

/** Ten created; eight of them sent, of which two delivered, three undelivered, one failed later and two pending. */
const ended = [
  { at: day, status: 'delivered' },
  // Its status is late.
  { at: day, status: 'sent', sent_at: day, delivered_at: day },
  { at: day, status: 'undelivered' },
  { at: day, status: 'expired', sent_at: day },
  { at: day, status: 'undelivered', sent_at: day },
  { at: day, status: 'failed', sent_at: day },
  { at: day, status: 'rejected' },
  { at: day, status: 'sent' },
  { at: day, sent_at: day },
  { at: day, status: 'cancelled' },
];
const clickedTwice = '00000000-0000-0000-0000-0000000000c1';
const left = '00000000-0000-0000-0000-0000000000c2';
const neverArrived = '00000000-0000-0000-0000-0000000000c3';
/** Five delivered: one clicked twice, one clicked and left, a click taken back on none. */
const engagements = {
  notification: [
    { k: clickedTwice, at: day, status: 'delivered' },
    { k: left, at: day, status: 'read' },
    { k: neverArrived, at: day, status: 'undelivered' },
    ...[1, 2, 3].map(() => ({ at: day, status: 'delivered' })),
  ],
  engagement: [
    { at: day, notification_k: clickedTwice, action: 'click' },
    { at: after, notification_k: clickedTwice, action: 'click' },
    { at: day, notification_k: left, action: 'click' },
    { at: day, notification_k: left, action: 'unsubscribe' },
    { at: null, notification_k: clickedTwice, action: 'unsubscribe' },
    { at: day, notification_k: neverArrived, action: 'unsubscribe' },
  ],
};
/** 0.5, 2.5, 4 and 600 s; delivered before it was sent; delivered some time. */
const timed = [
  { at: day, sent_at: at('10:00:00'), delivered_at: at('10:00:00.5') },
  { at: day, sent_at: at('10:00:00'), delivered_at: at('10:00:02.5') },
  { at: day, sent_at: at('20:59:58'), delivered_at: at('21:00:02') },
  { at: day, sent_at: at('10:00:00'), delivered_at: at('10:10:00') },
  { at: day, sent_at: at('10:00:00'), delivered_at: at('09:59:59') },
  { at: day, delivered_at: at('10:00:00') },
];

export const notificationEndCases: MetricCase[] = [
  {
    id: 'notifications_failed',
    sql: `select (count(*))::float8 as n1
from fact.notification f
${within}
  and coalesce(case when f.status in ('created', 'scheduled', 'sent') then 'in_progress' when f.status in ('delivered', 'read') then 'success' when f.status in ('undelivered', 'expired', 'rejected', 'failed') then 'failure' when f.status in ('cancelled', 'skipped') then 'not_sent' end, '') = $4`,
    values: ['failure'],
    facts: { notification: ended },
    expected: 5,
  },
  {
    id: 'notifications_undelivered',
    sql: `select (count(*))::float8 as n1\n${counted(sentAt)}\n  and coalesce(f.status, '') = any($4::text[])`,
    values: [['undelivered', 'expired']],
    facts: { notification: ended },
    expected: 3,
  },
  {
    id: 'error_rate',
    sql: `select (count(*) filter (where coalesce(f.status, '') = any($4::text[])))::float8 as n1,
  (count(*))::float8 as d1
from fact.notification f
${within}`,
    values: [['rejected', 'failed']],
    facts: { notification: ended },
    expected: 20,
  },
  {
    id: 'notifications_pending_percent',
    sql: `select (count(*) filter (where ${delivered} is not true and (f.status is null or f.status in ('created', 'scheduled', 'sent'))))::float8 as n1,
  (count(*))::float8 as d1
${counted(sentAt)}`,
    facts: { notification: ended },
    expected: (2 / 8) * 100,
  },
  {
    id: 'final_delivery_rate',
    sql: `select (count(*) filter (where ${delivered}))::float8 as n1,
  (count(*))::float8 as d1
${counted(sentAt)}
  and (${delivered} or f.status in ('undelivered', 'expired'))`,
    facts: { notification: ended },
    expected: 40,
  },
  {
    id: 'read_rate',
    sql: `select (count(*) filter (where (f.read_at is not null or f.status = 'read')))::float8 as n1,
  (count(*))::float8 as d1
${counted(sentAt)}
  and ${delivered} and coalesce(f.channel, '') not in ('sms', 'voice')`,
    facts: {
      notification: [
        { at: day, channel: 'viber', status: 'read' },
        { at: day, channel: 'viber', status: 'delivered', read_at: day },
        { at: day, channel: 'email', status: 'delivered' },
        { at: day, status: 'delivered' },
        { at: day, channel: 'sms', status: 'delivered' },
        { at: day, channel: 'voice', status: 'read' },
        { at: day, channel: 'viber', status: 'sent' },
      ],
    },
    expected: 50,
  },
  {
    id: 'click_rate',
    sql: `select (count(*) filter (where ${engaged('click')}))::float8 as n1,
  (count(*))::float8 as d1
${counted(sentAt)}
  and ${delivered}`,
    facts: engagements,
    expected: 40,
  },
  {
    id: 'opt_out_rate',
    sql: `select (count(*) filter (where ${engaged('unsubscribe')}))::float8 as n1,
  (count(*))::float8 as d1
${counted(sentAt)}
  and ${delivered}`,
    facts: engagements,
    expected: 20,
  },
  {
    id: 'delivery_latency',
    sql: `select (percentile_cont($4::float8) within group (order by ${latency}))::float8 as n1,
  (count(${latency}))::float8 as d1
${counted(sentAt)}`,
    values: [0.5],
    facts: { notification: timed },
    expected: 3.25,
  },
  {
    id: 'average_delivery_latency',
    sql: `select (sum(${latency}))::float8 as n1,
  (count(*))::float8 as d1
${counted(sentAt)}
  and ${latency} is not null`,
    facts: { notification: timed },
    expected: (0.5 + 2.5 + 4 + 600) / 4,
  },
  {
    id: 'fallback_share',
    sql: `select (count(*) filter (where (coalesce(f.attempt, 1) > 1 or ${earlier()})))::float8 as n1,
  (count(*))::float8 as d1
${counted(deliveredAt)}
  and ${delivered} and not ${earlier(` and ${delivered.replaceAll('f.', 's.')}`)}`,
    facts: {
      notification: [
        // By the first; by the second, told by its number or by its time; by both; by neither; alone; by a lonely second.
        { at: day, trigger: 'a', attempt: 1, status: 'delivered' },
        { at: day, trigger: 'b', attempt: 2, status: 'delivered' },
        { at: day, trigger: 'b', attempt: 1, status: 'undelivered' },
        { at: at('11:00:00'), trigger: 'c', status: 'read' },
        { at: day, trigger: 'c', status: 'failed' },
        { at: day, trigger: 'd', attempt: 1, status: 'delivered' },
        { at: day, trigger: 'd', attempt: 2, status: 'delivered' },
        { at: day, trigger: 'e', attempt: 1, status: 'failed' },
        { at: day, status: 'delivered' },
        { at: day, trigger: 'f', attempt: 2, status: 'delivered' },
        { at: null, trigger: 'a', attempt: 0, status: 'delivered', delivered_at: day },
      ],
    },
    expected: 50,
  },
  {
    id: 'cost_per_delivered',
    sql: `select coalesce(f.cost_currency, '') as g1,
  (sum(f.cost_amount))::float8 as n1,
  (sum(case when ${delivered} then 1 else 0 end))::float8 as d1
${counted(sentAt)}
  and f.cost_amount is not null
group by 1`,
    facts: {
      notification: [
        { at: day, status: 'delivered', ...USD('0.07') },
        { at: day, status: 'read', ...USD('0.05') },
        { at: day, status: 'undelivered', ...USD('0.03') },
        { at: day, status: 'delivered' },
      ],
    },
    expected: 0.075,
  },
  {
    id: 'sms_parts_average',
    sql: `select (sum(${parts}) filter (where coalesce(f.channel, '') = $5))::float8 as n1,
  (count(*))::float8 as d1
${counted(sentAt)}
  and ${parts} is not null and coalesce(f.channel, '') = $4`,
    values: ['sms', 'sms'],
    facts: {
      notification: [
        { at: day, sent_at: day, channel: 'sms', parts: 3 },
        { at: day, sent_at: day, channel: 'sms', text_parts: 2 },
        { at: day, sent_at: day, channel: 'sms' },
        { at: day, sent_at: day, channel: 'viber', parts: 7 },
      ],
    },
    expected: 2.5,
  },
]; // prettier-ignore
