/** One physical line, without its end. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** Longer than any row may be: only its beginning is here. */
  readonly cut: boolean;
}

/** Characters of a line that are kept at most, so that a file without line ends cannot fill the memory. */
const LONGEST_LINE = 1_048_576;

/**
 * The lines of a stream of bytes, a block at a time. Lines end with a line feed, which a carriage return may precede; a
 * byte order mark is dropped; bytes that are no text in the encoding become U+FFFD.
 * @param encoding a name of the WHATWG encoding standard: utf-8, windows-1251, utf-16le …
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, encoding = 'utf-8'): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder(encoding);
  let number = 0;
  let rest = '';
  let cut = false;
  const close = (text: string): Line => {
    const whole = cut ? text : text.endsWith('\r') ? text.slice(0, -1) : text;
    const line = { number: ++number, text: whole.slice(0, LONGEST_LINE), cut: cut || whole.length > LONGEST_LINE };
    cut = false;
    return line;
  };
  const take = (text: string): Line[] => {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop() ?? '';
    const lines = pieces.map(close);
    if (rest.length > LONGEST_LINE) {
      rest = rest.slice(0, LONGEST_LINE);
      cut = true;
    }
    return lines;
  };
  for await (const chunk of chunks) {
    const lines = take(decoder.decode(chunk, { stream: true }));
    if (lines.length > 0) yield lines;
  }
  const last = take(decoder.decode());
  if (rest !== '' || cut) last.push(close(rest));
  if (last.length > 0) yield last;
}
