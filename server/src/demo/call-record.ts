import type { Random } from './random.js';
import type { RecordInput } from './record.js';
import type { Workday } from './workday.js';
import type { TrunkId } from './world.js';

/** A call under way: a record that is completed as the call goes on. */
export interface CallRecord extends RecordInput {
  kind: 'call';
  id: string;
  trunk?: TrunkId;
  direction: 'inbound' | 'outbound' | 'internal';
  startedAt: number;
  ringingAt?: number;
  answeredAt?: number;
  endedAt?: number;
  status?: string;
  cause?: string;
  operator?: string;
  talkSeconds?: number;
  holdSeconds?: number;
  wrapSeconds?: number;
}

/** Per minute begun, in hundredths of a cent or kopek. */
const tariffs = {
  inbound: { 'trunk-north': 9000, 'trunk-south': 8500, 'trunk-world': 140 },
  outbound: { 'trunk-north': 13500, 'trunk-south': 12800, 'trunk-world': 210 },
} as const;

/** The end of a call that nobody answered. */
export function endUnanswered(call: CallRecord, endedAt: number, status: string, cause: string, by: string): void {
  Object.assign(call, { endedAt, status, cause, hangupBy: by });
}

/** The end of an answered call, with what it cost and how it sounded. */
export function endAnswered(day: Workday, random: Random, call: CallRecord, endedAt: number, by: string): void {
  Object.assign(call, { endedAt, status: 'answered', cause: 'q850:16', hangupBy: by });
  const { trunk, direction } = call;
  const quality = (trunk && day.isDown(trunk, call.startedAt) ? 330 : 416) + 16 * random.normal();
  call['mosHundredths'] = Math.round(Math.min(450, Math.max(180, quality)));
  if (trunk === undefined || direction === 'internal') return;
  const minutes = Math.ceil((endedAt - (call.answeredAt ?? endedAt)) / 60_000);
  const amount = ((minutes * tariffs[direction][trunk]) / 10_000).toFixed(4);
  call['cost'] = { amount, currency: trunk === 'trunk-world' ? 'USD' : 'RUB' };
}

/** One leg of a call, known as a whole. */
export function recordLeg(
  day: Workday,
  call: CallRecord,
  leg: { startedAt: number; endedAt: number; status: string; cause: string; [field: string]: unknown },
): void {
  const { id, direction } = call;
  day.record({ kind: 'leg', id: day.id('l'), source: 'pbx', call: id, direction, ...leg });
}
