import { parseArgs } from 'node:util';
import { addRehearsal, type Trouble, troubles } from './rehearsals.js';
import { demoZone } from './world.js';

/** What the command needs of its surroundings. */
export interface CommandSurroundings {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown };
  /** Of the service whose simulator is told. */
  readonly dataDir: string;
  readonly now: Date;
}

/** The simulator has read its plan when the moment comes. */
const ahead = 2000;
const longest = 600;

const list = Object.entries(troubles).map(
  ([name, { text, minutes }]) => `  ${name.padEnd(18)} ${text} (${minutes} min)`,
);
const usage = `Usage: npm run demo -- incident TROUBLE [--minutes N]

Lets the running simulator of the demo tenant rehearse a trouble, which then ends by itself:

${list.join('\n')}
`;

const isTrouble = (name: string): name is Trouble => Object.hasOwn(troubles, name);

/**
 * `npm run demo -- incident carrier-outage [--minutes 15]`
 * @returns the exit code: 0 done, 2 called wrongly
 */
export function demoCommand(words: readonly string[], { out, err, dataDir, now }: CommandSurroundings): 0 | 2 {
  const refuse = (sentence: string): 2 => {
    err.write(`${sentence}\n\n${usage}`);
    return 2;
  };
  let given;
  try {
    given = parseArgs({ args: [...words], options: { minutes: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const [command, trouble, ...more] = given.positionals;
  if (command !== 'incident' || trouble === undefined || more.length > 0) return refuse('Say what to rehearse.');
  if (!isTrouble(trouble)) return refuse(`There is no trouble “${trouble}”.`);
  const minutes = Number(given.values.minutes ?? troubles[trouble].minutes);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > longest) {
    return refuse(`--minutes takes a whole number from 1 to ${longest}.`);
  }
  const start = now.getTime() + ahead;
  const end = start + minutes * 60_000;
  addRehearsal(dataDir, { trouble, start, end });
  const time = (at: number): string => new Date(at).toLocaleTimeString('en-GB', { timeZone: demoZone });
  out.write(
    `${troubles[trouble].text}: from ${time(start)} to ${time(end)} (${demoZone}), where a simulator runs with the data directory ${dataDir}.\n` +
      'Alert rules look every minute or two and then wait to be sure: give them ten minutes.\n',
  );
  return 0;
}
