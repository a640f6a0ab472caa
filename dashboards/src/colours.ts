import type { dimensions } from '../../server/src/catalogue/dimensions.js';

/** What a colour says, the same on all boards; names of Grafana's palette fit the light and the dark theme. */
export const colours = {
  good: 'green',
  better: 'dark-green',
  underWay: 'blue',
  waiting: 'light-blue',
  automation: 'purple',
  customer: 'semi-dark-yellow',
  endedByPeople: '#8e8e8e',
  lost: 'orange',
  broken: 'red',
  plain: 'text',
  others: '#c7c7c7',
  unknown: '#5f5f5f',
} as const;

type Dimensions = typeof dimensions;
type KnownValues = { [Id in keyof Dimensions]: Dimensions[Id] extends { values: infer Values } ? keyof Values : never };
type ValueColours = { readonly [Id in keyof Dimensions]?: Readonly<Record<KnownValues[Id], string>> };

/** Money of each currency that has a colour; it says nothing but which of them it is. */
export const currencyColours: Readonly<Record<string, string>> = {
  RUB: '#4e79a7',
  USD: '#59a14f',
  EUR: '#8f6ab0',
};

/** The colour of each value that has a meaning; two values of one meaning differ by shade. What people name has none. */
export const valueColours = {
  channel: {
    web: '#4e79a7',
    telegram: '#76b7b2',
    whatsapp: '#59a14f',
    viber: '#8f6ab0',
    facebook: '#2f5d8a',
    alice: '#d37295',
    yandex: '#edc948',
    vkontakte: '#a0cbe8',
    skype: '#86bcb6',
    slack: '#b07aa1',
    wechat: '#8cd17d',
    snapchat: '#f1ce63',
    line: '#b6992d',
    sms: '#e3a857',
    email: '#7ea6d9',
    push: '#9d7660',
    voice: '#79706e',
  },
  direction: { inbound: colours.underWay, outbound: colours.automation, internal: colours.endedByPeople },
  state: {
    online: colours.waiting,
    available: 'super-light-blue',
    busy: colours.underWay,
    wrap_up: 'dark-blue',
    paused: colours.lost,
    offline: colours.others,
  },
  reason: {
    answered: colours.good,
    abandoned: colours.lost,
    timeout: 'dark-orange',
    overflow: 'light-blue',
    key: 'light-purple',
    empty: 'light-orange',
    transferred: colours.underWay,
    blocked: colours.broken,
  },
  outcome: { bot_only: colours.automation, operator: colours.underWay, unhandled: colours.lost },
  author: { customer: colours.customer, bot: colours.automation, operator: colours.underWay },
  status: {
    created: colours.waiting,
    scheduled: 'super-light-blue',
    sent: colours.underWay,
    open: colours.underWay,
    delivered: colours.good,
    answered: colours.good,
    read: colours.better,
    cancelled: colours.endedByPeople,
    skipped: '#b8b8b8',
    voicemail: 'light-purple',
    expired: 'light-orange',
    undelivered: colours.lost,
    busy: 'light-orange',
    no_answer: colours.lost,
    missed: 'dark-orange',
    failed: colours.broken,
    rejected: 'light-red',
    congestion: 'dark-red',
  },
  status_short: {
    in_progress: colours.underWay,
    success: colours.good,
    failure: colours.broken,
    not_sent: colours.endedByPeople,
  },
  logical_outcome: {
    success: colours.good,
    in_progress: colours.underWay,
    failure: colours.broken,
    not_sent: colours.endedByPeople,
  },
  status_seed: {
    created: colours.waiting,
    created_optional: 'super-light-blue',
    delayed: '#8fa8c8',
    pending: colours.underWay,
    delivered: colours.good,
    undelivered: colours.lost,
    canceled: colours.endedByPeople,
    error: colours.broken,
    omitted_optional: '#b8b8b8',
  },
  botOutcome: {
    goal: colours.good,
    transferred: colours.underWay,
    hung_up: colours.endedByPeople,
    not_understood: 'light-red',
    no_answer: colours.lost,
    machine: 'light-purple',
    error: colours.broken,
  },
  duration_class: {
    unanswered: colours.lost,
    '1-10s': '#c6dbef',
    '11-30s': '#9ecae1',
    '31-60s': '#6baed6',
    '1-3m': '#4292c6',
    '3-5m': '#2171b5',
    '5-10m': '#08519c',
    '>10m': '#08306b',
  },
} as const satisfies ValueColours;
