/** Keys of the service, and secrets of webhooks. */
const KEY = /swb_[\w-]{4,}|whsec_[\w+/=-]{4,}/g;

/** In the place of what must not be shown. */
export const HIDDEN = '[hidden]';

/** The text without keys: somebody who pastes a key in a wrong place finds it in no answer and no log. */
export const withoutKeys = (text: string): string => text.replace(KEY, HIDDEN);
