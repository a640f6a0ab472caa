import type { Conversation } from './conversation.js';
import { Weighted, type Random } from './random.js';
import { blame, praise } from './texts.js';

const secondMs = 1000;

const content = {
  csat: new Weighted([5, 52], [4, 30], [3, 11], [2, 4], [1, 3]),
  nps: new Weighted([10, 30], [9, 24], [8, 18], [7, 12], [6, 6], [5, 5], [4, 1], [3, 1], [0, 2]),
};
const unhappy = {
  csat: new Weighted([1, 34], [2, 26], [3, 24], [4, 12], [5, 4]),
  nps: new Weighted([0, 18], [1, 8], [2, 9], [3, 12], [4, 11], [5, 14], [6, 13], [7, 8], [8, 5], [9, 1], [10, 1]),
};

function rate(talk: Conversation, scale: 'csat' | 'nps', happy: boolean): void {
  const { day, random, dialogue, at } = talk;
  const score = (happy ? content : unhappy)[scale].pick(random);
  const good = scale === 'csat' ? score > 3 : score > 8;
  const comment = random.chance(0.3) ? { comment: (good ? praise : blame).pick(random) } : {};
  const experience = dialogue['experience'] === undefined ? {} : { experience: dialogue['experience'] };
  const given = { scale, score, ...comment, ...experience, at: at + random.whole(5, 150) * secondMs };
  day.record({ kind: 'rating', id: day.id('r'), source: 'chat', dialogue: talk.id, ...given });
}

/** A purchase that follows the talk within hours; one in twenty is given back. */
function buy(talk: Conversation, random: Random): void {
  const { day, dialogue } = talk;
  const rubles = (random.duration(2900, 0.7, 190, 60_000) * (random.chance(0.05) ? -1 : 1)).toFixed(2);
  const at = talk.at + random.whole(60, 14_400) * secondMs;
  day.record({
    kind: 'transaction',
    id: day.id('t'),
    source: 'chat',
    dialogue: talk.id,
    visitor: dialogue['visitor'] ?? dialogue['customer'],
    amount: { amount: rubles, currency: 'RUB' },
    at,
    project: dialogue['project'],
  });
}

/** What customers do once a talk is over: rate it, buy something. Waiting spoils the mood. */
export function afterwards(talk: Conversation, resolved: boolean, waitedSeconds: number): void {
  const { random } = talk;
  const happy = resolved && random.chance(0.9 - Math.min(0.4, waitedSeconds / 1200));
  if (random.chance(0.3)) rate(talk, 'csat', happy);
  if (random.chance(0.16)) rate(talk, 'nps', happy);
  if (random.chance(resolved ? 0.14 : 0.03)) buy(talk, random);
}
