import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { FactRow } from '../rows.js';

/** Facts of one range, small enough to look through all of them for every question. */
export interface Facts {
  dialogue: FactRow[];
  message: FactRow[];
  call: FactRow[];
  notification: FactRow[];
}

const FROM = Date.parse('2026-03-20T00:00:00Z');
const DAYS = 60;
const moment = fc.integer({ min: 0, max: DAYS * 86_400 }).map((second) => new Date(FROM + second * 1000).toISOString());
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });
const channel = fc.constantFrom('web', 'viber', 'sms', "o'hara; --");
const people = fc.constantFrom('ann', 'bob', 'eve');
const some = (value: fc.Arbitrary<string>) => fc.uniqueArray(value, { maxLength: 3 });
const callStatus = fc.constantFrom('answered', 'busy', 'no_answer', 'cancelled');
const notificationStatus = fc.constantFrom(
  'created',
  'scheduled',
  'sent',
  'skipped',
  'undelivered',
  'failed',
  'delivered',
  'read',
);

const dialogue = fc.record({
  at: fc.option(moment, { freq: 20 }), channel: maybe(channel), first_channel: maybe(channel), bot: maybe(people),
  outcome: fc.constantFrom('bot_only', 'operator', 'unhandled'), customer_messages: fc.integer({ min: 0, max: 2 }),
  operators: some(people), tags: maybe(some(fc.constantFrom('vip', 'new', 'complaint'))), resolved: maybe(fc.boolean()),
}); // prettier-ignore
const message = fc.record({
  at: fc.option(moment, { freq: 20 }), author: maybe(fc.constantFrom('customer', 'bot', 'operator')), operator: maybe(people),
  channel: fc.option(channel, { nil: null, freq: 1 }), of: maybe(fc.nat()),
}); // prettier-ignore
const call = fc.record({
  at: fc.option(moment, { freq: 20 }), eff_status: maybe(callStatus), eff_answered_at: maybe(moment),
  duration_ms: maybe(fc.integer({ min: 0, max: 900_000 })), eff_trunk: maybe(fc.constantFrom('t1', 't2')),
  tags: maybe(some(fc.constantFrom('vip', 'new'))),
}); // prettier-ignore
const notification = fc.record({
  at: fc.option(moment, { freq: 20 }), channel: maybe(channel), status: maybe(notificationStatus), sent_at: maybe(moment),
  delivered_at: maybe(moment), optional: maybe(fc.boolean()),
}); // prettier-ignore

/** The same facts for the same seed. */
export function randomFacts(seed: number): Facts {
  const many = <T>(one: fc.Arbitrary<T>, count: number) => fc.sample(one, { seed, numRuns: count });
  const dialogues = many(dialogue, 120).map((row) => ({ k: randomUUID(), ...row }));
  return {
    dialogue: dialogues,
    message: many(message, 300).map(({ of, ...row }) => ({
      ...row,
      // Some belong to a dialogue that is not there.
      eff_dialogue_k: of === null ? null : (dialogues[of % 130]?.k ?? randomUUID()),
    })),
    call: many(call, 200),
    notification: many(notification, 200),
  };
}
