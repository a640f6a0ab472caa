import type { Dashboard, Panel, Span, Target } from './dashboard.js';
import type { Annotation } from './drawing.js';
import { applyVariables } from './apply-variables.js';
import { listAt } from './read.js';
import type { AdHocFilter, VariableValues } from './variables.js';

/** The body of POST /api/v1/query. */
export interface QueryBody {
  readonly timeZone: string;
  readonly weekStart?: string;
  readonly from: string;
  readonly to: string;
  readonly queries: readonly Target[];
}

export interface Asked {
  readonly values: VariableValues;
  readonly adHoc: readonly AdHocFilter[];
  /** The panel's own: parseRange of panelRange. */
  readonly range: Span;
  readonly timeZone: string;
}

/** What Grafana or a board writes into a question and that is no part of the service's query model. */
const GRAFANAS = ['datasource', 'hide', 'intervalMs', 'key', 'queryType', 'timeZone', 'weekStart', 'maxDataPoints'];

/** What a panel asks the service, as the data source plugin would; questions that name no metric are left out. */
export function panelRequest(panel: Panel, { values, adHoc, range, timeZone }: Asked): QueryBody {
  const queries = (panel.targets ?? [])
    .filter((target) => target['hide'] !== true)
    .map((target) => applyVariables(target, values, adHoc))
    .filter((target) => listAt(target, 'metrics').length > 0)
    .map((target) => ({
      ...Object.fromEntries(Object.entries(target).filter(([name]) => !GRAFANAS.includes(name))),
      refId: target.refId,
      ...(panel.maxDataPoints !== undefined && { maxDataPoints: panel.maxDataPoints }),
    }));
  return { timeZone, from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString(), queries };
}

/**
 * The address, below /api/v1/, of what people noted in the range; undefined where the board shows no annotations.
 */
export function annotationsPath(dashboard: Dashboard, asked: Pick<Asked, 'range' | 'timeZone'>): string | undefined {
  if (!(dashboard.annotations?.list ?? []).some(({ enable }) => enable === true)) return undefined;
  const { range, timeZone } = asked;
  const search = new URLSearchParams({
    from: new Date(range.from).toISOString(),
    to: new Date(range.to).toISOString(),
    limit: '100',
    timeZone,
  });
  return `annotations?${search.toString()}`;
}

/** The answer to that address as marks; whatever is not an annotation is left out. */
export function readAnnotations(answer: unknown): Annotation[] {
  if (typeof answer !== 'object' || answer === null || !('items' in answer) || !Array.isArray(answer.items)) return [];
  return answer.items.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { time, timeEnd, text, tags }: { time?: unknown; timeEnd?: unknown; text?: unknown; tags?: unknown } = item;
    const start = typeof time === 'string' ? Date.parse(time) : NaN;
    if (Number.isNaN(start) || typeof text !== 'string') return [];
    const end = typeof timeEnd === 'string' ? Date.parse(timeEnd) : NaN;
    return [
      {
        time: start,
        ...(!Number.isNaN(end) && { timeEnd: end }),
        text,
        tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
      },
    ];
  });
}
