import { Random, Weighted } from './random.js';

/** The demo tenant's own zone. */
export const demoZone = 'Europe/Moscow';

export type Group = 'support' | 'sales' | 'chat-desk';

export const groups: readonly { id: Group; label: string }[] = [
  { id: 'support', label: 'Support' },
  { id: 'sales', label: 'Sales' },
  { id: 'chat-desk', label: 'Chat desk' },
];

export interface Queue {
  readonly id: string;
  readonly label: string;
  readonly group: Group;
  /** Whether calls that the own group leaves waiting move on to the support queue. */
  readonly overflows: boolean;
}

export const queues = {
  sales: { id: 'sales', label: 'Sales', group: 'sales', overflows: true },
  support: { id: 'support', label: 'Support', group: 'support', overflows: false },
  billing: { id: 'billing', label: 'Billing', group: 'support', overflows: true },
  chat: { id: 'chat', label: 'Chat', group: 'chat-desk', overflows: false },
} as const satisfies Record<string, Queue>;

export const bots = [
  { id: 'bot-faq', label: 'Questions and answers' },
  { id: 'bot-orders', label: 'Order assistant' },
  { id: 'bot-voice', label: 'Voice assistant' },
] as const;

export const trunks = [
  { id: 'trunk-north', label: 'North carrier', limit: 10 },
  { id: 'trunk-south', label: 'South carrier', limit: 6 },
  { id: 'trunk-world', label: 'International carrier', limit: 4 },
] as const;

export type TrunkId = (typeof trunks)[number]['id'];

/** Numbers that customers dial. No country has given out numbers that begin with +7 000. */
export const dialledNumbers = new Weighted(
  [{ number: '+70000000101', queue: queues.support, project: 'shop', service: 'hotline', bot: true }, 34],
  [{ number: '+70000000102', queue: queues.sales, project: 'shop', service: 'orders', bot: false }, 26],
  [{ number: '+70000000103', queue: queues.billing, project: 'club', service: 'accounts', bot: true }, 20],
  [{ number: '+70000000104', queue: queues.support, project: 'club', service: 'hotline', bot: false }, 14],
  [{ number: '+70000000105', queue: queues.sales, project: 'wholesale', service: 'orders', bot: false }, 6],
);

export const ownNumbers = ['101', '102', '103', '104', '105', '201', '202'].map((end) => `+70000000${end}`);

export const callCampaigns = new Weighted(
  [{ id: 'delivery-reminder', project: 'shop', queue: queues.support, number: '+70000000201', topic: 'delivery' }, 46],
  [{ id: 'payment-reminder', project: 'club', queue: queues.billing, number: '+70000000201', topic: 'payment' }, 30],
  [{ id: 'survey', project: 'shop', queue: queues.sales, number: '+70000000202', topic: 'survey' }, 24],
);

export const topics = new Weighted(
  ['delivery', 34],
  ['returns', 18],
  ['payment', 16],
  ['product', 14],
  ['account', 10],
  ['complaint', 8],
);

export const tags = new Weighted(['new', 40], ['repeat', 30], ['vip', 10], ['warranty', 12], ['promo', 8]);

/** Where visitors of the website sit: latitude, longitude. */
const cities = new Weighted(
  [[55.75, 37.62], 34],
  [[59.94, 30.31], 16],
  [[55.03, 82.92], 8],
  [[56.84, 60.61], 8],
  [[55.8, 49.11], 7],
  [[45.04, 38.98], 6],
  [[43.12, 131.89], 5],
  [[54.71, 20.51], 3],
  [[53.9, 27.57], 5],
  [[43.24, 76.89], 4],
  [[40.18, 44.51], 2],
  [[52.52, 13.4], 2],
);

/** Somewhere in or around a city, degrees. */
export function place(random: Random): { lat: number; lon: number } {
  const [lat = 0, lon = 0] = cities.pick(random);
  const near = (degrees: number): number => Math.round((degrees + 0.12 * random.normal()) * 100) / 100;
  return { lat: near(lat), lon: near(lon) };
}

export interface Customer {
  readonly id: string;
  /** Numbers that cannot be dialled: +7 000, +375 00 and the fictitious 555-01 of North America. */
  readonly phone: string;
  readonly country: string;
}

const customerCount = 8000;

/** Somebody out of 8,000; some come far more often than others. */
export function customer(random: Random): Customer {
  const number = Math.floor(customerCount * random.next() ** 2.2);
  const id = `c-${number}`;
  const digits = String(number).padStart(4, '0');
  if (number % 40 === 7) return { id, phone: `+37500000${digits}`, country: 'BY' };
  if (number % 40 === 23) return { id, phone: `+120255501${digits.slice(2)}`, country: 'US' };
  return { id, phone: `+7000100${digits}`, country: 'RU' };
}

export interface Operator {
  readonly id: string;
  readonly label: string;
  readonly group: Group;
  /** Factor on how long contacts take. */
  readonly pace: number;
  /** Seconds until an offer is accepted, on the median. */
  readonly reaction: number;
  /** Share of offers that ring out. */
  readonly missRate: number;
}

/** Neighbours in this order work the same shift, so that each shift has somebody of each group. */
const staffing: readonly Group[] = [
  'support', 'chat-desk', 'sales', 'support', 'chat-desk', 'sales', 'support',
  'support', 'chat-desk', 'sales', 'support', 'chat-desk', 'support', 'sales',
]; // prettier-ignore

/** The fourteen operators, each with temperament of its own, the same on every day. */
export function operatorsOf(seed: string): Operator[] {
  return staffing.map((group, index) => {
    const number = String(index + 1).padStart(2, '0');
    const random = new Random(seed, 'operator', index);
    return {
      id: `op-${number}`,
      label: `Operator ${number}`,
      group,
      pace: random.between(0.8, 1.25),
      reaction: random.between(3, 7),
      missRate: random.between(0.015, 0.08),
    };
  });
}
