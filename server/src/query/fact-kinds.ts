/** What is derived for the facts of a kind and worth a column, under names like those of records: column and its type. */
export const derivedColumns: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  dialogue: {
    customerMessages: ['customer_messages', 'int4'],
    botMessages: ['bot_messages', 'int4'],
    operatorMessages: ['operator_messages', 'int4'],
    answeredAt: ['answered_at', 'timestamptz'],
    firstResponseSeconds: ['first_response_ms', 'int8'],
    waitSeconds: ['wait_ms', 'int8'],
    offers: ['offers', 'int4'],
    skippedOffers: ['skipped_offers', 'int4'],
    turns: ['turns', 'int4'],
    episodes: ['episodes', 'int4'],
  },
  call: {
    startedAt: ['eff_started_at', 'timestamptz'],
    ringingAt: ['eff_ringing_at', 'timestamptz'],
    answeredAt: ['eff_answered_at', 'timestamptz'],
    endedAt: ['eff_ended_at', 'timestamptz'],
    talkSeconds: ['eff_talk_ms', 'int8'],
    durationSeconds: ['duration_ms', 'int8'],
    durationDefect: ['duration_defect', 'bool'],
    legs: ['legs', 'int4'],
  },
  message: { deliveredAt: ['eff_delivered_at', 'timestamptz'], readAt: ['eff_read_at', 'timestamptz'] },
  assignment: { endedAt: ['eff_ended_at', 'timestamptz'] },
  change: { endedAt: ['until_at', 'timestamptz'] },
};

/** What an operator looks at first, behind time, id and source. */
const shownFirst: Readonly<Record<string, readonly string[]>> = {
  dialogue: [
    'channel', 'chat', 'customer', 'outcome', 'operator', 'bot', 'customerMessages', 'firstResponseSeconds', 'closedAt',
    'resolved', 'tags',
  ],
  message: ['dialogue', 'channel', 'author', 'operator', 'bot', 'type', 'status', 'text'],
  notification: [
    'channel', 'status', 'provider', 'customer', 'campaign', 'template', 'parts', 'sentAt', 'deliveredAt', 'failedAt',
    'error_class', 'error_text', 'cost', 'currency',
  ],
  call: [
    'direction', 'status', 'trunk', 'queue', 'operator', 'bot', 'customer', 'dnis', 'durationSeconds', 'hangupBy', 'cause',
  ],
  queue_entry: ['queue', 'reason', 'call', 'dialogue', 'operator', 'answeredAt', 'leftAt'],
  assignment: ['operator', 'endReason', 'dialogue', 'call', 'group', 'queue', 'acceptedAt', 'endedAt', 'transferredTo'],
  rating: ['scale', 'score', 'dialogue', 'call', 'operators', 'comment'],
  presence: ['operator', 'group', 'state', 'reason', 'endedAt'],
}; // prettier-ignore

const shownOtherwise = [
  'kind', 'status', 'dialogue', 'call', 'state', 'reason', 'channel', 'direction', 'trunk', 'queue', 'operator', 'bot',
  'customer', 'cause', 'value', 'currency',
] as const; // prettier-ignore

/** The columns of a list for which none were chosen, as far as there are such. */
export function defaultColumns(kind: string | undefined): readonly string[] {
  const own = kind === undefined ? undefined : shownFirst[kind];
  return ['time', 'id', 'source', ...(own ?? shownOtherwise), 'value'];
}
