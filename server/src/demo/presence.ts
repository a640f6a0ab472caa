import { worked } from './desk.js';
import type { RecordInput } from './record.js';
import type { Rehearsal } from './rehearsals.js';
import { endsAfterMidnight } from './shifts.js';
import type { Workday } from './workday.js';
import { operatorsOf } from './world.js';
import { addDays } from './zone.js';

/** By then everybody whose shift ended after midnight has gone home, and the new day's record of them begins. */
const lateGraceMs = 90 * 60_000;

/** A state as it goes in the end where a rehearsal sends everybody home: until then, meanwhile, and what is left of it. */
function interrupted(record: RecordInput, { start, end }: Rehearsal): RecordInput[] {
  const [since, until] = [Number(record['startedAt']), Number(record['endedAt'])];
  if (record['state'] === 'offline' || until <= start || since >= end) return [record];
  const away: RecordInput = { ...record, id: `${String(record['id'])}-away`, state: 'offline' };
  delete away['reason'];
  const piece = (part: RecordInput, startedAt: number, endedAt: number): RecordInput[] =>
    endedAt > startedAt ? [{ ...part, startedAt, endedAt }] : [];
  return [
    ...piece(record, since, start),
    ...piece(away, Math.max(since, start), Math.min(until, end)),
    ...piece({ ...record, id: `${String(record['id'])}-back` }, end, until),
  ];
}

/** The state intervals of all operators: online and paused at work, offline before and after. */
export function recordPresence(day: Workday, rehearsals: readonly Rehearsal[] = []): void {
  const { start, end } = day.bounds;
  const away = rehearsals.filter(({ trouble }) => trouble === 'operators-offline');
  for (const [index, operator] of operatorsOf(day.seed).entries()) {
    const state = (startedAt: number, endedAt: number, what: string, reason?: string): void => {
      if (endedAt <= startedAt) return;
      const record: RecordInput = {
        kind: 'presence',
        id: day.id('p'),
        source: 'workforce',
        operator: operator.id,
        group: operator.group,
        state: what,
        ...(reason === undefined ? {} : { reason }),
        startedAt,
        endedAt,
      };
      const pieces = away.reduce((all, rehearsal) => all.flatMap((one) => interrupted(one, rehearsal)), [record]);
      for (const piece of pieces) day.record(piece);
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
