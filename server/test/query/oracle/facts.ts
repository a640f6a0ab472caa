import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { FactRow } from '../rows.js';

/** Facts of one range, few enough to look through all of them for every question. */
export interface Facts {
  dialogue: FactRow[];
  message: FactRow[];
  assignment: FactRow[];
  change: FactRow[];
  call: FactRow[];
  leg: FactRow[];
  queue_entry: FactRow[];
  notification: FactRow[];
  engagement: FactRow[];
  rating: FactRow[];
  transaction: FactRow[];
  /** Tallies of what arrived. */
  intake: FactRow[];
}

const FROM = Date.parse('2026-03-20T00:00:00Z');
const DAYS = 60;
const iso = (at: number) => new Date(at).toISOString();
const moment = fc.integer({ min: 0, max: DAYS * 86_400 }).map((second) => iso(FROM + second * 1000));
/** Nothing in one of three. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });
/** Taken back in one of twenty. */
const counted = fc.option(moment, { nil: null, freq: 20 });
const channel = fc.constantFrom('web', 'viber', 'sms', "o'hara; --");
const people = fc.constantFrom('ann', 'bob', 'eve');
const customers = fc.constantFrom('anna', 'boris', 'carl', 'dora');
/** What thresholds and classes end at, to the millisecond. */
const limits = fc.constantFrom(2000, 5000, 10_000, 12_500, 20_000, 30_000, 50_000, 60_000);
const queues = fc.constantFrom('sales', 'help');
const some = (value: fc.Arbitrary<string>) => fc.uniqueArray(value, { maxLength: 3 });
const tags = maybe(some(fc.constantFrom('vip', 'new', 'complaint')));
const labels = maybe(fc.record({ team: fc.constantFrom('red', 'blue') }));
const milliseconds = (most: number) => maybe(fc.integer({ min: 0, max: most }));
const callStatus = fc.constantFrom(
  'answered',
  'busy',
  'no_answer',
  'cancelled',
  'rejected',
  'failed',
  'voicemail',
  'open',
);
const notificationStatus = fc.constantFrom(
  ...[
    'created',
    'scheduled',
    'sent',
    'skipped',
    'cancelled',
    'undelivered',
    'expired',
    'rejected',
    'failed',
    'delivered',
    'read',
  ],
);
const cents = fc.integer({ min: -500, max: 2000 });
const money = fc.option(fc.tuple(cents, fc.constantFrom('USD', 'EUR')), { nil: null, freq: 2 });
const priced = (name: string, given: readonly [number, string] | null) => ({
  [`${name}_amount`]: given && (given[0] / 100).toFixed(2),
  [`${name}_currency`]: given && given[1],
});
/** A later moment in most cases, an earlier one in some: clocks disagree. */
const delay = maybe(
  fc.oneof({ weight: 6, arbitrary: fc.nat(600_000) }, { weight: 1, arbitrary: fc.integer({ min: -60_000, max: -1 }) }),
);
const from = (at: string | null, later: number | null) => (at && later !== null ? iso(Date.parse(at) + later) : null);

const dialogue = fc
  .record({
    at: counted,
    channel: maybe(channel),
    first_channel: maybe(channel),
    bot: maybe(people),
    bots: some(people),
    outcome: fc.constantFrom('bot_only', 'operator', 'unhandled'),
    handoff: fc.boolean(),
    customer_messages: fc.nat(2),
    bot_messages: fc.nat(2),
    offers: fc.nat(1),
    episodes: fc.integer({ min: 1, max: 3 }),
    operators: some(people),
    tags,
    resolved: maybe(fc.boolean()),
    labels,
    queue: maybe(queues),
    customer: maybe(customers),
    first_response_ms: milliseconds(900_000),
    cost: money,
    answeredAfter: delay,
    respondedAfter: delay,
    closedAfter: delay,
  })
  .map(({ cost, answeredAfter, respondedAfter, closedAfter, ...row }) => ({
    ...row,
    ...priced('cost', cost),
    first_response_at: from(row.at, respondedAfter),
    answered_at: from(row.at, answeredAfter),
    closed_at: from(row.at, closedAfter),
  }));
