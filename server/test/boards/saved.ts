import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { midnight, type Zone } from '../afternoon.js';

const folder = join(import.meta.dirname, '../../../provisioning/dashboards');

interface SavedFilter {
  key: string;
  operator: string;
  values: string[];
}

/** A query as a panel saves it, with variables where people choose. */
export interface SavedTarget {
  refId: string;
  metrics: { id: string; as?: string; params?: Record<string, unknown> }[];
  groupBy?: string[];
  filters: SavedFilter[];
  format: string;
  interval?: string;
  [setting: string]: unknown;
}

export interface SavedPanel {
  /** Board and title. */
  name: string;
  title: string;
  /** Whether it stands under a fold. */
  target: SavedTarget;
}

export interface SavedBoard {
  uid: string;
  title: string;
  /** Grafana's words for the beginning of its range, such as now-7d or now/d. */
  from: string;
  /** What can be chosen of the number that records are listed of. */
  numbers: string[];
  panels: SavedPanel[];
}

interface File {
  uid: string;
  title: string;
  time: { from: string };
  templating: { list: { name: string; query?: unknown }[] };
  panels: Row[];
}
type Row = { type: string; title: string; targets?: SavedTarget[]; panels?: Row[] };

/** The values of a custom variable, "text : value, text : value"; a colon or comma of a text is escaped. */
function valuesOf(query: string): string[] {
  return query.split(/(?<!\\),/).map((option) =>
    option
      .split(/(?<!\\):/)
      .at(-1)!
      .trim(),
  );
}

function read(path: string): SavedBoard {
  const { uid, title, time, templating, panels } = JSON.parse(readFileSync(join(folder, path), 'utf8')) as File;
  const number = templating.list.find(({ name }) => name === 'metric')?.query;
  const all = panels.flatMap((panel) => (panel.type === 'row' ? (panel.panels ?? []) : [panel]));
  return {
    uid,
    title,
    from: time.from,
    numbers: typeof number === 'string' ? valuesOf(number) : [],
    panels: all.map((panel) => ({ name: `${title}: ${panel.title}`, title: panel.title, target: panel.targets![0]! })),
  };
}

/** Every board as Grafana is given it. */
export const boards = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.json'))
  .sort()
  .map(read);

/** The instant at which a board's range begins. */
export function beginning(from: string, now: number, zone: Zone): number {
  const [, count, unit] = /^now-(\d+)([dh])$/.exec(from) ?? [];
  if (count !== undefined) return now - Number(count) * (unit === 'd' ? 86_400_000 : 3_600_000);
  if (from !== 'now/d') throw new Error(`There is no rule for ${from}.`);
  return midnight(now, zone);
}

const variables: Record<string, unknown> = { $threshold: 20, $part: 'numerator', $customer_messages: false };

/** The query as the plugin sends it with All in every variable. */
export function sent({ filters, metrics, ...rest }: SavedTarget, refId: string, number?: string) {
  const settings = Object.entries(rest).filter(([name]) => name !== 'datasource');
  return {
    ...Object.fromEntries(settings.map(([name, value]) => [name, variables[String(value)] ?? value])),
    refId,
    metrics: metrics.map(({ id, params, ...metric }) => ({
      ...metric,
      id: id === '$metric' ? number : id,
      ...(params && {
        params: Object.fromEntries(
          Object.entries(params).map(([name, value]) => [name, variables[String(value)] ?? value]),
        ),
      }),
    })),
    filters: filters.filter(({ values }) => !values[0]?.startsWith('$')),
  };
}
