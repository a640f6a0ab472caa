import { Problem } from '../errors.js';

const LONGEST = 200;
const MOST_REPEATS = 100;

/**
 * Checks an anchored regular expression before PostgreSQL sees it. Back references and look-around are refused because
 * only they make its automaton backtrack, nested and large repetitions because they make it large.
 * @throws Problem invalid_request with a sentence
 */
export function checkPattern(pattern: string): void {
  const shown = pattern.length > 40 ? `${pattern.slice(0, 40)}…` : pattern;
  const refuse = (why: string): never => {
    throw new Problem('invalid_request', `The regular expression “${shown}” ${why}.`);
  };
  if (pattern.length > LONGEST) refuse(`is longer than ${LONGEST} characters`);
  try {
    new RegExp(pattern, 'u');
  } catch {
    refuse('is not valid');
  }
  // The dialects agree on these escapes only; back references would make the automaton backtrack.
  const escape = /\\[^dwsDWSnrt\p{P}\p{S}]/u.exec(pattern);
  if (escape) refuse(`uses ${escape[0]}, which is not possible here`);
  if (/\(\?(?!:)/.test(pattern)) refuse('looks around or sets options, which is not possible here');
  if (
    [...pattern.matchAll(/\{(\d*),?(\d*)\}/g)].some(
      ([, low, high]) => Math.max(Number(low), Number(high)) > MOST_REPEATS,
    )
  ) {
    refuse(`repeats something more than ${MOST_REPEATS} times`);
  }
  if (nestsRepetition(pattern)) refuse('repeats what already repeats, which could take for ever');
}

/** Whether a group that is repeated without end, or by count, contains such a repetition itself. */
function nestsRepetition(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[\^?\]?[^\]]*\]/g, 'x');
  const repeats: boolean[] = [false];
  for (let i = 0; i < plain.length; i++) {
    const letter = plain[i];
    if (letter === '(') repeats.push(false);
    const inner = letter === ')' && repeats.pop();
    const repeated = /^(?:[*+]|\{\d)/.test(plain.slice(i + 1));
    if (inner && repeated) return true;
    if (inner || (repeated && letter !== '(' && letter !== '|')) repeats[repeats.length - 1] = true;
  }
  return false;
}

/** One expression that matches the whole of any value that one of the patterns matches. */
export function anchored(patterns: readonly string[]): string {
  return `^(?:${patterns.map((pattern) => `(?:${pattern})`).join('|')})$`;
}
