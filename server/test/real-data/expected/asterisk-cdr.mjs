import { readFileSync } from 'node:fs';

/**
 * What Master.csv says, found without the product: `node asterisk-cdr.mjs FILE`. Times are read as UTC.
 * A call is the rows of one linkedid; it is as good as its best row (answered before no answer before busy), the longer billed
 * one among equals. Where it was answered it lasts from that row's answer to the last end of its rows. Its trunk is the
 * channel of the rows that began it.
 */
// Every field is quoted and none holds `","`, so that splitting by it is enough for this file.
const rows = readFileSync(process.argv[2], 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.slice(1, -1).split('","'));
const order = ['ANSWERED', 'NO ANSWER', 'BUSY'];
const words = ['answered', 'no_answer', 'busy'];
const calls = {};
for (const row of rows) (calls[row[19]] ??= []).push(row);

const result = {
  rows: rows.length,
  calls: 0,
  byStatus: {},
  talkSeconds: 0,
  byTrunk: {},
  byStatusAndTrunk: {},
  answeredByExtension: {},
};
const add = (table, key) => (table[key] = (table[key] ?? 0) + 1);
for (const group of Object.values(calls)) {
  group.sort((a, b) => order.indexOf(a[14]) - order.indexOf(b[14]) || b[13] - a[13]);
  const [best] = group;
  result.calls += 1;
  add(result.byStatus, words[order.indexOf(best[14])]);
  const trunk = group.find((row) => row[16] === row[19])[5].match(/SIP\/(\d+)-/)[1];
  add(result.byTrunk, trunk);
  add(result.byStatusAndTrunk, `${words[order.indexOf(best[14])]} ${trunk}`);
  if (best[14] !== 'ANSWERED') continue;
  const ends = group.map((row) => row[11]).sort();
  result.talkSeconds += (new Date(ends.at(-1)) - new Date(best[10])) / 1000;
  if (/^SIP\/\d{3}-/.test(best[6])) add(result.answeredByExtension, best[6].slice(4, 7));
}
console.log(JSON.stringify(result));
