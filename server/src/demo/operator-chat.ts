import { afterwards } from './aftermath.js';
import type { Conversation } from './conversation.js';
import { waitInQueue } from './routing.js';
import { followUps, operatorAnswers, operatorPartings, partings } from './texts.js';
import { queues } from './world.js';

const hourMs = 3_600_000;

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
  const latest = talk.at + 1_500_000;
  for (let turn = 0; turn < turns && talk.at < latest; turn++) {
    talk.wait(8 * operator.pace, 130 * operator.pace);
    talk.say(who, operatorAnswers.pick(random));
    talk.wait(10, 170);
    talk.say({ author: 'customer' }, (turn + 1 < turns ? followUps : partings).pick(random));
  }
  talk.wait(4, 40);
  talk.say(who, operatorPartings.pick(random));
  talk.wait(3, 60);
  const resolved = random.chance(0.86);
  talk.close(random.chance(0.75) ? 'operator' : 'customer', resolved);
  day.desk.occupy(routed.seat, 'chat', talk.at);
  const talkSeconds = Math.round((talk.at - routed.at) / 1000);
  const wrapSeconds = random.whole(3, 40);
  Object.assign(routed.assignment, { endedAt: talk.at, endReason: 'closed', talkSeconds, wrapSeconds });
  const comesBack = !again && talk.at + 3 * hourMs < day.bounds.end && random.chance(resolved ? 0.05 : 0.3);
  if (!comesBack) {
    afterwards(talk, resolved, (routed.at - waitedSince) / 1000);
    return;
  }
  talk.change('resolved', operator.id);
  talk.wait(1200, 9000);
  talk.change('open', 'customer', 'reopened');
  talk.say({ author: 'customer' }, followUps.pick(random));
  day.agenda.add(talk.at, () => chatWithOperator(talk, true));
}
