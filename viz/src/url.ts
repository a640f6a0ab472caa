import type { Dashboard, RawRange } from './dashboard.js';
import { OTHERS } from './others.js';
import { type AdHocFilter, initialValues, type VariableValues, variablesOf } from './variables.js';

/** All of a board that its address tells. */
export interface BoardState {
  readonly range: RawRange;
  /** IANA name, or '' for the browser's. */
  readonly timeZone: string;
  /** 30s, 5m …, '' for never. */
  readonly refresh: string;
  readonly values: VariableValues;
  readonly adHoc: readonly AdHocFilter[];
}

/** The variable of filters on anything, as every board calls it. */
const FILTERS = 'filters';
const BROWSER = 'browser';

/**
 * The state that an address tells, in Grafana's own parameters (from, to, timezone, refresh, var-…); what it does not tell is
 * the board's own. Choices of variables that the board lacks are left out.
 */
export function readState(search: string, dashboard: Dashboard): BoardState {
  const asked = new URLSearchParams(search);
  const zone = asked.get('timezone') ?? dashboard.timezone ?? '';
  const values = Object.entries(initialValues(dashboard)).map(([name, initial]) => {
    const chosen = asked.getAll(`var-${name}`);
    return [name, chosen.length > 0 ? chosen : initial] as const;
  });
  return {
    range: { from: asked.get('from') ?? dashboard.time.from, to: asked.get('to') ?? dashboard.time.to },
    timeZone: zone === BROWSER ? '' : zone === 'utc' ? 'UTC' : zone,
    refresh: asked.get('refresh') ?? dashboard.refresh ?? '',
    values: Object.fromEntries(values),
    adHoc: asked.getAll(`var-${FILTERS}`).flatMap(readAdHoc),
  };
}

/** The query string of a state, without "?", as Grafana reads it too. */
export function writeState(state: BoardState, dashboard: Dashboard): string {
  const known = new Set(variablesOf(dashboard).map(({ name }) => name));
  const values = Object.fromEntries(Object.entries(state.values).filter(([name]) => known.has(name)));
  const search = timeParameters(state.range);
  search.set('timezone', state.timeZone === '' ? BROWSER : state.timeZone);
  if (state.refresh !== '') search.set('refresh', state.refresh);
  for (const [name, value] of variableParameters(values, known.has(FILTERS) ? state.adHoc : [])) {
    search.append(name, value);
  }
  return search.toString();
}

/** The board in Grafana with the same range and choices. */
export function grafanaUrl(grafana: string, dashboard: Dashboard, state: BoardState): string {
  return `${grafana.replace(/\/+$/, '')}/d/${dashboard.uid}?${writeState(state, dashboard)}`;
}

/** from and to, as a board's address has them. */
export function timeParameters({ from, to }: RawRange): URLSearchParams {
  return new URLSearchParams({ from, to });
}

/** var-name=value for each value; a variable that nothing is chosen of is told as empty, else its first choice would count. */
export function variableParameters(values: VariableValues, adHoc: readonly AdHocFilter[]): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, chosen] of Object.entries(values)) {
    for (const value of chosen.length > 0 ? chosen : ['']) search.append(`var-${name}`, value);
  }
  for (const filter of adHoc) search.append(`var-${FILTERS}`, writeAdHoc(filter));
  return search;
}

/** key|operator|value|value…, with Grafana's words for the characters that separate. */
function writeAdHoc({ key, operator, values }: AdHocFilter): string {
  return [key, operator, ...values].map(escape).join('|');
}

function readAdHoc(text: string): AdHocFilter[] {
  const [key = '', operator = '', ...all] = text.split('|').map(unescape);
  // As the data source plugin does it; a pattern says what values look like, and is none.
  const values = operator.endsWith('~') ? all : all.filter((value) => value !== OTHERS);
  return key === '' || operator === '' || values.length === 0 ? [] : [{ key, operator, values }];
}

function escape(part: string): string {
  return part.replaceAll('|', '__gfp__').replaceAll(',', '__gfc__').replaceAll('#', '__gfh__');
}

/** Behind a comma stands a label that Grafana shows instead of the value. */
function unescape(part: string): string {
  const [value = ''] = part.split(',');
  return value.replaceAll('__gfp__', '|').replaceAll('__gfc__', ',').replaceAll('__gfh__', '#');
}
