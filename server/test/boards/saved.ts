import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

const hourMs = 3_600_000;

/** A zone without summer time, and by how many hours it is ahead of UTC. */
export interface Zone {
  readonly name: string;
  readonly ahead: number;
}

/** Where it is between three and four in the afternoon at that moment: whatever the hour, today has had its calls. */
export function afternoonZone(now: number): Zone {
  const ahead = 15 - new Date(now).getUTCHours();
  const nearest = ahead > 12 ? ahead - 24 : ahead;
  // The signs of these names are the other way round.
  return { name: `Etc/GMT${nearest > 0 ? '-' : '+'}${Math.abs(nearest)}`, ahead: nearest };
}

/** The instant at which a board's range begins. */
export function beginning(from: string, now: number, { ahead }: Zone): number {
  const [, count, unit] = /^now-(\d+)([dh])$/.exec(from) ?? [];
  if (count !== undefined) return now - Number(count) * (unit === 'd' ? 24 * hourMs : hourMs);
  if (from !== 'now/d') throw new Error(`There is no rule for ${from}.`);
  return Math.floor((now + ahead * hourMs) / (24 * hourMs)) * 24 * hourMs - ahead * hourMs;
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
