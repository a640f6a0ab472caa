import { simulateCalls } from './calls.js';
import { simulateChats } from './chats.js';
import { simulateNotifications } from './notifications.js';
import { recordPresence } from './presence.js';
import type { RecordInput } from './record.js';
import { rehearsalRecords } from './rehearse.js';
import type { Rehearsal } from './rehearsals.js';
import { simulateWeb } from './web.js';
import { Workday } from './workday.js';
import { demoZone } from './world.js';
import { localDay } from './zone.js';

/**
 * Everything that begins on one local day of the demo contact centre, as known in the end: a pure function, whose days
 * need no other day. Nothing happens before the day begins, nor later than a day after it ends.
 * @param day YYYY-MM-DD in `zone`
 * @param scale 1 is full size, about 2,000 records; at 0.3 the same centre is thinly used
 * @param rehearsals what goes wrong on request; before a rehearsal begins the day is as it is without it
 */
export function dayRecords(
  seed: string,
  day: string,
  scale = 1,
  zone: string = demoZone,
  rehearsals: readonly Rehearsal[] = [],
): RecordInput[] {
  const workday = new Workday(seed, day, scale, zone);
  simulateCalls(workday);
  simulateChats(workday);
  workday.agenda.run();
  recordPresence(workday, rehearsals);
  simulateNotifications(workday);
  simulateWeb(workday);
  const begun = rehearsals.filter(({ start }) => localDay(start, zone) === day);
  return [...workday.records, ...begun.flatMap((rehearsal) => rehearsalRecords(seed, rehearsal))];
}
