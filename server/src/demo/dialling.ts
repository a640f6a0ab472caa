import { endUnanswered, recordLeg, type CallRecord } from './call-record.js';
import { Weighted, type Random } from './random.js';
import type { Workday } from './workday.js';
import type { Customer, TrunkId } from './world.js';

const homeTrunks = new Weighted<TrunkId>(['trunk-north', 55], ['trunk-south', 45]);
const otherTrunk = {
  'trunk-north': 'trunk-south',
  'trunk-south': 'trunk-north',
  'trunk-world': 'trunk-north',
} as const;

/** How calls end that reach the other side and are not answered. */
export const unanswered = {
  no_answer: { cause: 'sip:480', by: 'system' },
  busy: { cause: 'sip:486', by: 'callee' },
  voicemail: { cause: 'q850:16', by: 'system' },
  rejected: { cause: 'sip:603', by: 'callee' },
  failed: { cause: 'sip:404', by: 'system' },
  cancelled: { cause: 'sip:487', by: 'caller' },
} as const;

/** Opens an outbound or internal call. */
export function begin(
  day: Workday,
  direction: 'outbound' | 'internal',
  startedAt: number,
  fields: Readonly<Record<string, unknown>>,
): CallRecord {
  return day.record({ kind: 'call', id: day.id('c'), source: 'pbx', direction, ...fields, startedAt });
}

/** Tells of the second leg once the whole call is known. */
function recordSecondLeg(day: Workday, call: CallRecord, startedAt: number): void {
  const { trunk, ringingAt, answeredAt, endedAt, status, cause } = call;
  if (endedAt === undefined || status === undefined || cause === undefined) return;
  const answer = answeredAt === undefined ? {} : { answeredAt };
  recordLeg(day, call, { trunk, startedAt, ringingAt, ...answer, endedAt, status, cause });
}

/**
 * Dials a customer. Once in a while, and mostly in a carrier's outage, the first trunk refuses: then another is tried.
 * @returns when the far end begins to ring, or null where no trunk took the call, which has then ended
 */
export function dial(day: Workday, random: Random, call: CallRecord, callee: Customer): number | null {
  const at = call.startedAt;
  const trunk = callee.country === 'US' ? 'trunk-world' : homeTrunks.pick(random);
  const postDial = Math.floor(random.duration(1900, 0.5, 400, 8000));
  call.trunk = trunk;
  let tried = at;
  if (random.chance(day.isDown(trunk, at) ? 0.75 : 0.02)) {
    tried = at + random.whole(900, 3500);
    if (day.isDown(otherTrunk[trunk], at) || random.chance(0.3)) {
      endUnanswered(call, tried, 'congestion', 'sip:503', 'system');
      return null;
    }
    recordLeg(day, call, { trunk, startedAt: at, endedAt: tried, status: 'congestion', cause: 'sip:503' });
    call.trunk = otherTrunk[trunk];
    day.agenda.add(Infinity, () => recordSecondLeg(day, call, tried));
  }
  call.ringingAt = tried + postDial;
  return call.ringingAt;
}
