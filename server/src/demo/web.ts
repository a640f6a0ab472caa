import { arrivals, curves } from './calendar.js';
import { Weighted, type Random } from './random.js';
import type { Workday } from './workday.js';
import { customer } from './world.js';

const visitsPerDay = 25;
const flowsPerDay = 17;
const secondMs = 1000;

const experiences = new Weighted(['welcome', 50], ['advent', 20], ['gift-finder', 30]);
const services = new Weighted(['site-chat', 62], ['call-back', 24], ['messaging', 14]);
const flows = new Weighted(['mobile_web', 56], ['web_self_service', 44]);
const modules = ['greeting', 'question', 'choice', 'form', 'offer', 'farewell'] as const;

/** What visitors may do beyond looking, and how likely. */
const doings: readonly (readonly [chance: number, name: string, details: Weighted<string> | null])[] = [
  [0.09, 'sign_up', null],
  [
    0.11,
    'opt_in',
    new Weighted(['web_push asked', 50], ['web_push single', 22], ['reminder asked', 16], ['reminder single', 12]),
  ],
  [0.05, 'share', new Weighted(['whatsapp', 34], ['native', 24], ['facebook', 18], ['email', 14], ['twitter', 10])],
  [0.07, 'participation', null],
  [0.05, 'door_opened', null],
  [0.06, 'pin', new Weighted(['sent', 50], ['succeeded', 40], ['failed', 10])],
  [0.004, 'customer_deleted', null],
  [0.09, 'assistance_click', new Weighted(['call_now', 34], ['callback', 22], ['chat', 34], ['email', 10])],
  [0.1, 'data_entered', new Weighted(['email', 44], ['name', 26], ['phone', 20], ['address', 10])],
];

/** One visit: a funnel from a page to the chat, and what the visitor does on the way. */
function visit(day: Workday, random: Random, startedAt: number): void {
  const visitor = `v${customer(random).id.slice(1)}`;
  const experience = experiences.pick(random);
  const offered = [services.pick(random)];
  const device = random.chance(0.58) ? 'mobile' : 'desktop';
  const session = {
    kind: 'session',
    id: day.id('s'),
    source: 'web',
    type: 'visitor',
    application: 'website',
    visitor,
    device,
  };
  let at = startedAt;
  const act = (name: string, more: object = {}): void => {
    const what = { name, visitor, session: session.id, services: offered, experience, ...more, at };
    day.record({ kind: 'activity', id: day.id('b'), source: 'web', ...what });
    at += random.whole(3, 60) * secondMs;
  };
  const record = day.record({ ...session, experience, startedAt });
  act('page_view', { detail: 'home' });
  if (random.chance(0.5)) act('page_view', { detail: 'product' });
  if (random.chance(0.75)) act('widget_view');
  if (random.chance(0.42)) {
    act('engaged');
    if (random.chance(0.6)) act('chat_start');
    const reached = random.whole(0, modules.length - 1);
    for (const [position, detail] of modules.slice(0, reached).entries()) act('module', { detail, position });
    for (const [chance, name, details] of doings) {
      if (random.chance(chance * 1.6)) act(name, details === null ? {} : { detail: details.pick(random) });
    }
  }
  Object.assign(record, {
    endedAt: at,
    screenSeconds: Math.round(((at - startedAt) / secondMs) * random.between(0.5, 0.95)),
  });
}

/** Visits of the website and runs of self-service flows. */
export function simulateWeb(day: Workday): void {
  const random = day.random('web');
  for (const at of arrivals(random, random.rounded(visitsPerDay * day.volume), curves.chats, day.bounds)) {
    visit(day, random, at);
  }
  for (const startedAt of arrivals(random, random.rounded(flowsPerDay * day.volume), curves.chats, day.bounds)) {
    const length = Math.round(random.duration(210, 0.7, 15, 2400));
    day.record({
      kind: 'session',
      id: day.id('s'),
      source: 'web',
      type: 'flow',
      application: flows.pick(random),
      visitor: `v${customer(random).id.slice(1)}`,
      device: random.chance(0.7) ? 'mobile' : 'desktop',
      startedAt,
      endedAt: startedAt + length * secondMs,
      screenSeconds: length,
    });
  }
}
