import { type Column, column, type DimensionSource, type ParentName } from '../declare.js';
import type { DimensionId } from '../dimensions.js';
import { call } from './call.js';
import { dialogue } from './dialogue.js';

const parents = { dialogue, call };

/** What refers to a dialogue or a call takes its dimensions from either. */
export const either = ['dialogue', 'call'] as const;
export const eitherDimensions = ['queue', 'bot', 'customer', 'project', 'service', 'topic', 'media', 'tags'] as const;

function sourceOf(parent: ParentName, id: DimensionId): DimensionSource | undefined {
  return parents[parent].dimensions[id];
}

/** How a parent's dimension is read over the parent's alias: as text, or as text[] where an heir has many values. */
function reader(parent: ParentName, id: DimensionId, many: boolean): Column | undefined {
  const source = sourceOf(parent, id);
  return source?.own && many && !source.many ? asArray(source.own) : source?.own;
}

/**
 * Dimensions that a fact takes from what it refers to, where it does not say them itself.
 * @param columns the fact's own columns for some of them, each one text
 */
export function inherit<const Id extends DimensionId>(
  from: readonly ParentName[],
  ids: readonly Id[],
  columns: Partial<Record<Id, string>> = {},
): Record<Id, DimensionSource> {
  const sources = ids.map((id): [Id, DimensionSource] => {
    const many = from.some((parent) => sourceOf(parent, id)?.many);
    const inherited = Object.fromEntries(from.map((parent) => [parent, reader(parent, id, many)] as const));
    if (Object.values(inherited).every((read) => read === undefined)) throw new Error(`Nobody has ${id} to inherit.`);
    const name = columns[id];
    const own = name === undefined ? undefined : many ? asArray(column(name)) : column(name);
    return [id, { inherited, ...(own && { own }), ...(many && { many: true as const }) }];
  });
  return Object.fromEntries(sources) as Record<Id, DimensionSource>;
}

const asArray =
  (text: Column): Column =>
  (alias) =>
    `case when ${text(alias)} is not null then array[${text(alias)}] end`;
