import { labels } from './labels.js';
import { chats } from './messengers.js';
import type { RecordInput } from './record.js';
import { bots, groups, operatorsOf, ownNumbers, queues, trunks } from './world.js';

/** When the demo centre opened: before any of its days. */
const opened = Date.UTC(2020, 0, 1);

/** What lasts: the names of chats, bots, operators, groups, queues, trunks and campaigns, and the numbers owned. */
export function worldRecords(seed: string): RecordInput[] {
  const name = (dimension: string, value: string, label: string, more: object = {}): RecordInput => ({
    kind: 'name',
    id: `${dimension}:${value}`,
    source: 'workforce',
    observedAt: opened,
    dimension,
    value,
    label,
    ...more,
  });
  return [
    ...Object.values(chats).map(({ id, label }) => name('chat', id, label)),
    ...bots.map(({ id, label }) => name('bot', id, label)),
    ...groups.map(({ id, label }) => name('group', id, label)),
    ...operatorsOf(seed).map(({ id, label, group }) => name('operator', id, label, { groups: [group] })),
    ...Object.values(queues).map(({ id, label }) => name('queue', id, label)),
    ...trunks.map(({ id, label, limit }) => name('trunk', id, label, { limit })),
    ...Object.entries(labels).flatMap(([dimension, values]) =>
      Object.entries(values).map(([value, label]) => name(dimension, value, label)),
    ),
    ...ownNumbers.map((number) => ({ kind: 'number', id: number, source: 'pbx', number, startedAt: opened })),
  ];
}
