import { bots } from './world.js';
import { Weighted } from './random.js';

/** One chat configuration: where a widget or an account of ours answers. */
export interface Chat {
  readonly id: string;
  readonly label: string;
  readonly bot: string | null;
  readonly project: string;
  readonly service: string;
}

const [faq, orders] = bots;

export const chats = {
  website: { id: 'website', label: 'Website', bot: orders.id, project: 'shop', service: 'site-chat' },
  messengers: { id: 'messengers', label: 'Messengers', bot: orders.id, project: 'shop', service: 'messaging' },
  social: { id: 'social', label: 'Social networks', bot: faq.id, project: 'club', service: 'messaging' },
  assistants: { id: 'assistants', label: 'Voice assistants', bot: faq.id, project: 'club', service: 'assistants' },
  partners: { id: 'partners-api', label: 'Partners by API', bot: null, project: 'wholesale', service: 'messaging' },
} as const satisfies Record<string, Chat>;

/** A messenger, what a dialogue in it costs, and what it tells about the fate of our messages. */
export interface Messenger {
  readonly channel: string;
  readonly chat: Chat;
  readonly price: number;
  readonly currency: 'RUB' | 'USD';
  /** `each`: a status per message; `watermark`: everything up to a time was read; `none`: nothing. */
  readonly receipts: 'each' | 'watermark' | 'none';
}

const messenger = (
  channel: string,
  chat: Chat,
  price: number,
  currency: Messenger['currency'] = 'RUB',
  receipts: Messenger['receipts'] = 'none',
): Messenger => ({ channel, chat, price, currency, receipts });

export const messengers = new Weighted<Messenger>(
  [messenger('web', chats.website, 4.5), 330],
  [messenger('telegram', chats.messengers, 2.4, 'RUB', 'each'), 210],
  [messenger('whatsapp', chats.messengers, 0.064, 'USD', 'each'), 150],
  [messenger('viber', chats.messengers, 5.2, 'RUB', 'each'), 90],
  [messenger('vkontakte', chats.social, 2.1, 'RUB', 'watermark'), 70],
  [messenger('facebook', chats.social, 0.03, 'USD', 'watermark'), 30],
  [messenger('alice', chats.assistants, 1.8), 34],
  [messenger('yandex', chats.assistants, 1.9), 26],
  [messenger('skype', chats.partners, 2.6), 16],
  [messenger('slack', chats.partners, 0.02, 'USD'), 14],
  [messenger('line', chats.social, 0.028, 'USD', 'each'), 12],
  [messenger('wechat', chats.social, 0.025, 'USD'), 10],
  [messenger('snapchat', chats.social, 0.02, 'USD'), 8],
);
