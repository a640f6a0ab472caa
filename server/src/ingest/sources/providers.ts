import type { Provider } from './provider.js';
import { standard } from './standard.js';
import { twilioSms } from './twilio-sms.js';

/** Every provider whose webhooks are understood, by its name. */
export const providers: ReadonlyMap<string, Provider> = new Map(
  [standard, twilioSms].map((provider) => [provider.name, provider]),
);
