import type { Kind } from './kind.js';
import { activity } from './kinds/activity.js';
import { assignment } from './kinds/assignment.js';
import { call, leg } from './kinds/call.js';
import { change } from './kinds/change.js';
import { dialogue } from './kinds/dialogue.js';
import { engagement } from './kinds/engagement.js';
import { message } from './kinds/message.js';
import { name } from './kinds/name.js';
import { notification } from './kinds/notification.js';
import { number } from './kinds/number.js';
import { presence } from './kinds/presence.js';
import { queueEntry } from './kinds/queue-entry.js';
import { rating } from './kinds/rating.js';
import { receipt } from './kinds/receipt.js';
import { session } from './kinds/session.js';
import { transaction } from './kinds/transaction.js';

/** Every kind of records.md §3 by its name, in the order in which a transaction writes them. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  [
    activity, assignment, change, engagement, leg, message, name, notification, number, presence, queueEntry, rating,
    receipt, session, transaction, call, dialogue,
  ].map((declared) => [declared.name, declared]), // prettier-ignore
);
