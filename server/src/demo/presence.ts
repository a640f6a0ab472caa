import { worked } from './desk.js';
import { endsAfterMidnight } from './shifts.js';
import type { Workday } from './workday.js';
import { operatorsOf } from './world.js';
import { addDays } from './zone.js';

/** By then everybody whose shift ended after midnight has gone home, and the new day's record of them begins. */
const lateGraceMs = 90 * 60_000;

/** The state intervals of all operators: online and paused at work, offline before and after. */
export function recordPresence(day: Workday): void {
  const { start, end } = day.bounds;
  for (const [index, operator] of operatorsOf(day.seed).entries()) {
    const state = (startedAt: number, endedAt: number, what: string, reason?: string): void => {
      if (endedAt <= startedAt) return;
      const record = {
        kind: 'presence',
        id: day.id('p'),
        source: 'workforce',
        operator: operator.id,
        group: operator.group,
      };
      day.record({ ...record, state: what, ...(reason === undefined ? {} : { reason }), startedAt, endedAt });
    };
    const firstKnown = endsAfterMidnight(index, addDays(day.date, -1)) ? start + lateGraceMs : start;
    const handedOver = endsAfterMidnight(index, day.date) ? end + lateGraceMs : end;
    const seat = day.desk.seats.find(({ shift }) => shift.operator.id === operator.id);
    if (!seat) {
      state(firstKnown, handedOver, 'offline');
      continue;
    }
    const { breaks, end: home } = worked(seat);
    let since = seat.shift.from;
    state(firstKnown, since, 'offline');
    for (const pause of breaks) {
      state(since, pause.start, 'online');
      state(pause.start, pause.end, 'paused', pause.reason);
      since = pause.end;
    }
    state(since, home, 'online');
    state(home, handedOver, 'offline');
    day.record({
      kind: 'session',
      id: day.id('s'),
      source: 'workforce',
      type: 'agent',
      application: index % 3 === 0 ? 'ticket_guidance' : 'agent',
      user: operator.id,
      device: 'desktop',
      startedAt: seat.shift.from,
      endedAt: home,
    });
  }
}
