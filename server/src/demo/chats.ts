import { arrivals, curves } from './calendar.js';
import { Conversation, type DialogueRecord } from './conversation.js';
import { afterwards } from './aftermath.js';
import { messengers, type Messenger } from './messengers.js';
import { chatWithOperator } from './operator-chat.js';
import { Weighted, type Random } from './random.js';
import { botAnswers, callsForHelp, followUps, greetings, handoffNotices, openings, partings } from './texts.js';
import type { Workday } from './workday.js';
import { customer, place, tags, topics } from './world.js';

const perDay = 98;

/** How a dialogue goes: `greeting` is the bot's own initiative, which nobody answered. */
type Course = 'bot' | 'operator' | 'unhandled' | 'greeting';

const withBot = new Weighted<Course>(['bot', 58], ['operator', 35], ['greeting', 5], ['unhandled', 2]);
const withoutBot = new Weighted<Course>(['operator', 88], ['unhandled', 12]);
const experiences = new Weighted<string | null>([null, 46], ['welcome', 26], ['advent', 10], ['gift-finder', 18]);
const types = new Weighted(['text', 76], ['button', 16], ['image', 4], ['audio', 2], ['file', 1], ['location', 1]);

/** The whole price, with what the bot's turns add, as a decimal string. */
function costOf({ price, currency }: Messenger, random: Random): { amount: string; currency: string } {
  return { amount: (price * random.between(0.8, 1.6)).toFixed(4), currency };
}

function open(day: Workday, random: Random, messenger: Messenger, startedAt: number): DialogueRecord {
  const { channel, chat } = messenger;
  const { id } = customer(random);
  const dialogue: DialogueRecord = day.record({
    kind: 'dialogue',
    id: day.id('d'),
    source: 'chat',
    channel,
    chat: chat.id,
    project: chat.project,
    service: chat.service,
    media: 'chat',
    customer: id,
    device: random.chance(channel === 'web' ? 0.58 : 0.86) ? 'mobile' : 'desktop',
    startedAt,
  });
  if (chat.bot !== null) dialogue['bot'] = chat.bot;
  if (channel === 'web') Object.assign(dialogue, { visitor: `v${id.slice(1)}`, location: place(random) });
  const experience = experiences.pick(random);
  if (experience !== null) dialogue['experience'] = experience;
  return dialogue;
}

/** Question and answer with the bot, a few times. */
function botTurns(talk: Conversation, bot: string, turns: number): void {
  const { random } = talk;
  for (let turn = 0; turn < turns; turn++) {
    if (turn > 0) {
      talk.wait(6, 70);
      talk.say({ author: 'customer' }, followUps.pick(random), types.pick(random));
    }
    talk.wait(0.6, 2.4);
    talk.say({ author: 'bot', bot }, botAnswers.pick(random));
  }
}

/** Everything up to the point where an operator is needed, or the end. */
function converse(talk: Conversation, bot: string | null, course: Course): void {
  const { random, day } = talk;
  if (bot !== null && (course === 'greeting' || random.chance(0.45))) {
    talk.say({ author: 'bot', bot }, greetings.pick(random));
    talk.wait(4, 40);
  }
  if (course === 'greeting') {
    talk.wait(1500, 2400);
    talk.close('system', false);
    return;
  }
  talk.say({ author: 'customer' }, openings.pick(random));
  if (course === 'unhandled') {
    talk.wait(900, 2700);
    if (random.chance(0.3)) talk.dialogue['failed'] = true;
    talk.close(random.chance(0.5) ? 'customer' : 'system', false);
  } else if (course === 'bot' && bot !== null) {
    botTurns(talk, bot, random.whole(1, 2));
    const helped = random.chance(0.82);
    talk.wait(5, 60);
    if (helped && random.chance(0.45)) talk.say({ author: 'customer' }, partings.pick(random));
    const closedBy = random.chance(0.45) ? 'bot' : helped ? 'customer' : 'system';
    // Who just goes away is waited for.
    if (closedBy === 'system') talk.wait(1500, 2400);
    else talk.wait(10, 200);
    talk.close(closedBy, helped);
    afterwards(talk, helped, 0);
  } else {
    if (bot !== null) {
      botTurns(talk, bot, random.whole(0, 1));
      talk.wait(5, 45);
      talk.say({ author: 'customer' }, callsForHelp.pick(random));
      talk.wait(0.5, 2);
      talk.say({ author: 'bot', bot }, handoffNotices.pick(random));
      talk.change('handed_off', bot, random.chance(0.7) ? 'asked' : 'not_understood');
    }
    day.agenda.add(talk.at, () => chatWithOperator(talk));
  }
}

/** All dialogues of a day; those that need an operator enter the day's agenda. */
export function simulateChats(day: Workday): void {
  const random = day.random('chats');
  for (const at of arrivals(random, random.rounded(perDay * day.volume), curves.chats, day.bounds)) {
    const messenger = messengers.pick(random);
    const { bot } = messenger.chat;
    const dialogue = open(day, random, messenger, at);
    Object.assign(dialogue, { topic: topics.pick(random), cost: costOf(messenger, random) });
    if (random.chance(0.4)) dialogue['tags'] = [tags.pick(random)];
    converse(
      new Conversation(day, random, messenger, dialogue, at),
      bot,
      (bot === null ? withoutBot : withBot).pick(random),
    );
  }
}
