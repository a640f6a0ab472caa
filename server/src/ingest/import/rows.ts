import { parse, type Options } from 'csv-parse/sync';
import type { Line } from './lines.js';

/** How a file of separated values is written. */
export interface Dialect {
  /** Between two fields. */
  readonly delimiter: string;
  /** Around a field that contains delimiters, quotes or line ends; null where the file quotes nothing. */
  readonly quote: string | null;
  /** Before a quote inside a quoted field: usually the quote itself. */
  readonly escape: string;
  /** Whether a quote in the wrong place stands for itself; else its row is refused. */
  readonly relaxed: boolean;
}

/** One row of the file, or the line that is none. */
export interface Row {
  /** The number of its first physical line, counted from 1. */
  readonly line: number;
  /** As it stands in the file, line ends inside quotes as line feeds; the beginning of a line that is no row. */
  readonly text: string;
  readonly fields: readonly string[];
  /** Why the line cannot be read as a row; then it has no fields. */
  readonly fault?: string;
}

/** Lines that one quoted field may span: more is a quote that somebody forgot to close. */
const MOST_LINES = 200;
/** Characters of a refused line that are shown. */
const EXCERPT = 10_000;

/**
 * Rows of separated values, in file order, a block at a time; empty lines are passed over. A line whose quotes are broken is
 * refused by itself, and reading goes on with the next line: one bad row costs no other.
 */
export async function* readRows(blocks: AsyncIterable<readonly Line[]>, dialect: Dialect): AsyncGenerator<Row[]> {
  let waiting: readonly Line[] = [];
  for await (const block of blocks) {
    const { rows, rest } = assemble(waiting.length === 0 ? block : [...waiting, ...block], dialect, false);
    waiting = rest;
    if (rows.length > 0) yield rows;
  }
  const { rows } = assemble(waiting, dialect, true);
  if (rows.length > 0) yield rows;
}

/** Lines that may be one row: behind the last of them every quote is closed. */
interface Candidate {
  readonly first: Line;
  readonly lines: number;
  readonly text: string;
}

function assemble(lines: readonly Line[], dialect: Dialect, atEnd: boolean): { rows: Row[]; rest: readonly Line[] } {
  const rows: Row[] = [];
  let single: Candidate[] = [];
  const flush = (): void => {
    rows.push(...parseTogether(single, dialect));
    single = [];
  };
  let at = 0;
  for (let first = lines[at]; first !== undefined; first = lines[at]) {
    const candidate = closedFrom(lines, at, dialect);
    if (candidate === 'unfinished' && !atEnd) break;
    if (typeof candidate === 'object' && candidate.lines === 1) {
      if (candidate.text !== '') single.push(candidate);
      at += 1;
      continue;
    }
    flush();
    const fields = typeof candidate === 'object' ? parseStrictly(candidate.text, dialect) : undefined;
    if (typeof candidate === 'object' && fields !== undefined) {
      rows.push({ line: first.number, text: candidate.text, fields });
      at += candidate.lines;
    } else {
      // Broken quotes have joined lines that do not belong together: only the first one is to blame.
      rows.push(parseBroken(first, dialect, 'a quote is opened and never closed'));
      at += 1;
    }
  }
  flush();
  return { rows, rest: lines.slice(at) };
}

/** The shortest run of lines from `at` on that leaves no quote open. */
function closedFrom(lines: readonly Line[], at: number, dialect: Dialect): Candidate | 'unfinished' | 'never' {
  const first = lines[at];
  if (first === undefined) return 'never';
  if (first.cut || !hasOddQuotes(first.text, dialect)) return { first, lines: 1, text: first.text };
  const texts = [first.text];
  for (const line of lines.slice(at + 1, at + MOST_LINES)) {
    if (line.cut) return 'never';
    texts.push(line.text);
    if (hasOddQuotes(line.text, dialect)) return { first, lines: texts.length, text: texts.join('\n') };
  }
  return texts.length === MOST_LINES ? 'never' : 'unfinished';
}

function hasOddQuotes(text: string, { quote, escape }: Dialect): boolean {
  if (quote === null || !text.includes(quote)) return false;
  let odd = false;
  for (let i = 0; i < text.length; i++) {
    if (escape !== quote && text[i] === escape) i += 1;
    else if (text[i] === quote) odd = !odd;
  }
  return odd;
}

function optionsOf({ delimiter, quote, escape }: Dialect, relaxed: boolean): Options {
  return { delimiter, quote, escape, relax_quotes: relaxed, relax_column_count: true, record_delimiter: '\n' };
}

/** Rows of one line each, all in one call; one by one only where one of them is broken. */
function parseTogether(candidates: readonly Candidate[], dialect: Dialect): Row[] {
  if (candidates.length === 0) return [];
  if (!candidates.some(({ first }) => first.cut)) {
    try {
      const parsed = parse(candidates.map(({ text }) => text).join('\n'), optionsOf(dialect, false));
      if (parsed.length === candidates.length) {
        return candidates.map(({ first, text }, i) => ({ line: first.number, text, fields: parsed[i] ?? [] }));
      }
    } catch {
      // Which of them is broken is found below.
    }
  }
  return candidates.map(({ first, text }) => {
    const fields = first.cut ? undefined : parseStrictly(text, dialect);
    return fields === undefined
      ? parseBroken(first, dialect, 'its quotes are broken')
      : { line: first.number, text, fields };
  });
}

function parseStrictly(text: string, dialect: Dialect): readonly string[] | undefined {
  try {
    const parsed = parse(text, optionsOf(dialect, false));
    return parsed.length === 1 ? parsed[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The last attempt at a line by itself: with stray quotes taken literally, where the file's dialect allows that. */
function parseBroken({ number, text, cut }: Line, dialect: Dialect, fault: string): Row {
  const refused = { line: number, text: text.slice(0, EXCERPT), fields: [] };
  if (cut) return { ...refused, fault: 'the line is longer than a million characters' };
  if (!dialect.relaxed) return { ...refused, fault };
  try {
    const parsed = parse(text, optionsOf(dialect, true));
    if (parsed.length === 1 && parsed[0] !== undefined) return { line: number, text, fields: parsed[0] };
  } catch {
    // Not even so: refused like any other.
  }
  return { ...refused, fault };
}
