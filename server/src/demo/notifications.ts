import { makeAttempt, leaveUnsent } from './attempts.js';
import { arrivals, curves, weekday } from './calendar.js';
import type { NotificationChannel } from './channels.js';
import { Weighted, type Random } from './random.js';
import type { Workday } from './workday.js';
import { customer } from './world.js';

const transactionalPerDay = 160;
const campaignSize = 68;
const hourMs = 3_600_000;
/** The share of what should have gone out and never did: nobody noticed, and it stays created. */
const forgotten = 0.006;

interface Occasion {
  readonly template: string;
  readonly channel: NotificationChannel;
  /** Where to turn when the first channel does not reach anybody. */
  readonly fallback?: NotificationChannel;
  /** Hours until the time chosen for it. */
  readonly delayHours?: number;
}

const occasions = new Weighted<Occasion>(
  [{ template: 'sign-in-code', channel: 'sms' }, 26],
  [{ template: 'order-shipped', channel: 'viber', fallback: 'sms' }, 34],
  [{ template: 'order-ready', channel: 'whatsapp' }, 13],
  [{ template: 'receipt', channel: 'email' }, 15],
  [{ template: 'visit-reminder', channel: 'viber', fallback: 'sms', delayHours: 3 }, 8],
  [{ template: 'delivery-delay', channel: 'sms' }, 3],
  [{ template: 'basket', channel: 'push' }, 4],
);

/** The campaign of a weekday, Monday first. */
interface Campaign {
  readonly campaign: string;
  readonly template: string;
  readonly channel: NotificationChannel;
  readonly hour: number;
}

const campaigns: readonly (Campaign | null)[] = [
  { campaign: 'club-week', template: 'club-offer', channel: 'email', hour: 11 },
  { campaign: 'sale', template: 'spring-sale', channel: 'viber', hour: 12 },
  { campaign: 'basket', template: 'basket', channel: 'push', hour: 18 },
  { campaign: 'sale', template: 'spring-sale', channel: 'sms', hour: 12 },
  { campaign: 'club-week', template: 'club-offer', channel: 'whatsapp', hour: 16 },
  { campaign: 'sale', template: 'spring-sale', channel: 'viber', hour: 13 },
  null,
];

/** Milliseconds until a notification leaves: codes at once, what needs a document or a courier's slot a little later. */
function preparation(random: Random, template: string): number {
  if (template === 'sign-in-code' || random.chance(0.6)) return random.whole(80, 1800);
  return Math.floor(random.duration(45_000, 1, 2000, 900_000));
}

/** Notifications that customers' own doings set off: codes, orders, receipts, reminders. */
function transactional(day: Workday, random: Random): void {
  const count = random.rounded(transactionalPerDay * day.volume);
  for (const createdAt of arrivals(random, count, curves.chats, day.bounds)) {
    const { template, channel, fallback, delayHours } = occasions.pick(random);
    const to = customer(random);
    const scheduledAt =
      delayHours === undefined ? null : createdAt + Math.floor(delayHours * hourMs * random.between(0.3, 2));
    const dueAt = (scheduledAt ?? createdAt) + preparation(random, template);
    const plan = {
      template,
      channel,
      to,
      createdAt,
      dueAt,
      attempt: 1,
      ...(scheduledAt === null ? {} : { scheduledAt }),
    };
    if (scheduledAt !== null && random.chance(0.07)) {
      leaveUnsent(day, plan, Math.floor(random.between(createdAt, scheduledAt)));
      continue;
    }
    if (random.chance(forgotten)) {
      leaveUnsent(day, plan, null);
      continue;
    }
    const missed = makeAttempt(day, random, plan);
    if (!missed || fallback === undefined) continue;
    const again = missed.at + random.whole(200, 1500);
    const next = { channel: fallback, createdAt: again, dueAt: again + random.whole(80, 900) };
    makeAttempt(day, random, { template, to, ...next, trigger: missed.trigger, attempt: 2 });
  }
}

/** A campaign: planned in the morning, let go at its hour, a few a minute; some of it is stopped, some never leaves. */
function campaign(day: Workday, random: Random): void {
  const today = campaigns[weekday(day.date)];
  if (!today) return;
  const { start } = day.bounds;
  const count = random.rounded(campaignSize * day.volume);
  const plannedAt = start + 9 * hourMs + random.whole(0, 1_800_000);
  const scheduledAt = start + today.hour * hourMs;
  let dueAt = scheduledAt;
  for (let i = 0; i < count; i++) {
    dueAt += Math.floor(random.exponential(55_000));
    const planned = random.chance(0.6)
      ? { createdAt: plannedAt + i * 40, scheduledAt }
      : { createdAt: scheduledAt + i * 35 };
    const { campaign: name, template, channel } = today;
    const plan = {
      template,
      channel,
      campaign: name,
      optional: true,
      to: customer(random),
      dueAt,
      attempt: 1,
      ...planned,
    };
    const fate = random.next();
    if (fate < 0.03) leaveUnsent(day, plan, Math.floor(random.between(plan.createdAt, dueAt)));
    else if (fate < 0.04) leaveUnsent(day, plan, null);
    else makeAttempt(day, random, { ...plan, dueAt: Math.max(dueAt, plan.createdAt + 80) });
  }
}

/** All notifications of a day. */
export function simulateNotifications(day: Workday): void {
  const random = day.random('notifications');
  transactional(day, random);
  campaign(day, random);
}
