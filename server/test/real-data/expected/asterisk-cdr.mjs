import { readFileSync } from 'node:fs';

/**
 * What Master.csv says, found without the product: `node asterisk-cdr.mjs FILE`. Times are read as UTC.
 * A call is the rows of one linkedid; it is as good as its best row (answered, busy below no answer), the longer billed one
 * among equals. Its duration, where it was answered, lasts from that row's answer to the last end of its rows.
 */
export function expectedOf(path) {
  // Every field is quoted and none holds `","`, so that splitting by it is enough for this file.
  const rows = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(1, -1).split('","'));
  const order = ['BUSY', 'NO ANSWER', 'ANSWERED'];
  const words = { BUSY: 'busy', 'NO ANSWER': 'no_answer', ANSWERED: 'answered' };
  const calls = {};
  for (const row of rows) (calls[row[19]] ??= []).push(row);
  const result = {
    rows: rows.length,
    calls: 0,
    byStatus: {},
    secondsByStatus: {},
    bySource: {},
    byTrunk: {},
    answeredByExtension: {},
  };
  const add = (table, key, amount) => (table[key] = (table[key] ?? 0) + amount);
  for (const group of Object.values(calls)) {
    group.sort((a, b) => order.indexOf(b[14]) - order.indexOf(a[14]) || b[13] - a[13]);
    const best = group[0];
    const status = words[best[14]];
    const lastEnd = group
      .map((row) => row[11])
      .sort()
      .at(-1);
    result.calls += 1;
    add(result.byStatus, status, 1);
    add(result.secondsByStatus, status, status === 'answered' ? (new Date(lastEnd) - new Date(best[10])) / 1000 : 0);
    add(result.byTrunk, best[5].replace(/^SIP\//, '').replace(/-.*$/, ''), 1);
    if (status === 'answered' && /^SIP\/\d{3}-/.test(best[6])) add(result.answeredByExtension, best[6].slice(4, 7), 1);
  }
  delete result.bySource;
  return result;
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(expectedOf(process.argv[2]), null, 2));
