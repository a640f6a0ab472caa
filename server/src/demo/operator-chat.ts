import { afterwards } from './aftermath.js';
import type { Conversation } from './conversation.js';
import { waitInQueue } from './routing.js';
import { followUps, operatorAnswers, operatorPartings, partings } from './texts.js';
import { queues } from './world.js';

const hourMs = 3_600_000;

/** Seconds until customers write back: a visitor of the website waits at the screen, others put the telephone away. */
const repliesWithin = { web: 140, messenger: 520 } as const;

/** What is not settled waits for somebody else, a courier or a bank, and is closed hours later without a word. */
function leavePending(talk: Conversation, operator: string): boolean {
  const { random } = talk;
  talk.change('pending', operator, 'waiting_for_others');
  talk.wait(3600, 32_400);
  const settled = random.chance(0.55);
  if (settled) talk.change('resolved', operator);
  talk.close(settled ? 'operator' : 'system', settled);
  return settled;
}

/** The customer waits for an operator from now on; with luck they talk, and the matter may come up again later. */
export function chatWithOperator(talk: Conversation, again = false): void {
  const { day, random, dialogue } = talk;
  dialogue['queue'] = queues.chat.id;
  const waitedSince = talk.at;
  const routed = waitInQueue(day, random, { medium: 'chat', id: talk.id, queue: queues.chat, at: talk.at });
  talk.at = routed.at;
  if (!routed.taken) {
    talk.close(routed.reason === 'abandoned' ? 'customer' : 'system', false);
    return;
  }
  const { operator } = routed.seat.shift;
  const who = { author: 'operator', operator: operator.id } as const;
  dialogue['group'] = operator.group;
  const turns = random.whole(1, 4);
  const latest = talk.at + 2_100_000;
  const slowest = repliesWithin[talk.messenger.channel === 'web' ? 'web' : 'messenger'];
  for (let turn = 0; turn < turns && talk.at < latest; turn++) {
    talk.wait(12 * operator.pace, 190 * operator.pace);
    talk.say(who, operatorAnswers.pick(random));
    talk.wait(10, slowest);
    talk.say({ author: 'customer' }, (turn + 1 < turns ? followUps : partings).pick(random));
  }
  talk.wait(4, 40);
  talk.say(who, operatorPartings.pick(random));
  talk.wait(3, 60);
  const resolved = random.chance(0.84);
  talk.close(random.chance(0.75) ? 'operator' : 'customer', resolved);
  day.desk.occupy(routed.seat, 'chat', talk.at);
  const talkSeconds = Math.round((talk.at - routed.at) / 1000);
  const wrapSeconds = random.whole(3, 40);
  Object.assign(routed.assignment, { endedAt: talk.at, endReason: 'closed', talkSeconds, wrapSeconds });
  const comesBack = !again && talk.at + 3 * hourMs < day.bounds.end && random.chance(resolved ? 0.05 : 0.3);
  if (!comesBack) {
    const waits = !resolved && random.chance(0.7);
    if (waits) Object.assign(routed.assignment, { endReason: 'released' });
    const settled = waits ? leavePending(talk, operator.id) : resolved;
    afterwards(talk, settled, (routed.at - waitedSince) / 1000);
    return;
  }
  talk.change('resolved', operator.id);
  talk.wait(1200, 9000);
  talk.change('open', 'customer', 'reopened');
  talk.say({ author: 'customer' }, followUps.pick(random));
  day.agenda.add(talk.at, () => chatWithOperator(talk, true));
}
