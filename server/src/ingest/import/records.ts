import type { Format, ImportedRow } from './format.js';
import type { Line } from './lines.js';

/** Records as the REST API takes them, one JSON object a line. */
export const records: Format = {
  name: 'records',
  description: 'records of Switchboard, one JSON object a line',
  open: () => Promise.resolve({ source: 'records', encoding: 'utf-8', rows, notices: () => [] }),
};

async function* rows(blocks: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly ImportedRow[]> {
  for await (const block of blocks) yield block.filter(({ text }) => text.trim() !== '').map(read);
}

function read({ number, text, cut }: Line): ImportedRow {
  const seen = { line: number, raw: text.slice(0, 10_000) };
  if (cut) {
    const message = 'the line is longer than a million characters';
    return { ...seen, records: [], refusal: { code: 'broken_row', message } };
  }
  try {
    return { ...seen, records: [JSON.parse(text) as unknown] };
  } catch {
    return { ...seen, records: [], refusal: { code: 'broken_row', message: 'is not one JSON value' } };
  }
}
