import type { Medium, Seat } from './desk.js';
import type { Random } from './random.js';
import type { RecordInput } from './record.js';
import type { Workday } from './workday.js';
import { queues, type Queue } from './world.js';

const secondMs = 1000;

const rules = {
  call: { source: 'pbx', widenAfter: 40_000, longest: 300_000, ringsOut: 20_000, slowness: 1, slowest: 11_000, hope: 600_000 },
  chat: { source: 'chat', widenAfter: 60_000, longest: 1_200_000, ringsOut: 45_000, slowness: 2.5, slowest: 40_000, hope: Infinity },
} as const; // prettier-ignore

/** A call or dialogue that asks for an operator. */
export interface Contact {
  readonly medium: Medium;
  readonly id: string;
  readonly queue: Queue;
  readonly at: number;
  readonly except?: string;
}

/** An operator took it: the accepted assignment is to be completed with its end. */
export interface Taken {
  readonly taken: true;
  readonly seat: Seat;
  readonly at: number;
  readonly queue: string;
  readonly assignment: RecordInput;
}

/** Nobody took it in time. */
export interface Left {
  readonly taken: false;
  readonly at: number;
  readonly reason: 'abandoned' | 'timeout' | 'key' | 'empty' | 'blocked';
}

/** When somebody stops waiting, and why. */
function patience(random: Random, { medium, at }: Contact): Left {
  const longest = rules[medium].longest;
  const waits = random.chance(0.06) ? random.between(1, 10) : 8 + random.exponential(medium === 'call' ? 150 : 600);
  const last = Math.floor(Math.min(waits * secondMs, longest));
  if (last === longest) return { taken: false, at: at + longest, reason: 'timeout' };
  const reason = medium === 'call' && last > 45_000 && random.chance(0.15) ? 'key' : 'abandoned';
  return { taken: false, at: at + last, reason };
}

/** How an operator answers an offer that begins at `at`: when, and whether by taking it. */
function reaction(random: Random, seat: Seat, medium: Medium, at: number) {
  const { ringsOut, slowness, slowest } = rules[medium];
  const { operator } = seat.shift;
  if (random.chance(operator.missRate)) return { at: at + ringsOut, endReason: 'timeout' } as const;
  if (random.chance(0.012)) return { at: at + random.whole(2000, 8000), endReason: 'declined' } as const;
  const takes = random.duration(operator.reaction * slowness * secondMs, 0.45, 900, slowest);
  return { at: at + Math.floor(takes), endReason: null } as const;
}

/**
 * Lets a contact wait for a free operator and records the stay in the queue and every offer. The own group is asked
 * first; after a while, or where nobody of it is on shift, everybody.
 */
export function waitInQueue(day: Workday, random: Random, contact: Contact): Taken | Left {
  const { medium, at } = contact;
  const subject = medium === 'call' ? { call: contact.id } : { dialogue: contact.id };
  const { source, widenAfter, hope } = rules[medium];
  const enter = (queue: string, enteredAt: number): RecordInput =>
    day.record({ kind: 'queue_entry', id: day.id('q'), source, queue, ...subject, enteredAt });
  const leave = (left: Left): Left => {
    Object.assign(entry, { leftAt: left.at, reason: left.reason });
    return left;
  };
  let queue = contact.queue;
  let entry = enter(queue.id, at);
  if (medium === 'call' && random.chance(0.004)) return leave({ taken: false, at, reason: 'blocked' });
  let limit = patience(random, contact);
  const except = new Set(contact.except === undefined ? [] : [contact.except]);
  const widenAt = day.desk.staffs(queue.group, at) ? at + widenAfter : at;
  for (let from = at; ;) {
    const next = day.desk.next({ medium, group: contact.queue.group, from, widenAt, except });
    if (except.size === 0 && (!next || next.at > at + hope)) {
      limit = { taken: false, at: Math.min(limit.at, at + 4 * secondMs), reason: 'empty' };
    }
    const overflowAt = Math.max(widenAt, from);
    if (queue.overflows && widenAt > at && limit.at > overflowAt && (next?.at ?? Infinity) >= overflowAt) {
      Object.assign(entry, { leftAt: overflowAt, reason: 'overflow' });
      queue = queues.support;
      entry = enter(queue.id, overflowAt);
    }
    if (!next || next.at >= limit.at) return leave(limit);
    const answer = reaction(random, next.seat, medium, next.at);
    const given = answer.at > limit.at ? { at: limit.at, endReason: 'released' as const } : answer;
    const { operator } = next.seat.shift;
    day.desk.offer(next.seat, next.at, given.at, medium);
    const assignment = day.record({
      kind: 'assignment',
      id: day.id('a'),
      source,
      ...subject,
      operator: operator.id,
      group: operator.group,
      queue: queue.id,
      offeredAt: next.at,
    });
    if (given.endReason === null) {
      Object.assign(assignment, { acceptedAt: given.at });
      Object.assign(entry, { operator: operator.id, answeredAt: given.at, leftAt: given.at, reason: 'answered' });
      return { taken: true, seat: next.seat, at: given.at, queue: queue.id, assignment };
    }
    Object.assign(assignment, { endedAt: given.at, endReason: given.endReason });
    if (given.endReason === 'released') return leave(limit);
    except.add(operator.id);
    from = given.at;
  }
}
