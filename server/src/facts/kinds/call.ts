import { kind, type ReadField } from '../kind.js';
import { money, personal, rank, ref, seconds, text, texts, time, whole, word } from '../fields.js';

/** From the lowest to the highest, for calls and legs. */
export const callStatuses = [
  'open', 'failed', 'congestion', 'rejected', 'busy', 'cancelled', 'no_answer', 'missed', 'voicemail', 'answered',
] as const; // prettier-ignore

/** endedAt − answeredAt, else talk + hold, in milliseconds; negative when the sender contradicts itself. */
function spoken(read: ReadField): number | null {
  const [answered, ended] = [read('answeredAt'), read('endedAt')];
  if (typeof answered === 'number' && typeof ended === 'number') return ended - answered;
  const [talk, hold] = [read('talkSeconds'), read('holdSeconds')];
  if (typeof talk !== 'number' && typeof hold !== 'number') return null;
  return (typeof talk === 'number' ? talk : 0) + (typeof hold === 'number' ? hold : 0);
}

/** One logical call; what it does not say itself comes from its best leg. */
export const call = kind(
  'call',
  'startedAt',
  {
    direction: word(['inbound', 'outbound', 'internal']),
    trunk: text(),
    fromNumber: personal(),
    toNumber: personal(),
    customer: text(),
    dnis: text(),
    queue: text(),
    operator: text(),
    bot: text(),
    campaign: text(),
    project: text(),
    service: text(),
    media: text(),
    topic: text(),
    tags: texts(),
    startedAt: time('earliest'),
    ringingAt: time('earliest'),
    answeredAt: time('earliest'),
    endedAt: time('latest'),
    status: rank([...callStatuses]),
    hangupBy: word(['caller', 'callee', 'system']),
    cause: text(),
    talkSeconds: seconds(),
    holdSeconds: seconds(),
    wrapSeconds: seconds(),
    botOutcome: word(['goal', 'transferred', 'hung_up', 'not_understood', 'no_answer', 'machine', 'error']),
    cost: money(),
    mosHundredths: whole(0, 500),
  },
  {
    own: [
      { name: 'eff_status', type: 'text', from: (read) => read('status') as string | null },
      { name: 'eff_trunk', type: 'text', from: (read) => read('trunk') as string | null },
      { name: 'eff_direction', type: 'text', from: (read) => read('direction') as string | null },
      { name: 'eff_operator', type: 'text', from: (read) => read('operator') as string | null },
      { name: 'eff_cause', type: 'text', from: (read) => read('cause') as string | null },
      { name: 'eff_started_at', type: 'timestamptz', from: (read) => read('startedAt') as number | null },
      { name: 'eff_ringing_at', type: 'timestamptz', from: (read) => read('ringingAt') as number | null },
      { name: 'eff_answered_at', type: 'timestamptz', from: (read) => read('answeredAt') as number | null },
      { name: 'eff_ended_at', type: 'timestamptz', from: (read) => read('endedAt') as number | null },
      { name: 'eff_talk_ms', type: 'int8', from: (read) => read('talkSeconds') as number | null },
      {
        name: 'duration_ms',
        type: 'int8',
        from: (read) => {
          const length = spoken(read);
          return length !== null && length < 0 ? null : length;
        },
      },
      { name: 'duration_defect', type: 'bool', from: (read) => (spoken(read) ?? 0) < 0 },
    ],
  },
);

/** One leg of a call. */
export const leg = kind('leg', 'startedAt', {
  call: ref('call'),
  trunk: text(),
  direction: word(['inbound', 'outbound', 'internal']),
  startedAt: time('earliest'),
  ringingAt: time('earliest'),
  answeredAt: time('earliest'),
  endedAt: time('latest'),
  status: rank([...callStatuses]),
  cause: text(),
  operator: text(),
  talkSeconds: seconds(),
});
