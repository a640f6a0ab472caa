import type { FactRow } from '../rows.js';
import type { Facts } from './facts.js';
import {
  at,
  average,
  count,
  distinct,
  isThere,
  list,
  millisecondsBetween,
  type NaiveMetric,
  number,
  quantile,
  seconds,
  share,
  sum,
  text,
  type Things,
} from './naive.js';
import { columns, dialogueOf, inherited, labels, ofDialogues } from './parents.js';

const chat = ['channel', 'bot', 'operator', 'queue', 'customer', 'outcome', 'tags'];
const said = columns({ channel: 'channel', bot: 'bot', operator: 'operator' });

const dialogues: Things = {
  rows: (facts) => facts.dialogue,
  dimensions: {
    ...ofDialogues,
    ...columns({ resolved: 'resolved', handoff: 'handoff', currency: 'cost_currency' }),
    bots: (row) => list(row['bots']),
    ...labels,
  },
  dialogue: (row) => row,
};
const messages: Things = {
  rows: (facts) => facts.message,
  dimensions: { ...inherited(chat, ['dialogue'], said), ...columns({ author: 'author' }), ...labels },
  dialogue: dialogueOf,
};
const ofOutcome = (outcome: string) => (row: FactRow) => row['outcome'] === outcome;
const by = (author: string) => (row: FactRow) => row['author'] === author;
const replied = (row: FactRow) => (at(row) === null ? null : text(row['first_response_at']));
const closed = (row: FactRow) => (at(row) === null ? null : text(row['closed_at']));
const duration = (row: FactRow) => millisecondsBetween(row['answered_at'], row['closed_at']);
const byTime = (a: FactRow, b: FactRow) => (`${at(a)} ${String(a['k'])}` < `${at(b)} ${String(b['k'])}` ? -1 : 1);

const contained = (row: FactRow, facts: Facts) =>
  row['outcome'] === 'bot_only' &&
  row['offers'] === 0 &&
  !facts.change.some(
    (change) => change['dialogue_k'] === row['k'] && change['state'] === 'handed_off' && at(change) !== null,
  );
const rated = (row: FactRow, facts: Facts) =>
  facts.rating.some(
    (one) => one['dialogue_k'] === row['k'] && one['scale'] === 'csat' && isThere(one['score']) && at(one) !== null,
  );
const everResolved = (row: FactRow) =>
  row['resolved'] === true || isThere(row['closed_at']) || Number(row['episodes']) > 1;

/** What a pressed button sends is a phrase only where it is what people read. */
const saysSomething = (row: FactRow) =>
  isThere(row['phrase']) &&
  row['phrase'] !== '' &&
  !(row['type'] === 'button' && ['get_started', 'faq:12'].includes(String(row['phrase'])));

/** Goes through each dialogue from its first message on: who waits since when, until an operator writes. */
const replies: Things = {
  rows: (facts) => {
    const waiting = new Map<unknown, string>();
    return facts.message
      .filter((row) => at(row) !== null && isThere(row['eff_dialogue_k']))
      .sort(byTime)
      .flatMap((row): FactRow[] => {
        const k = row['eff_dialogue_k'];
        const since = waiting.get(k);
        if (row['author'] === 'customer' && since === undefined) waiting.set(k, String(row['at']));
        if (row['author'] !== 'operator') return [];
        waiting.delete(k);
        return since === undefined ? [] : [{ ...row, waited: millisecondsBetween(since, row['at']) }];
      });
  },
  dimensions: { ...inherited(chat, ['dialogue'], said), ...labels },
  dialogue: dialogueOf,
};

/** Goes through the changes of each dialogue: an episode is open from the start, and again from an opening after a resolution. */
function episodes(dialogue: FactRow, facts: Facts): FactRow[] {
  const changes = facts.change
    .filter((change) => change['dialogue_k'] === dialogue['k'] && at(change) !== null)
    .sort(byTime);
  if (!changes.some(({ state }) => state === 'resolved')) {
    const said = {
      at: dialogue['closed_at'],
      open: millisecondsBetween(dialogue['at'], dialogue['closed_at']),
      labels: dialogue['labels'],
    };
    return dialogue['resolved'] === false ? [] : [{ dialogue_k: dialogue['k'], ...said }];
  }
  const found: FactRow[] = [];
  let opened: string | null = String(dialogue['at']);
  for (const { at: moment, state, labels: told } of changes) {
    const now = String(moment);
    if (state === 'open' && (opened === null || (found.length === 0 && now < opened))) opened = now;
    if (state !== 'resolved' || opened === null) continue;
    found.push({ dialogue_k: dialogue['k'], at: now, open: millisecondsBetween(opened, now), labels: told });
    opened = null;
  }
  return found;
}
const resolutions: Things = {
  rows: (facts) => facts.dialogue.filter((row) => at(row) !== null).flatMap((row) => episodes(row, facts)),
  dimensions: { ...inherited(chat, ['dialogue']), ...labels },
  dialogue: dialogueOf,
};

