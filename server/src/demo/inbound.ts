import { arrivals, curves } from './calendar.js';
import { endUnanswered, type CallRecord } from './call-record.js';
import { Weighted } from './random.js';
import { botTalks, inboundOutcomes, toOperator } from './robot.js';
import type { Workday } from './workday.js';
import { customer, dialledNumbers, tags, topics, type TrunkId } from './world.js';

const perDay = 176;
const homeTrunks = new Weighted<TrunkId>(['trunk-north', 62], ['trunk-south', 38]);

/** Customers call: some reach the bot first, some a queue behind a menu. A carrier's outage keeps most calls away. */
export function simulateInbound(day: Workday): void {
  const random = day.random('inbound');
  for (const at of arrivals(random, random.rounded(perDay * day.volume), curves.inbound, day.bounds)) {
    const dialled = dialledNumbers.pick(random);
    const { id, phone, country } = customer(random);
    const trunk = country === 'US' ? 'trunk-world' : homeTrunks.pick(random);
    if (day.isDown(trunk, at) && random.chance(0.65)) continue;
    const call: CallRecord = day.record({
      kind: 'call',
      id: day.id('c'),
      source: 'pbx',
      direction: 'inbound',
      trunk,
      fromNumber: phone,
      toNumber: dialled.number,
      customer: id,
      dnis: dialled.number,
      project: dialled.project,
      service: dialled.service,
      media: 'voice',
      topic: topics.pick(random),
      startedAt: at,
      ringingAt: at + random.whole(120, 1400),
    });
    if (random.chance(0.25)) call['tags'] = [tags.pick(random)];
    const heard = at + random.whole(2500, 5000);
    const fate = random.next();
    if (fate < 0.02) endUnanswered(call, at + random.whole(2500, 9000), 'cancelled', 'sip:487', 'caller');
    else if (fate < 0.027) endUnanswered(call, at + random.whole(1500, 3000), 'failed', 'sip:500', 'system');
    else if (fate < 0.032) endUnanswered(call, at + random.whole(1500, 2500), 'congestion', 'sip:503', 'system');
    else if (dialled.bot) botTalks(day, random, call, heard, { outcomes: inboundOutcomes, queue: dialled.queue });
    else {
      const throughMenu = heard + random.whole(4000, 16_000);
      call['queue'] = dialled.queue.id;
      day.agenda.add(throughMenu, () => toOperator(day, random, call, dialled.queue, throughMenu));
    }
  }
}
