import { arrivals, curves } from './calendar.js';
import { endAnswered, endUnanswered } from './call-record.js';
import { begin, dial, unanswered } from './dialling.js';
import { Weighted } from './random.js';
import { botTalks, outboundOutcomes } from './robot.js';
import type { Workday } from './workday.js';
import { callCampaigns, customer, topics } from './world.js';

const robotPerDay = 166;
const operatorPerDay = 36;
const internalPerDay = 14;

type Result = 'answered' | keyof typeof unanswered;

const robotResults = new Weighted<Result>(
  ['answered', 58],
  ['no_answer', 20],
  ['busy', 8],
  ['voicemail', 7],
  ['rejected', 3],
  ['failed', 3],
  ['cancelled', 1],
);
const operatorResults = new Weighted<Result>(['answered', 72], ['no_answer', 17], ['busy', 7], ['cancelled', 4]);

/** The voice bot works through its campaigns. */
function robotCalls(day: Workday): void {
  const random = day.random('robot calls');
  for (const at of arrivals(random, random.rounded(robotPerDay * day.volume), curves.robotCalls, day.bounds)) {
    const { id: campaign, project, queue, number, topic } = callCampaigns.pick(random);
    const callee = customer(random);
    const parties = { fromNumber: number, toNumber: callee.phone, customer: callee.id };
    const about = { bot: 'bot-voice', campaign, project, service: 'campaigns', media: 'voice', topic };
    const call = begin(day, 'outbound', at, { ...parties, ...about });
    const ringing = dial(day, random, call, callee);
    if (ringing === null) {
      call['botOutcome'] = 'error';
      continue;
    }
    const result = robotResults.pick(random);
    const over = ringing + (result === 'no_answer' ? 30_000 : random.whole(2000, 20_000));
    if (result === 'answered') botTalks(day, random, call, over, { outcomes: outboundOutcomes, queue });
    else {
      call['botOutcome'] = result === 'voicemail' ? 'machine' : result === 'failed' ? 'error' : 'no_answer';
      endUnanswered(call, over, result, unanswered[result].cause, unanswered[result].by);
    }
  }
}

/** Operators with nothing else to do ring customers back. */
function operatorCalls(day: Workday): void {
  const random = day.random('operator calls');
  for (const at of arrivals(random, random.rounded(operatorPerDay * day.volume), curves.office, day.bounds)) {
    day.agenda.add(at, () => {
      const seat = day.desk.idle(at, new Set());
      if (!seat) return;
      const { operator } = seat.shift;
      const callee = customer(random);
      const parties = { fromNumber: '+70000000102', toNumber: callee.phone, customer: callee.id };
      const about = { operator: operator.id, project: 'shop', service: 'call-back', media: 'voice' };
      const call = begin(day, 'outbound', at, { ...parties, ...about, topic: topics.pick(random) });
      const ringing = dial(day, random, call, callee);
      const result = operatorResults.pick(random);
      let wrap = 3;
      if (ringing !== null && result === 'answered') {
        const answeredAt = ringing + random.whole(2000, 18_000);
        const talked = Math.round(random.duration(120 * operator.pace, 0.7, 5, 1200));
        wrap = Math.round(random.duration(24, 0.5, 3, 120));
        Object.assign(call, { answeredAt, talkSeconds: talked, holdSeconds: 0, wrapSeconds: wrap });
        endAnswered(day, random, call, answeredAt + talked * 1000, random.chance(0.5) ? 'caller' : 'callee');
      } else if (ringing !== null && result !== 'answered') {
        const { cause, by } = unanswered[result];
        endUnanswered(call, ringing + random.whole(8000, 25_000), result, cause, by);
      }
      day.desk.offer(seat, at, at, 'call');
      day.desk.occupy(seat, 'call', (call.endedAt ?? at) + wrap * 1000);
    });
  }
}

/** Two idle operators talk to each other. */
function internalCalls(day: Workday): void {
  const random = day.random('internal calls');
  for (const at of arrivals(random, random.rounded(internalPerDay * day.volume), curves.office, day.bounds)) {
    day.agenda.add(at, () => {
      const caller = day.desk.idle(at, new Set());
      const callee = caller && day.desk.idle(at, new Set([caller.shift.operator.id]));
      if (!caller || !callee) return;
      const call = begin(day, 'internal', at, { operator: caller.shift.operator.id, media: 'voice' });
      const answeredAt = at + random.whole(2000, 9000);
      const talked = Math.round(random.duration(50, 0.6, 5, 400));
      Object.assign(call, { ringingAt: at + 200, answeredAt, talkSeconds: talked, holdSeconds: 0, wrapSeconds: 0 });
      endAnswered(day, random, call, answeredAt + talked * 1000, random.chance(0.5) ? 'caller' : 'callee');
      for (const seat of [caller, callee]) {
        day.desk.offer(seat, at, at, 'call');
        day.desk.occupy(seat, 'call', call.endedAt ?? at);
      }
    });
  }
}

/** All calls that do not come from customers. */
export function simulateOutbound(day: Workday): void {
  robotCalls(day);
  operatorCalls(day);
  internalCalls(day);
}
