import { dimension } from '../catalogue/dimensions.js';
import { Problem } from '../errors.js';
import { compileStates, type StatesQuestion } from './compile-states.js';
import { describe } from './describe.js';
import type { Frame } from './frame.js';
import { type Life, statesFrame } from './frame-states.js';
import { findNames } from './names.js';
import type { Query } from './query.schema.js';
import type { Notice } from './question.js';
import type { Reader } from './reader.js';
import { statesQuestion } from './states-question.js';
import type { Defaults } from './validate.js';

/** More changes than these are nothing that anybody could look at. */
const MOST_STATES = 100_000;
/** Every operator has a value at every change of any of them. */
const MOST_CELLS = 250_000;

/** Everybody's states between the ends of the range, longest at work first. */
async function readLives(asked: StatesQuestion, reader: Reader, tenant: number): Promise<Life[]> {
  const { range, now } = asked.question;
  if (range.from >= now) return [];
  const rows = await reader.rows(compileStates(asked, tenant, MOST_STATES + 1));
  if (rows.length > MOST_STATES) {
    throw new Problem('invalid_request', 'The range holds too many changes of states: ask for a shorter one.');
  }
  const lives = new Map<
    string,
    { who: string; atWork: number; states: { state: string; since: number; until: number }[] }
  >();
  for (const row of rows) {
    const [who, state, since, until] = [String(row['who'] ?? ''), String(row['state'] ?? ''), Number(row['since']), Number(row['until'])]; // prettier-ignore
    const life = lives.get(who) ?? { who, atWork: 0, states: [] };
    lives.set(who, life);
    life.atWork += Number(row['at_work'] ?? 0) * (until - since);
    const last = life.states.at(-1);
    if (last?.state === state && last.until === since) last.until = until;
    else life.states.push({ state, since, until });
  }
  return [...lives.values()].sort((a, b) => b.atWork - a.atWork || (a.who < b.who ? -1 : 1));
}

/** As many of the longest at work as are asked for and as fit into an answer. */
function choose(lives: readonly Life[], limit: number): { shown: Life[]; notices: Notice[] } {
  const shown = lives.slice(0, limit);
  const cells = () => new Set(shown.flatMap(({ states }) => states.flatMap(({ since, until }) => [since, until]))).size;
  while (shown.length > 1 && cells() * shown.length > MOST_CELLS) shown.splice(Math.ceil(shown.length * 0.8));
  const text = `Only ${shown.length.toLocaleString('en')} of ${lives.length.toLocaleString('en')} operators are shown: those who were at work the longest.`;
  return { shown, notices: shown.length < lives.length ? [{ severity: 'info', text }] : [] };
}

/** The states that operators were in, as a frame for a state timeline. */
export async function statesFrames(query: Query, defaults: Defaults, reader: Reader, tenant: number): Promise<Frame[]> {
  const asked = statesQuestion(query, defaults);
  const { shown, notices } = choose(await readLives(asked, reader, tenant), asked.limit);
  const [people = new Map<string, string>(), states = new Map<string, string>()] = await findNames(
    reader,
    tenant,
    ['operator', asked.by],
    [shown.map(({ who }) => who), shown.flatMap((life) => life.states.map(({ state }) => state))],
  );
  const words = new Map([...Object.entries(dimension('state')?.values ?? {}), ...states]);
  const { question, metric } = asked;
  return [
    statesFrame({
      lives: shown,
      to: question.range.to,
      people,
      words,
      description: metric.definition.description,
      executed: `The states behind ${describe(question)}`,
      notices: [...question.notices, ...notices],
    }),
  ];
}