const message = fc
  .record({
    at: counted,
    author: maybe(fc.constantFrom('customer', 'bot', 'operator')),
    operator: maybe(people),
    labels,
    channel: fc.option(channel, { nil: null, freq: 1 }),
    bot: maybe(people),
    cost: money,
    type: maybe(fc.constantFrom('text', 'button')),
    phrase: maybe(fc.constantFrom('hello', 'thank you', 'get_started', 'faq:12', '')),
  })
  .map(({ cost, ...row }) => ({ ...row, ...priced('cost', cost) }));
const assignment = fc
  .record({
    at: counted,
    operator: maybe(people),
    queue: maybe(queues),
    labels,
    acceptedAfter: delay,
    endedAfter: delay,
    end_reason: maybe(fc.constantFrom('closed', 'transferred', 'timeout')),
    talk_ms: milliseconds(300_000),
    hold_ms: milliseconds(60_000),
    wrap_ms: milliseconds(60_000),
  })
  .map(({ acceptedAfter, endedAfter, ...row }) => ({
    ...row,
    accepted_at: from(row.at, acceptedAfter),
    eff_ended_at: from(row.at, endedAfter),
  }));
const change = fc.record({
  at: counted,
  of: fc.constant('dialogue'),
  state: fc.constantFrom('open', 'resolved', 'resolved', 'handed_off', 'pending'),
  labels,
});
const times = fc.record({ ringingAfter: delay, answeredAfter: delay, started: fc.boolean() });
const call = fc
  .record({
    at: counted,
    eff_status: maybe(callStatus),
    eff_trunk: maybe(fc.constantFrom('t1', 't2')),
    eff_operator: maybe(people),
    labels,
    tags,
    duration_ms: maybe(fc.oneof(limits, fc.nat(900_000))),
    eff_direction: maybe(fc.constantFrom('inbound', 'outbound')),
    bot: maybe(people),
    times,
    bot_outcome: maybe(
      fc.constantFrom('goal', 'transferred', 'hung_up', 'not_understood', 'no_answer', 'machine', 'error'),
    ),
    eff_talk_ms: milliseconds(600_000),
    hold_ms: milliseconds(60_000),
    wrap_ms: milliseconds(60_000),
    customer: maybe(customers),
    queue: maybe(queues),
    mos_hundredths: maybe(fc.integer({ min: 100, max: 450 })),
    legs: fc.nat(1),
    cost: money,
  })
  .map(({ cost, times: { ringingAfter, answeredAfter, started }, ...row }) => ({
    ...row,
    ...priced('cost', cost),
    eff_started_at: started ? row.at : null,
    eff_ringing_at: from(row.at, ringingAfter),
    eff_answered_at: from(row.at, answeredAfter),
  }));
const leg = fc
  .record({
    at: counted,
    status: maybe(callStatus),
    trunk: maybe(fc.constantFrom('t1', 't2')),
    operator: maybe(people),
    labels,
    times,
  })
  .map(({ times: { ringingAfter, answeredAfter, started }, ...row }) => ({
    ...row,
    started_at: started ? row.at : null,
    ringing_at: from(row.at, ringingAfter),
    answered_at: from(row.at, answeredAfter),
  }));
const queueEntry = fc
  .record({
    at: counted,
    queue: maybe(queues),
    operator: maybe(people),
    labels,
    answeredAfter: maybe(fc.oneof(limits, fc.integer({ min: -5000, max: 60_000 }))),
    leftAfter: maybe(fc.oneof(limits, fc.nat(90_000))),
    reason: maybe(fc.constantFrom('answered', 'abandoned', 'abandoned', 'timeout')),
  })
  .map(({ answeredAfter, leftAfter, ...row }) => ({
    ...row,
    answered_at: from(row.at, answeredAfter),
    left_at: from(row.at, leftAfter),
  }));
