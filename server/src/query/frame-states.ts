import { UNKNOWN } from '../catalogue/dimensions.js';
import type { Field, Frame } from './frame.js';
import type { Notice } from './question.js';

/** What one operator did: states that follow one another, epoch milliseconds. */
export interface Life {
  readonly who: string;
  readonly states: readonly { readonly state: string; readonly since: number; readonly until: number }[];
}

export interface StatesShown {
  readonly lives: readonly Life[];
  /** The end of the range, where nothing needs to be closed. */
  readonly to: number;
  /** What people call operators and states, where that is not the value itself. */
  readonly people: ReadonlyMap<string, string>;
  readonly words: ReadonlyMap<string, string>;
  readonly description: string;
  readonly executed: string;
  readonly notices: readonly Notice[];
}

/**
 * A time field with every change of anybody, and a field of state names for each operator. A state is told anew at each time
 * until it ends: null closes.
 */
export function statesFrame({ lives, to, people, words, description, executed, notices }: StatesShown): Frame {
  const edges = lives.flatMap(({ states }) => states.flatMap(({ since, until }) => [since, until]));
  const times = [...new Set(edges)].filter((at) => at < to).sort((a, b) => a - b);
  const nameOf = (who: string) => people.get(who) ?? (who === '' ? UNKNOWN : who);
  const inOrder = [...lives].sort(
    (a, b) => nameOf(a.who).localeCompare(nameOf(b.who), 'en') || (a.who < b.who ? -1 : 1),
  );
  const time: Field = { name: 'time', type: 'time', typeInfo: { frame: 'time.Time', nullable: false }, config: {} };
  const fields = inOrder.map(({ who, states }): Field => ({
    name: who,
    type: 'string',
    typeInfo: { frame: 'string', nullable: true },
    labels: { operator: who },
    config: { displayNameFromDS: nameOf(who), description, ...mappings(states, words) },
  }));
  const any = times.length > 0;
  return {
    schema: {
      meta: {
        type: 'table',
        typeVersion: [0, 1],
        executedQueryString: executed,
        ...(notices.length > 0 && { notices }),
      },
      fields: any ? [time, ...fields] : [],
    },
    data: { values: any ? [times, ...inOrder.map(({ states }) => told(states, times))] : [] },
  };
}

/** The state at each of the times. */
function told(states: Life['states'], times: readonly number[]): (string | null)[] {
  let next = 0;
  return times.map((at) => {
    while ((states[next]?.until ?? Infinity) <= at) next++;
    const current = states[next];
    return current && current.since <= at ? current.state : null;
  });
}

function mappings(states: Life['states'], words: ReadonlyMap<string, string>): Record<string, unknown> {
  const options: Record<string, { text: string }> = {};
  for (const { state } of states) {
    const text = words.get(state);
    if (text !== undefined && text !== state) options[state] = { text };
  }
  return Object.keys(options).length > 0 ? { mappings: [{ type: 'value', options }] } : {};
}
