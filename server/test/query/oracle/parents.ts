import type { FactRow } from '../rows.js';
import type { Facts } from './facts.js';
import { type Dimension, list, text } from './naive.js';

/** What dialogues and calls say of themselves, and what others take from them. */

const one =
  (...names: readonly string[]): Dimension =>
  (row) => {
    for (const name of names) if (text(row[name]) !== null) return [text(row[name])];
    return [];
  };

/** The fact's own columns. */
export const columns = (names: Readonly<Record<string, string>>): Record<string, Dimension> =>
  Object.fromEntries(Object.entries(names).map(([id, name]) => [id, one(name)]));

/** Every fact may carry labels. */
export const labels = { 'labels.team': (row: FactRow) => [text((row['labels'] as { team?: string } | null)?.team)] };

export const ofDialogues: Readonly<Record<string, Dimension>> = {
  channel: one('channel', 'first_channel'),
  bot: (row) => [text(row['bot']) ?? list(row['bots'])[0] ?? null],
  operator: (row) => list(row['operators']),
  queue: one('queue'),
  customer: one('customer'),
  outcome: one('outcome'),
  tags: (row) => list(row['tags']),
};

export const ofCalls: Readonly<Record<string, Dimension>> = {
  bot: one('bot'),
  operator: one('eff_operator'),
  queue: one('queue'),
  customer: one('customer'),
  direction: one('eff_direction'),
  trunk: one('eff_trunk'),
  tags: (row) => list(row['tags']),
};

export const dialogueOf = (row: FactRow, facts: Facts): FactRow | undefined => {
  const k = row['eff_dialogue_k'] ?? row['dialogue_k'];
  return facts.dialogue.find((dialogue) => dialogue['k'] === k);
};
const callOf = (row: FactRow, facts: Facts) => facts.call.find(({ k }) => k === row['call_k']);

/**
 * What a fact says itself, else its dialogue, else its call.
 * @param own its own dimensions
 */
export function inherited(
  ids: readonly string[],
  from: readonly ('dialogue' | 'call')[],
  own: Readonly<Record<string, Dimension>> = {},
): Record<string, Dimension> {
  const read =
    (id: string): Dimension =>
    (row, facts) => {
      const said = [
        own[id]?.(row, facts),
        from.includes('dialogue') && dialogueOf(row, facts) && ofDialogues[id]?.(dialogueOf(row, facts) ?? {}, facts),
        from.includes('call') && callOf(row, facts) && ofCalls[id]?.(callOf(row, facts) ?? {}, facts),
      ];
      for (const values of said) if (values && values.some((value) => value !== null)) return values;
      return [];
    };
  return Object.fromEntries(ids.map((id) => [id, read(id)]));
}