const notification = fc
  .record({
    at: counted,
    channel: maybe(channel),
    status: maybe(notificationStatus),
    sentAfter: delay,
    deliveredAfter: delay,
    readAfter: delay,
    optional: maybe(fc.boolean()),
    trigger: maybe(fc.nat(40).map(String)),
    attempt: maybe(fc.integer({ min: 1, max: 3 })),
    labels,
    parts: maybe(fc.nat(4)),
    text_parts: maybe(fc.nat(4)),
    cost: money,
    error_class: maybe(fc.constantFrom('carrier', 'content')),
  })
  .map(({ sentAfter, deliveredAfter, readAfter, cost, ...row }) => ({
    ...row,
    ...priced('cost', cost),
    sent_at: from(row.at, sentAfter),
    delivered_at: from(row.at, deliveredAfter),
    read_at: from(row.at, readAfter),
  }));
const engagement = fc.record({ at: counted, action: fc.constantFrom('click', 'unsubscribe', 'reply') });
const rating = fc
  .record({
    at: counted,
    scale: fc.constantFrom('csat', 'nps'),
    points: maybe(fc.nat(10)),
    operators: maybe(some(people)),
    labels,
  })
  .map(({ points, ...row }) => ({ ...row, score: points === null || row.scale === 'nps' ? points : (points % 5) + 1 }));
const transaction = fc
  .record({ at: counted, amount: money, labels, project: maybe(fc.constantFrom('spring', 'autumn')) })
  .map(({ amount, ...row }) => ({ ...row, ...priced('amount', amount) })); // prettier-ignore

const counts = { stored: fc.nat(50), duplicates: fc.nat(9), conflicts: fc.nat(3), rejected: fc.nat(2) };
const tally = fc.record({ at: moment, ...counts, newest: maybe(moment), lags: fc.array(fc.nat(9), { maxLength: 12 }) });

/** The same facts for the same seed. */
export function randomFacts(seed: number): Facts {
  const many = <T extends object>(one: fc.Arbitrary<T>, count: number) =>
    fc
      .sample(one, { seed, numRuns: count })
      .map((row, index): FactRow => ({ k: randomUUID(), seen: (index * 7919) % 100_000, ...row }));
  const [dialogues, calls, notifications] = [many(dialogue, 120), many(call, 200), many(notification, 250)];
  let turn = 0;
  /** Refers to one of them, to none, or to one that is not there. */
  const of = (parents: readonly FactRow[]) => {
    turn = (turn * 31 + 17) % 9973;
    if (turn % 6 === 0) return null;
    return parents[turn % (parents.length + 4)]?.['k'] ?? randomUUID();
  };
  const ofDialogue = (row: FactRow): FactRow => ({ ...row, dialogue_k: of(dialogues) });
  const ofEither = (row: FactRow, index: number): FactRow => ({
    ...ofDialogue(row),
    ...(index % 2 === 0 && { dialogue_k: null, call_k: of(calls) }),
  });
  return {
    dialogue: dialogues,
    message: many(message, 400).map((row) => ({ ...row, eff_dialogue_k: of(dialogues) })),
    assignment: many(assignment, 200).map(ofEither),
    change: many(change, 200).map(ofDialogue),
    call: calls,
    leg: many(leg, 150),
    queue_entry: many(queueEntry, 200).map(ofEither),
    notification: notifications,
    engagement: many(engagement, 150).map((row) => ({ ...row, notification_k: of(notifications) })),
    rating: many(rating, 150).map(ofEither),
    transaction: many(transaction, 120).map(ofDialogue),
    intake: fc
      .sample(fc.uniqueArray(tally, { minLength: 150, maxLength: 150, selector: (row) => row.at }), {
        seed,
        numRuns: 1,
      })
      .flat()
      .map((row, index) => ({ ...row, source: ['pbx', 'chat', "o'hara; --"][index % 3] })),
  };
}
