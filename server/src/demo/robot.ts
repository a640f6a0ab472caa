import { endAnswered, type CallRecord } from './call-record.js';
import { Weighted, type Random } from './random.js';
import { waitInQueue } from './routing.js';
import { talk } from './talk.js';
import type { Workday } from './workday.js';
import type { Queue } from './world.js';

/** How calls that the bot answered end for it. */
export type BotOutcome = 'goal' | 'transferred' | 'hung_up' | 'not_understood' | 'error';

const speech: Readonly<Record<BotOutcome, number>> = {
  goal: 48,
  transferred: 26,
  hung_up: 11,
  not_understood: 34,
  error: 7,
};

export const inboundOutcomes = new Weighted<BotOutcome>(
  ['goal', 40],
  ['transferred', 34],
  ['hung_up', 12],
  ['not_understood', 11],
  ['error', 3],
);

export const outboundOutcomes = new Weighted<BotOutcome>(
  ['goal', 52],
  ['transferred', 9],
  ['hung_up', 26],
  ['not_understood', 11],
  ['error', 2],
);

/** The bot has answered at `at` and speaks; some callers it passes to an operator's queue. */
export function botTalks(
  day: Workday,
  random: Random,
  call: CallRecord,
  at: number,
  { outcomes, queue }: { outcomes: Weighted<BotOutcome>; queue: Queue },
): void {
  const outcome = outcomes.pick(random);
  const until = at + Math.floor(random.duration(speech[outcome], 0.45, 2, 240) * 1000);
  Object.assign(call, { bot: 'bot-voice', answeredAt: at, botOutcome: outcome });
  if (outcome === 'transferred') {
    call['queue'] = queue.id;
    day.agenda.add(until, () => toOperator(day, random, call, queue, until));
  } else {
    const customer = call.direction === 'inbound' ? 'caller' : 'callee';
    const systemEnds = outcome === 'error' || (outcome !== 'hung_up' && random.chance(0.4));
    endAnswered(day, random, call, until, systemEnds ? 'system' : customer);
  }
}

/** A call asks for an operator at `at`; where nobody takes it, it ends, unanswered unless a bot had answered. */
export function toOperator(day: Workday, random: Random, call: CallRecord, queue: Queue, at: number): void {
  const routed = waitInQueue(day, random, { medium: 'call', id: call.id, queue, at });
  if (routed.taken) {
    talk(day, random, call, routed);
    return;
  }
  const bySystem = routed.reason !== 'abandoned' && routed.reason !== 'key';
  if (call.answeredAt !== undefined) {
    endAnswered(day, random, call, routed.at, bySystem ? 'system' : 'caller');
    return;
  }
  const status = {
    abandoned: 'missed',
    key: 'missed',
    timeout: 'no_answer',
    empty: 'no_answer',
    blocked: 'rejected',
  } as const;
  const cause = {
    abandoned: 'sip:487',
    key: 'q850:16',
    timeout: 'sip:480',
    empty: 'sip:480',
    blocked: 'sip:486',
  } as const;
  const ending = { status: status[routed.reason], cause: cause[routed.reason] };
  Object.assign(call, { endedAt: routed.at, ...ending, hangupBy: bySystem ? 'system' : 'caller' });
}
