/** What people see of a dimension; where its values come from stands with each fact. */
interface DimensionDeclaration {
  readonly label: string;
  /** Said where the label does not say it. */
  readonly description?: string;
  /** Known values with their labels, in the order they are shown in; others may occur. */
  readonly values?: Readonly<Record<string, string>>;
  /** The dimension whose names its values have. */
  readonly namedLike?: string;
  /** Only values that occur often enough are named: the parameter minCount says how often. */
  readonly hidesRare?: true;
}

const hours = Object.fromEntries(
  Array.from({ length: 24 }, (_, hour) => [String(hour), `${String(hour).padStart(2, '0')}:00`]),
);

/** Everything that numbers can be grouped and filtered by: the field names of the records, and what follows from them. */
export const dimensions = {
  source: { label: 'Source', description: 'The system or connection that sent the record.' },
  channel: {
    label: 'Channel',
    values: {
      web: 'Web', telegram: 'Telegram', whatsapp: 'WhatsApp', viber: 'Viber', facebook: 'Facebook', alice: 'Alice',
      yandex: 'Yandex', vkontakte: 'Vkontakte', skype: 'Skype', slack: 'Slack', wechat: 'WeChat', snapchat: 'Snapchat',
      line: 'Line', sms: 'SMS', email: 'Email', push: 'Push', voice: 'Voice',
    },
  },
  chat: { label: 'Chat', description: 'The chat configuration: a page of a site, an account of a messenger.' },
  author: { label: 'Author', values: { customer: 'Customer', bot: 'Bot', operator: 'Operator' } },
  operator: { label: 'Operator' },
  operators: { label: 'Operators', description: 'Everyone who took part.', namedLike: 'operator' },
  bot: { label: 'Bot' },
  bots: { label: 'Bots', description: 'Every bot that took part.', namedLike: 'bot' },
  group: { label: 'Operator group' },
  queue: { label: 'Queue' },
  project: { label: 'Project' },
  service: { label: 'Service' },
  topic: { label: 'Topic' },
  media: { label: 'Media' },
  tags: { label: 'Tags' },
  customer: { label: 'Customer' },
  visitor: { label: 'Visitor' },
  closedBy: {
    label: 'Closed by',
    values: { customer: 'Customer', operator: 'Operator', bot: 'Bot', system: 'System' },
  },
  resolved: { label: 'Resolved', values: { true: 'Resolved', false: 'Not resolved' } },
  failed: { label: 'Failed', values: { true: 'Failed', false: 'Not failed' } },
  handoff: {
    label: 'Handed over',
    description: 'Whether a bot wrote before an operator did.',
    values: { true: 'Handed over', false: 'Not handed over' },
  },
  outcome: {
    label: 'Outcome',
    description: 'Operator where an operator wrote, bot only where only a bot did, else unhandled.',
    values: { bot_only: 'Bot only', operator: 'Operator', unhandled: 'Unhandled' },
  },
  device: { label: 'Device', values: { mobile: 'Mobile', desktop: 'Desktop' } },
  experience: { label: 'Experience' },
  location: { label: 'Location', description: 'Latitude and longitude, rounded to a tenth of a degree.' },
  type: {
    label: 'Type',
    values: {
      text: 'Text', button: 'Button', image: 'Image', audio: 'Audio', file: 'File', location: 'Location', other: 'Other',
    },
  },
  phrase: { label: 'Phrase', description: 'What a message says, masked, in one spelling.', hidesRare: true },
  status: {
    label: 'Status',
    values: {
      created: 'Created', scheduled: 'Scheduled', sent: 'Sent', skipped: 'Skipped', cancelled: 'Cancelled',
      expired: 'Expired', undelivered: 'Undelivered', delivered: 'Delivered', read: 'Read', open: 'Open',
      failed: 'Failed', congestion: 'Congestion', rejected: 'Rejected', busy: 'Busy', no_answer: 'No answer',
      missed: 'Missed', voicemail: 'Voicemail', answered: 'Answered',
    },
  },
  status_short: {
    label: 'Short status',
    description: 'The status in four words: in progress, success, failure, not sent.',
    values: { in_progress: 'In progress', success: 'Success', failure: 'Failure', not_sent: 'Not sent' },
  },
  logical_outcome: {
    label: 'Final outcome',
    description: 'Of the logical notification that the attempt belongs to: a success where any of its attempts was delivered.',
    values: { success: 'Success', in_progress: 'In progress', failure: 'Failure', not_sent: 'Not sent' },
  },
  status_seed: {
    label: 'Detailed status',
    description: 'The status with optional and delayed notifications told apart.',
    values: {
      created: 'Created', created_optional: 'Created, optional', delayed: 'Delayed', pending: 'Pending',
      delivered: 'Delivered', undelivered: 'Undelivered', canceled: 'Canceled', error: 'Error',
      omitted_optional: 'Omitted, optional',
    },
  },
  rawStatus: { label: 'Provider status', description: "The provider's own word." },
  provider: { label: 'Provider' },
  trigger: { label: 'Trigger', description: 'Groups the attempts of one logical notification.' },
  attempt: { label: 'Attempt' },
  optional: { label: 'Optional', values: { true: 'Optional', false: 'Required' } },
  template: { label: 'Template' },
  campaign: { label: 'Campaign' },
  campaignLink: { label: 'Campaign link', values: { true: 'With a link', false: 'Without a link' } },
  country: { label: 'Country' },
  error_class: {
    label: 'Error class',
    values: {
      invalid_recipient: 'Invalid recipient', unreachable: 'Unreachable', blocked: 'Blocked or spam', opted_out: 'Opted out',
      carrier: 'Carrier', content: 'Content', quota: 'Quota', internal: 'Internal',
    },
  },
  error_code: { label: 'Error code', description: "The provider's own code." },
  currency: { label: 'Currency' },
  direction: { label: 'Direction', values: { inbound: 'Inbound', outbound: 'Outbound', internal: 'Internal' } },
  trunk: { label: 'Trunk' },
  dnis: { label: 'Dialled number' },
  hangupBy: { label: 'Hung up by', values: { caller: 'Caller', callee: 'Callee', system: 'System' } },
  cause: { label: 'Hang-up cause' },
  botOutcome: {
    label: 'Bot outcome',
    description: "How a bot's call ended.",
    values: {
      goal: 'Goal reached', transferred: 'Transferred to an operator', hung_up: 'Customer hung up',
      not_understood: 'Not understood', no_answer: 'No answer', machine: 'Answering machine', error: 'Error',
    },
  },
  duration_class: {
    label: 'Duration',
    description: 'How long the call lasted from answer to end.',
    values: {
      open: 'In progress', unanswered: '0 (unanswered)', '1-10s': '1–10 s', '11-30s': '11–30 s', '31-60s': '31–60 s', '1-3m': '1–3 min',
      '3-5m': '3–5 min', '5-10m': '5–10 min', '>10m': '> 10 min',
    },
  },
  wait_class: {
    label: 'Wait',
    description: 'How long the wait lasted until the answer or the end.',
    values: {
      '0-10s': '0–10 s', '11-20s': '11–20 s', '21-30s': '21–30 s', '31-60s': '31–60 s', '1-3m': '1–3 min',
      '3-5m': '3–5 min', '>5m': '> 5 min',
    },
  },
  state: {
    label: 'State',
    description: 'What an operator does.',
    values: {
      online: 'Online', available: 'Available', busy: 'Busy', wrap_up: 'Wrap-up', paused: 'Paused', offline: 'Offline',
    },
  },
  reason: {
    label: 'Reason',
    values: {
      answered: 'Answered', abandoned: 'Abandoned', timeout: 'Timed out', overflow: 'Overflow', key: 'Left by key',
      empty: 'Nobody there', transferred: 'Transferred', blocked: 'Blocked',
    },
  },
  endReason: {
    label: 'End of the offer',
    values: {
      closed: 'Closed', transferred: 'Transferred', declined: 'Declined', timeout: 'Timed out',
      reassigned: 'Reassigned', released: 'Released',
    },
  },
  transferredTo: { label: 'Transferred to', namedLike: 'operator' },
  scale: { label: 'Scale', values: { csat: 'CSAT', nps: 'NPS' } },
  score: { label: 'Score' },
  hour_of_day: { label: 'Hour of day', values: hours },
  day_of_week: {
    label: 'Day of week',
    values: {
      '1': 'Monday', '2': 'Tuesday', '3': 'Wednesday', '4': 'Thursday', '5': 'Friday', '6': 'Saturday', '7': 'Sunday',
    },
  },
} as const satisfies Readonly<Record<string, DimensionDeclaration>>; // prettier-ignore

/** A dimension's name, as questions and answers use it. */
export type DimensionId = keyof typeof dimensions;

const declarations: Readonly<Record<DimensionId, DimensionDeclaration>> = dimensions;

/** The declaration of a dimension; nothing for a name that is none. */
export function dimension(id: string): DimensionDeclaration | undefined {
  return isDimension(id) ? declarations[id] : undefined;
}

/** Whether the name is that of a dimension; labels of records are none of these. */
export function isDimension(id: string): id is DimensionId {
  return Object.hasOwn(dimensions, id);
}

/** Whether only those of its values are named that occur often enough. */
export function hidesRare(id: string): boolean {
  return dimension(id)?.hidesRare === true;
}

/** Dimensions that follow from the metric's own time, in the zone of the question. */
const timeDimensions = ['hour_of_day', 'day_of_week'] as const satisfies readonly DimensionId[];

/** Whether the dimension follows from the time that a metric counts by. */
export function isTimeDimension(id: string): id is (typeof timeDimensions)[number] {
  return (timeDimensions as readonly string[]).includes(id);
}

/** What people call a value nobody gave. */
export const UNKNOWN = 'unknown';

/** The groups beyond the top ones, as a value of the dimension and for people. */
export const OTHERS = 'Others';
