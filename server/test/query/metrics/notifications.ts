import { after, at, before, type MetricCase, USD, within } from './metric-case.js';

const day = at('10:00:00');
export const sentAt =
  "coalesce(f.sent_at, case when f.status in ('sent', 'delivered', 'read', 'undelivered', 'expired') or f.delivered_at is not null then coalesce(f.delivered_at, f.read_at, f.at) end)";
export const deliveredAt =
  "coalesce(f.delivered_at, case when f.status in ('delivered', 'read') then coalesce(f.read_at, f.sent_at, f.at) end)";
export const counted = (time: string) => `from fact.notification f
where f.tenant = $1
  and f.at is not null
  and ${time} >= $2
  and ${time} < $3`;

/** Created, sent and delivered in the range or not, with and without the times that follow from others. */
const sent = [
  { at: day, status: 'created' },
  { at: day, status: 'sent', sent_at: day },
  { at: before, status: 'sent', sent_at: day },
  { at: day, status: 'sent', sent_at: after },
  { at: day, status: 'undelivered', sent_at: day },
  { at: day, status: 'delivered', sent_at: day, delivered_at: after },
  { at: day, status: 'delivered', delivered_at: day },
  { at: day, status: 'read' },
  { at: day, status: 'failed', failed_at: day },
  { at: day, status: 'skipped', cancelled_at: day },
  { at: null, status: 'sent', sent_at: day },
];

export const notificationCases: MetricCase[] = [
  {
    id: 'notifications',
    sql: `select (count(*))::float8 as n1\nfrom fact.notification f\n${within}`,
    facts: { notification: sent },
    expected: 9,
  },
  {
    id: 'notifications_logical',
    sql: `select (count(distinct coalesce(f.trigger, f.k::text)))::float8 as n1\nfrom fact.notification f\n${within}`,
    facts: { notification: ['order-1', 'order-1', 'order-2', null, null].map((trigger) => ({ at: day, trigger })) },
    expected: 4,
  },
  {
    id: 'notifications_sent',
    sql: `select (count(*))::float8 as n1\n${counted(sentAt)}`,
    facts: { notification: sent },
    expected: 6,
  },
  {
    id: 'notifications_delivered',
    sql: `select (count(*))::float8 as n1\n${counted(deliveredAt)}`,
    facts: { notification: sent },
    expected: 2,
  },
  {
    id: 'delivery_rate',
    sql: `select (count(*) filter (where (f.delivered_at is not null or f.status in ('delivered', 'read'))))::float8 as n1,
  (count(*))::float8 as d1
${counted(sentAt)}`,
    facts: { notification: sent },
    expected: 50,
  },
  {
    id: 'sms_parts',
    sql: `select (sum(coalesce(f.parts, f.text_parts)))::float8 as n1\n${counted(sentAt)}\n  and coalesce(f.channel, '') = $4`,
    values: ['sms'],
    facts: {
      notification: [
        { at: day, sent_at: day, channel: 'sms', parts: 3, text_parts: 2 },
        { at: day, sent_at: day, channel: 'sms', text_parts: 2 },
        { at: day, sent_at: day, channel: 'sms', parts: 1 },
        { at: day, sent_at: day, channel: 'sms' },
        { at: day, sent_at: day, channel: 'viber', parts: 2 },
        { at: day, status: 'created', channel: 'sms', parts: 5 },
      ],
    },
    expected: 6,
  },
  {
    id: 'notification_cost',
    sql: `select coalesce(f.cost_currency, '') as g1,
  (sum(f.cost_amount))::float8 as n1
${counted(sentAt)}
  and f.cost_amount is not null
group by 1`,
    facts: {
      notification: [
        { at: day, sent_at: day, ...USD('0.07') },
        { at: day, sent_at: day, ...USD('0.01') },
        { at: day, sent_at: day },
        { at: day, status: 'created', ...USD('9') },
      ],
    },
    expected: 0.08,
  },
];
