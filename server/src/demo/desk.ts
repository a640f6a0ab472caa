import type { Pause, Shift } from './shifts.js';
import type { Group } from './world.js';
import type { Bounds } from './zone.js';

export type Medium = 'call' | 'chat';

/** An operator takes nothing new this long before a break or the end of the shift, so that every offer can be accepted. */
const marginMs: Readonly<Record<Medium, number>> = { call: 12_000, chat: 45_000 };
const chatsAtOnce = 2;
/** A chat in hand makes an operator as unlikely a pick as this much waiting. */
const chatBurdenMs = 15_000;

/** The latest end of the work at hand. */
const busyUntil = (seat: Seat): number => Math.max(seat.callUntil, ...seat.chatsUntil);

/** One operator at work. Offers move forward in time, so that breaks already passed are settled. */
export interface Seat {
  readonly shift: Shift;
  callUntil: number;
  chatsUntil: number[];
  lastOffer: number;
  breaks: (Bounds & { readonly reason: string })[];
}

/** When a break really begins: as planned, or once the work at hand and the break before are done. */
function settled(seat: Seat, pause: Pause, earliest: number): Bounds & { reason: string } {
  const start = Math.max(pause.start, busyUntil(seat), earliest);
  return { start, end: start + pause.length, reason: pause.reason };
}

/** The first moment from `from` on at which the operator can take a contact; null when the shift ends before. */
function freeAt(seat: Seat, from: number, medium: Medium): number | null {
  const { shift } = seat;
  let at = Math.max(from, shift.from, seat.lastOffer, seat.callUntil);
  if (medium === 'chat') {
    const latestFirst = seat.chatsUntil.toSorted((a, b) => b - a);
    at = Math.max(at, latestFirst[chatsAtOnce - 1] ?? 0);
  }
  let free = seat.breaks.at(-1)?.end ?? 0;
  for (let next = seat.breaks.length; next < shift.pauses.length; next++) {
    const pause = shift.pauses[next];
    if (!pause || pause.start > at + marginMs[medium]) break;
    free = settled(seat, pause, free).end;
    at = Math.max(at, free);
  }
  return at + marginMs[medium] > shift.to ? null : at;
}

/** What a contact asks of the desk. */
export interface Wanted {
  readonly medium: Medium;
  readonly group: Group;
  readonly from: number;
  /** From then on operators of other groups help out. */
  readonly widenAt: number;
  readonly except: ReadonlySet<string>;
}

/** All operators at work on one day, and when each of them is free. */
export class Desk {
  readonly seats: readonly Seat[];

  constructor(shifts: readonly Shift[]) {
    this.seats = shifts.map((shift) => ({ shift, callUntil: 0, chatsUntil: [], lastOffer: 0, breaks: [] }));
  }

  /** Whether somebody of the group is on shift. */
  staffs(group: Group, at: number): boolean {
    return this.seats.some(
      ({ shift }) => shift.operator.group === group && shift.from <= at && at + marginMs.chat < shift.to,
    );
  }

  /** The operator who can take the contact first; among several, the one who has been idle longest. */
  next(wanted: Wanted): { seat: Seat; at: number } | null {
    let best: { seat: Seat; at: number; score: number } | null = null;
    for (const seat of this.seats) {
      const { operator } = seat.shift;
      if (wanted.except.has(operator.id)) continue;
      const from = operator.group === wanted.group ? wanted.from : Math.max(wanted.from, wanted.widenAt);
      const at = freeAt(seat, from, wanted.medium);
      if (at === null) continue;
      const burden = seat.chatsUntil.reduce((sum, until) => (until > at ? sum + chatBurdenMs : sum), 0);
      const score = at + burden;
      const idleLonger = best !== null && score === best.score && seat.lastOffer < best.seat.lastOffer;
      if (best === null || score < best.score || idleLonger) best = { seat, at, score };
    }
    return best;
  }

  /** Somebody with nothing to do right now, for work that starts at the operator's own will. */
  idle(at: number, except: ReadonlySet<string>): Seat | null {
    const found = this.next({ medium: 'call', group: 'sales', from: at, widenAt: at, except });
    return found?.at === at && busyUntil(found.seat) <= at ? found.seat : null;
  }

  /** Books the time of an offer and settles the breaks that came before it. */
  offer(seat: Seat, at: number, until: number, medium: Medium): void {
    for (const pause of seat.shift.pauses.slice(seat.breaks.length)) {
      if (pause.start > at + marginMs[medium]) break;
      seat.breaks.push(settled(seat, pause, seat.breaks.at(-1)?.end ?? 0));
    }
    seat.lastOffer = until;
    seat.chatsUntil = seat.chatsUntil.filter((end) => end > at);
  }

  /** Books the contact itself, wrap-up included. */
  occupy(seat: Seat, medium: Medium, until: number): void {
    if (medium === 'call') seat.callUntil = Math.max(seat.callUntil, until);
    else seat.chatsUntil.push(until);
  }
}

/** The breaks that the operator took and when the shift really ended. */
export function worked(seat: Seat): { breaks: readonly (Bounds & { reason: string })[]; end: number } {
  const breaks = [...seat.breaks];
  for (const pause of seat.shift.pauses.slice(breaks.length)) {
    const taken = settled(seat, pause, breaks.at(-1)?.end ?? 0);
    if (taken.start < seat.shift.to) breaks.push(taken);
  }
  return { breaks, end: Math.max(seat.shift.to, busyUntil(seat), breaks.at(-1)?.end ?? 0) };
}
