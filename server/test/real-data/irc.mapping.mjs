import { readFileSync } from 'node:fs';

/**
 * A vendor's support channel: one line is one message, and annotators linked each message from number 1000 on to what it
 * answers. Messages that links join, directly or through others, are one dialogue, named by its earliest annotated message.
 *
 * - Messages before number 1000 are context: links go through them, but they are in no dialogue and are passed over.
 * - Who opens a dialogue is its customer, everybody else in it an operator.
 * - System lines (`=== somebody joined`) are no messages. Times are taken as UTC: the log does not say.
 */
export const options = { delimiter: '\u001f', quote: null, header: ['line'], source: 'irc-support' };

const FIRST_ANNOTATED = 1000;
const annotations = new URL('../../../../shared/data/irc-support/stripe.1.annotation.txt', import.meta.url);

/** Union and find: each message points towards the earliest annotated one it is joined with. */
function joinLinks(text) {
  const parent = new Map();
  const root = (message) => {
    const next = parent.get(message) ?? message;
    return next === message ? message : root(next);
  };
  // Annotated numbers sort first, so that they become the roots.
  const order = (message) => (message >= FIRST_ANNOTATED ? message : message + 1e9);
  for (const [, from, to] of text.matchAll(/^(\d+) (\d+) -/gm)) {
    const [a, b] = [root(Number(from)), root(Number(to))].sort((x, y) => order(x) - order(y));
    parent.set(b, a);
  }
  return root;
}

let dialogueOf;
const openers = new Map();

export function toRecords({ line: text }, { line, time }) {
  const match = /^\S+ (\d{4}-\d{2}-\d{2}) \[(\d{2}:\d{2}:\d{2})\] <([^>]+)> ?(.*)$/s.exec(text);
  if (match === null) return text.includes(' === ') ? undefined : { error: 'is no message' };
  // Messages are counted from 0, lines from 1.
  const number = line - 1;
  if (number < FIRST_ANNOTATED) return undefined;
  dialogueOf ??= joinLinks(readFileSync(annotations, 'utf8'));
  const dialogue = `d-${dialogueOf(number)}`;
  const [, date, clock, speaker, words] = match;
  const sentAt = time(`${date} ${clock}`);
  if (!openers.has(dialogue)) openers.set(dialogue, speaker);
  const opener = openers.get(dialogue);
  const isCustomer = opener === speaker;
  const said = words.trim();
  const message = {
    kind: 'message',
    id: `m-${number}`,
    dialogue,
    author: isCustomer ? 'customer' : 'operator',
    ...(!isCustomer && { operator: speaker }),
    sentAt,
    type: 'text',
    ...(said !== '' && { text: said }),
  };
  if (`d-${number}` !== dialogue) return message;
  return [
    { kind: 'dialogue', id: dialogue, channel: 'irc', chat: 'stripe', customer: opener, startedAt: sentAt },
    message,
  ];
}
