import type { Dashboard, DashboardLink } from './dashboard.js';
import type { LinkContext, ValueLink } from './drawing.js';
import { OTHERS } from './others.js';
import { at, flagAt, textAt } from './read.js';
import { timeParameters, variableParameters } from './url.js';

const VARIABLE = /\$\{([^}:]+)(?::([^}]+))?\}/g;

/** What a link is of: a column, or one of its values. */
export interface Linked {
  /** What people read of the column. */
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
  /** null: of the whole column. */
  readonly value: unknown;
  /** What people read of the value. */
  readonly text: string;
}

/**
 * A column's links filled in for a value, by Grafana's names: ${__url_time_range}, ${__all_variables}, ${__url.params:exclude:…},
 * ${__value.raw}, ${__value.text}, ${__field.labels.x}, ${__field.displayName}, ${variable}; all that goes into the address is
 * encoded. Without a context there are none; a link that asks for a value is none of a whole column's, nor of what is left over.
 */
export function linksOf(saved: readonly unknown[], linked: Linked, context: LinkContext | undefined): ValueLink[] {
  if (context === undefined) return [];
  const hasValue = linked.value !== null && linked.value !== OTHERS;
  return saved.flatMap((link) => {
    const url = textAt(link, 'url', '');
    if (url === '' || (!hasValue && url.includes('${__value.'))) return [];
    const filled = url.replace(
      VARIABLE,
      (whole, name: string, format?: string) =>
        parameters(name, format, context) ?? told(name, linked, context)?.map(encodeURIComponent).join(',') ?? whole,
    );
    const title = textAt(link, 'title', '').replace(
      VARIABLE,
      (whole, name: string) => told(name, linked, context)?.join(', ') ?? whole,
    );
    return [{ title, url: filled, newTab: flagAt(link, 'targetBlank', false) }];
  });
}

/** Names that stand for several parameters of an address. */
function parameters(
  name: string,
  format: string | undefined,
  { range, values, adHoc }: LinkContext,
): string | undefined {
  const times = timeParameters(range);
  const variables = variableParameters(values, adHoc);
  if (name === '__url_time_range') return times.toString();
  if (name === '__all_variables') return variables.toString();
  if (name !== '__url.params') return undefined;
  const all = new URLSearchParams([...times, ...variables]);
  const [, left] = /^exclude:(.+)$/.exec(format ?? '') ?? [];
  for (const one of left?.split(',') ?? []) all.delete(one);
  return `?${all.toString()}`;
}

/** Names that stand for texts. */
function told(
  name: string,
  { title, labels, value, text }: Linked,
  { values }: LinkContext,
): readonly string[] | undefined {
  if (name === '__value.raw') return [typeof value === 'number' || typeof value === 'string' ? String(value) : ''];
  if (name === '__value.text') return [text];
  if (name === '__field.displayName') return [title];
  if (name.startsWith('__field.labels.')) return [labels[name.slice('__field.labels.'.length)] ?? ''];
  return values[name];
}

/** A link of the board, with range and choices carried over where it says so; undefined for a list of boards by tag. */
export function boardLink(link: DashboardLink, context: LinkContext): ValueLink | undefined {
  if (link.type !== 'link') return undefined;
  return { title: link.title, url: carried(link.url ?? '', link, context), newTab: link.targetBlank ?? false };
}

/** Links to the boards that bear all tags of a link of the type "dashboards". */
export function boardsByTag(
  link: DashboardLink,
  boards: readonly Pick<Dashboard, 'uid' | 'title' | 'tags'>[],
  context: LinkContext,
): ValueLink[] {
  if (link.type !== 'dashboards') return [];
  return boards
    .filter(({ tags }) => (link.tags ?? []).every((tag) => tags?.includes(tag)))
    .map(({ uid, title }) => ({ title, url: carried(`/d/${uid}`, link, context), newTab: link.targetBlank ?? false }));
}

function carried(url: string, link: DashboardLink, { range, values, adHoc }: LinkContext): string {
  const added = [
    ...(at(link, 'keepTime') === true ? [timeParameters(range).toString()] : []),
    ...(at(link, 'includeVars') === true ? [variableParameters(values, adHoc).toString()] : []),
  ].filter((text) => text !== '');
  return added.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${added.join('&')}`;
}
