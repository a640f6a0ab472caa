import { isUtf8 } from 'node:buffer';
import { Problem } from '../errors.js';

/** One line of newline-delimited JSON: its number from 1, and its value, or why it has none and what it was. */
export type NdjsonLine = { line: number; value: unknown } | { line: number; error: string; text: string };

/** No shape of this service is deeper; what lies below is cut, so that nobody's recursion runs out of stack. */
const DEEPEST = 32;
const CUT = '[nested too deeply]';
const LINE_FEED = 0x0a;

/**
 * A body as JSON; nothing where it is empty. A member "__proto__" stays what it is, a member, so that schemas refuse it by name.
 * @throws Problem invalid_json
 */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  if (!isUtf8(body)) throw new Problem('invalid_json', 'The body is not UTF-8.');
  try {
    return isFlat(body) ? (JSON.parse(body.toString('utf8')) as unknown) : cutDepth(JSON.parse(body.toString('utf8')));
  } catch (error) {
    throw new Problem('invalid_json', `The body is not JSON: ${reason(error)}.`);
  }
}

/** A body as lines of JSON, empty ones left out; a bad line is an item with an error, never the end of the others. */
export function parseNdjson(body: Buffer): NdjsonLine[] {
  const lines: NdjsonLine[] = [];
  let number = 0;
  for (let start = 0; start < body.length;) {
    const feed = body.indexOf(LINE_FEED, start);
    const end = feed < 0 ? body.length : feed;
    number += 1;
    const line = parseLine(body.subarray(start, end), number);
    if (line !== undefined) lines.push(line);
    start = end + 1;
  }
  return lines;
}

function parseLine(bytes: Buffer, line: number): NdjsonLine | undefined {
  if (!isUtf8(bytes)) return { line, error: 'The line is not UTF-8.', text: bytes.toString('utf8') };
  const text = bytes.toString('utf8').trim();
  if (text === '') return undefined;
  try {
    return { line, value: cutDepth(JSON.parse(text)) };
  } catch (error) {
    return { line, error: `The line is not JSON: ${reason(error)}.`, text };
  }
}

/** The parser quotes its input after the first clause; a sender's text has no place in an error. */
function reason(error: unknown): string {
  if (!(error instanceof SyntaxError)) return 'it cannot be read';
  const position = /at position \d+/.exec(error.message)?.[0];
  return position === undefined
    ? 'it ends too early or holds a wrong character'
    : `there is a wrong character ${position}`;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
/** `{` and `[` differ in one bit, as `}` and `]` do. */
const [OPENING, CLOSING] = [0x5b, 0x5d];
const CASE_BIT = 0x20;

/** Whether nothing in the text lies too deep: a look at the bytes costs a tenth of a walk through the values. */
function isFlat(body: Buffer): boolean {
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte === QUOTE) {
      for (at += 1; at < body.length && body[at] !== QUOTE; at++) if (body[at] === BACKSLASH) at += 1;
    } else if ((byte & ~CASE_BIT) === OPENING) {
      depth += 1;
      if (depth > DEEPEST) return false;
    } else if ((byte & ~CASE_BIT) === CLOSING) depth -= 1;
  }
  return true;
}

function cutDepth(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return CUT;
  for (const name of Object.keys(value)) {
    const member: unknown = value[name as keyof typeof value];
    if (typeof member !== 'object' || member === null) continue;
    if (depth + 1 >= DEEPEST) Object.defineProperty(value, name, { value: CUT, enumerable: true });
    else cutDepth(member, depth + 1);
  }
  return value;
}
