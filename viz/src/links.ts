import type { Dashboard, DashboardLink } from './dashboard.js';
import type { LinkContext, ValueLink } from './drawing.js';
import { at, flagAt, textAt } from './read.js';
import { timeParameters, variableParameters } from './url.js';

const VARIABLE = /\$\{([^}:]+)(?::(\w+))?\}/g;

/**
 * A column's links filled in for a value, by Grafana's names: ${__url_time_range}, ${__all_variables}, ${__value.raw},
 * ${__field.labels.x}, ${variable}; ":percentencode" and all that goes into the address is encoded. Without a context there
 * are none; a link that asks for a value is none of a whole column's.
 */
export function linksOf(
  saved: readonly unknown[],
  labels: Readonly<Record<string, string>>,
  value: unknown,
  context: LinkContext | undefined,
): ValueLink[] {
  if (context === undefined) return [];
  return saved.flatMap((link) => {
    const url = textAt(link, 'url', '');
    if (url === '' || (value === null && url.includes('${__value.'))) return [];
    const filled = url.replace(VARIABLE, (whole, name: string) => fill(name, labels, value, context) ?? whole);
    return [{ title: textAt(link, 'title', ''), url: filled, newTab: flagAt(link, 'targetBlank', false) }];
  });
}

function fill(
  name: string,
  labels: Readonly<Record<string, string>>,
  value: unknown,
  { range, values, adHoc }: LinkContext,
): string | undefined {
  if (name === '__url_time_range') return timeParameters(range).toString();
  if (name === '__all_variables') return variableParameters(values, adHoc).toString();
  if (name === '__value.raw')
    return encodeURIComponent(typeof value === 'number' || typeof value === 'string' ? value : '');
  if (name.startsWith('__field.labels.')) return encodeURIComponent(labels[name.slice('__field.labels.'.length)] ?? '');
  return values[name]?.map(encodeURIComponent).join(',');
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
