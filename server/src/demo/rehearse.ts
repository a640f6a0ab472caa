import { channels, failures } from './channels.js';
import { Random } from './random.js';
import type { RecordInput } from './record.js';
import type { Rehearsal, Trouble } from './rehearsals.js';
import { templates } from './texts.js';
import { customer, type Customer } from './world.js';

/** A contact every so often: enough to be seen against whatever else a small centre does in an hour. */
const everyMs = 2000;
/** A dialler's volley, and how many calls it starts within one second. */
const volleyMs = 20_000;
const volley = 12;

/** One contact of a rehearsal: its moment, the rehearsal's end, who it is with. */
interface Contact {
  readonly id: string;
  readonly at: number;
  readonly end: number;
  readonly to: Customer;
  readonly random: Random;
  /** Counts from 0. */
  readonly index: number;
}

const call = ({ id, at, to }: Contact, fields: Omit<RecordInput, 'kind'>): RecordInput => ({
  kind: 'call',
  id,
  source: 'pbx',
  customer: to.id,
  media: 'voice',
  startedAt: at,
  ...fields,
});

const outbound = ({ to }: Contact) => ({ direction: 'outbound', trunk: 'trunk-north', toNumber: to.phone });
const inbound = ({ to }: Contact) => ({ direction: 'inbound', trunk: 'trunk-south', fromNumber: to.phone });

const refused = (contact: Contact): RecordInput[] => [
  call(contact, {
    ...outbound(contact),
    endedAt: contact.at + 1500,
    status: 'congestion',
    cause: 'sip:503',
    hangupBy: 'system',
  }),
];

/** Most leave soon; the others wait for as long as it lasts, ten minutes at most. */
function waitsInVain(contact: Contact): RecordInput[] {
  const { id, at, end, random, index } = contact;
  const patience = index % 3 === 0 ? 600_000 : random.whole(30, 90) * 1000;
  const leftAt = Math.min(at + patience, Math.max(at, end) + 20_000);
  const ending = { endedAt: leftAt, status: 'missed', cause: 'sip:487', hangupBy: 'caller' };
  return [
    call(contact, { ...inbound(contact), queue: 'support', ringingAt: at + 500, ...ending }),
    { kind: 'queue_entry', id: `${id}q`, source: 'pbx', queue: 'support', call: id, enteredAt: at, leftAt, reason: 'abandoned' },
  ]; // prettier-ignore
}

const misunderstood = (contact: Contact): RecordInput[] => [
  call(contact, {
    ...inbound(contact),
    ringingAt: contact.at + 500,
    answeredAt: contact.at + 3000,
    endedAt: contact.at + contact.random.whole(12, 40) * 1000,
    status: 'answered',
    cause: 'q850:16',
    hangupBy: 'caller',
    bot: 'bot-voice',
    botOutcome: contact.index % 4 === 0 ? 'error' : 'not_understood',
  }),
];

const volleyed = (contact: Contact): RecordInput[] => [
  call(contact, {
    ...outbound(contact),
    ringingAt: contact.at + 1500,
    endedAt: contact.at + 26_000,
    status: 'no_answer',
    cause: 'sip:480',
    hangupBy: 'system',
  }),
];

function notification({ id, at, to }: Contact, channel: 'sms' | 'whatsapp', fields: object): RecordInput {
  const template = 'club-offer';
  return {
    kind: 'notification',
    id,
    source: 'notify',
    trigger: id,
    attempt: 1,
    channel,
    status: 'created',
    createdAt: at,
    sentAt: at + 400,
    customer: to.id,
    recipient: to.phone,
    country: to.country,
    template,
    text: templates[template] ?? template,
    ...fields,
  };
}

const givenBack = (contact: Contact): RecordInput[] => [
  notification(contact, 'sms', {
    status: 'failed',
    failedAt: contact.at + 1800,
    provider: 'sms-gate-1',
    parts: 1,
    error: failures.failed.pick(contact.random),
  }),
];

function dear(contact: Contact): RecordInput[] {
  const channel = contact.index % 2 === 0 ? 'sms' : 'whatsapp';
  const { currency, providers } = channels[channel];
  return [
    notification(contact, channel, {
      status: 'delivered',
      deliveredAt: contact.at + 3000,
      provider: providers.pick(contact.random),
      parts: channel === 'sms' ? 10 : 1,
      cost: { amount: channel === 'sms' ? '190.0000' : '1.9000', currency },
    }),
  ];
}

const made: Readonly<Partial<Record<Trouble, (contact: Contact) => RecordInput[]>>> = {
  'carrier-outage': refused,
  'provider-outage': givenBack,
  'queue-rush': waitsInVain,
  'bot-breakdown': misunderstood,
  'call-burst': volleyed,
  'cost-spike': dear,
};

/**
 * What happens in a rehearsal beside all else, as known in the end; of troubles that only change what happens anyway,
 * nothing. Ids name the rehearsal, so that they clash with nothing.
 */
export function rehearsalRecords(seed: string, { trouble, start, end }: Rehearsal): RecordInput[] {
  const make = made[trouble];
  if (!make) return [];
  const random = new Random(seed, 'rehearsal', trouble, String(start));
  const moments: number[] = [];
  if (trouble === 'call-burst') {
    // From the first whole second on, so that a volley falls into one second of the clock.
    for (let at = Math.ceil(start / 1000) * 1000; at < end; at += volleyMs) {
      for (let i = 0; i < volley; i++) moments.push(at + i * 40);
    }
  } else for (let at = start; at < end; at += everyMs) moments.push(at);
  return moments.flatMap((at, index) =>
    make({ id: `x${start.toString(36)}-${trouble}-${index}`, at, end, to: customer(random), random, index }),
  );
}
