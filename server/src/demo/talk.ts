import { endAnswered, recordLeg, type CallRecord } from './call-record.js';
import type { Random } from './random.js';
import { waitInQueue, type Taken } from './routing.js';
import type { Workday } from './workday.js';
import { queues } from './world.js';

const secondMs = 1000;

/** Asks the customer for a rating now and then, after the call. */
function askForRating(day: Workday, random: Random, call: CallRecord, endedAt: number): void {
  if (!random.chance(0.14)) return;
  const waited = ((call.answeredAt ?? call.startedAt) - call.startedAt) / secondMs;
  const mood = random.next() + Math.min(0.35, waited / 600);
  const score = mood < 0.5 ? 5 : mood < 0.78 ? 4 : mood < 0.9 ? 3 : mood < 0.97 ? 2 : 1;
  const at = endedAt + random.whole(4, 25) * secondMs;
  day.record({ kind: 'rating', id: day.id('r'), source: 'pbx', call: call.id, scale: 'csat', score, at });
}

/** Adds up over the operators of a call. */
function addTimes(call: CallRecord, talk: number, hold: number, wrap: number): void {
  call.talkSeconds = (call.talkSeconds ?? 0) + talk;
  call.holdSeconds = (call.holdSeconds ?? 0) + hold;
  call.wrapSeconds = (call.wrapSeconds ?? 0) + wrap;
}

/** Passes a call on to another operator; where nobody takes it in time, the customer hangs up. */
function passOn(day: Workday, random: Random, call: CallRecord, from: Taken, at: number): void {
  const first = from.seat.shift.operator.id;
  const routed = waitInQueue(day, random, { medium: 'call', id: call.id, queue: queues.support, at, except: first });
  const leg = { trunk: call.trunk, status: 'answered', cause: 'q850:16' };
  const { startedAt, ringingAt, answeredAt } = call;
  const times = { startedAt, ringingAt, answeredAt, endedAt: at };
  recordLeg(day, call, { ...leg, ...times, operator: first, talkSeconds: call.talkSeconds });
  if (!routed.taken) return endAnswered(day, random, call, routed.at, 'caller');
  const second = routed.seat.shift.operator.id;
  from.assignment['transferredTo'] = second;
  const before = call.talkSeconds ?? 0;
  const endedAt = talk(day, random, call, routed, false);
  const talkSeconds = (call.talkSeconds ?? 0) - before;
  recordLeg(day, call, { ...leg, startedAt: at, answeredAt: routed.at, endedAt, operator: second, talkSeconds });
}

/**
 * An operator speaks with the customer, holds, perhaps transfers, wraps up.
 * @returns when this operator's part of the call ends, epoch milliseconds
 */
export function talk(day: Workday, random: Random, call: CallRecord, part: Taken, mayTransfer = true): number {
  const { operator } = part.seat.shift;
  const transfers = mayTransfer && random.chance(0.07);
  const talked = Math.round(random.duration(225 * operator.pace, 0.65, 9, 1400) * (transfers ? 0.5 : 1));
  const holds = random.chance(0.22) ? random.whole(1, 2) : 0;
  const held = holds * random.whole(8, 70);
  const wrap = Math.round(random.duration(38 * operator.pace, 0.5, 4, 160));
  const endedAt = part.at + (talked + held) * secondMs;
  day.desk.occupy(part.seat, 'call', endedAt + wrap * secondMs);
  addTimes(call, talked, held, wrap);
  call.answeredAt ??= part.at;
  call.operator = operator.id;
  const times = { talkSeconds: talked, holdSeconds: held, wrapSeconds: wrap, holds };
  Object.assign(part.assignment, { endedAt, endReason: transfers ? 'transferred' : 'closed', ...times });
  if (transfers) day.agenda.add(endedAt, () => passOn(day, random, call, part, endedAt));
  else {
    endAnswered(day, random, call, endedAt, random.chance(0.7) ? 'caller' : 'callee');
    askForRating(day, random, call, endedAt);
  }
  return endedAt;
}