const touches: Things = {
  rows: (facts) => [
    ...facts.message.filter(by('operator')),
    ...facts.assignment
      .filter((row) => at(row) !== null && isThere(row['dialogue_k']))
      .map(({ accepted_at, dialogue_k, operator, labels: told }) => ({
        at: accepted_at,
        dialogue_k,
        operator,
        labels: told,
      })),
  ],
  dimensions: { ...inherited(chat, ['dialogue'], columns({ operator: 'operator' })), ...labels },
  dialogue: dialogueOf,
};
const keyOf = (row: FactRow) => row['eff_dialogue_k'] ?? row['dialogue_k'];

const charges: Things = {
  rows: (facts) =>
    [
      ...facts.dialogue.map((row) => ({
        at: row['at'],
        labels: row['labels'],
        dialogue_k: row['k'],
        cost_amount: row['cost_amount'],
        cost_currency: row['cost_currency'],
      })),
      ...facts.message,
    ].filter((row) => isThere(row['cost_amount'])),
  dimensions: {
    ...inherited(chat, ['dialogue'], said),
    ...columns({ author: 'author', currency: 'cost_currency' }),
    ...labels,
  },
  dialogue: dialogueOf,
};
const cents = (row: FactRow) => Math.round(Number(row['cost_amount']) * 100);

export const chatMetrics: Readonly<Record<string, NaiveMetric>> = {
  dialogues: { things: dialogues, time: at, ...count() },
  dialogues_closed: { things: dialogues, time: closed, ...count() },
  dialogues_bot: { things: dialogues, time: at, ...count(ofOutcome('bot_only')) },
  dialogues_bot_percent: { things: dialogues, time: at, ...share(ofOutcome('bot_only')) },
  dialogues_operator: { things: dialogues, time: at, ...count(ofOutcome('operator')) },
  dialogues_operator_percent: { things: dialogues, time: at, ...share(ofOutcome('operator')) },
  dialogues_unhandled: { things: dialogues, time: at, ...count(ofOutcome('unhandled')) },
  dialogues_unhandled_percent: { things: dialogues, time: at, ...share(ofOutcome('unhandled')) },
  handoff: { things: dialogues, time: at, ...count((row) => row['handoff'] === true) },
  average_first_response_time: { things: dialogues, time: replied, ...seconds(average((row) => number(row['first_response_ms']))) },
  first_response_time: { things: dialogues, time: replied, ...seconds(quantile((row) => number(row['first_response_ms']))) },
  chat_duration: { things: dialogues, time: closed, ...seconds(quantile(duration)) },
  average_chat_duration: { things: dialogues, time: closed, ...seconds(average(duration)) },
  handoff_rate: { things: dialogues, time: at, ...share((row) => row['handoff'] === true, (row) => Number(row['bot_messages']) > 0) },
  containment_rate: { things: dialogues, time: at, ...share((row, _, facts) => contained(row, facts), (row) => Number(row['bot_messages']) > 0) },
  automation_rate: { things: dialogues, time: closed, ...share((row, _, facts) => contained(row, facts) && row['resolved'] !== false) },
  dialogues_reopened: { things: dialogues, time: at, ...count((row) => Number(row['episodes']) > 1) },
  reopen_rate: { things: dialogues, time: at, ...share((row) => Number(row['episodes']) > 1, everResolved) },
  csat_response_rate: { things: dialogues, time: closed, ...share((row, _, facts) => rated(row, facts)) },
  messages: { things: messages, time: at, ...count() },
  customer_messages: { things: messages, time: at, ...count(by('customer')) },
  bot_messages: { things: messages, time: at, ...count(by('bot')) },
  operator_messages: { things: messages, time: at, ...count(by('operator')) },
  dialogues_written: { things: messages, time: at, ...distinct(keyOf, by('operator')) },
  phrases: { things: messages, time: at, ...count(saysSomething) },
  operator_replies: { things: replies, time: at, ...count() },
  next_response_time: { things: replies, time: at, ...seconds(quantile((row) => number(row['waited']))) },
  average_next_response_time: { things: replies, time: at, ...seconds(average((row) => number(row['waited']))) },
  resolutions: { things: resolutions, time: at, ...count() },
  resolution_time: { things: resolutions, time: at, ...seconds(quantile((row) => number(row['open']))) },
  average_resolution_time: { things: resolutions, time: at, ...seconds(average((row) => number(row['open']))) },
  dialogues_active_operators: { things: touches, time: at, ...distinct(keyOf) },
  chat_cost: { things: charges, time: at, ...sum(cents), scale: 0.01, money: true },
  chat_cost_per_dialogue: {
    things: charges, time: at, scale: 0.01, money: true,
    answer: (rows) => {
      const dialoguesOf = new Set(rows.map(keyOf).filter(isThere)).size;
      return dialoguesOf === 0 ? null : rows.reduce((all, row) => all + cents(row), 0) / dialoguesOf;
    },
  },
}; // prettier-ignore
