import { readFileSync } from 'node:fs';

/**
 * What the annotated channel says, found without the product: `node irc.mjs TEXT ANNOTATION`. Labels spread along the links
 * until nothing changes; a dialogue is the messages from number 1000 on that share a label.
 */
const [lines, links] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8').trimEnd().split('\n'));
const label = lines.map((_, i) => i);
for (let changed = true; changed;) {
  changed = false;
  for (const link of links) {
    const [a, b] = link.split(' ');
    const low = Math.min(label[a], label[b]);
    if (label[a] !== low || label[b] !== low) changed = true;
    label[a] = label[b] = low;
  }
}
const dialogues = {};
lines.forEach((line, number) => {
  if (number < 1000 || !line.includes('] <')) return;
  const [, date, clock] = line.split(' ');
  const second = Date.parse(`${date}T${clock.slice(1, 9)}Z`) / 1000;
  (dialogues[label[number]] ??= []).push({ number, second, speaker: line.split('<')[1].split('>')[0] });
});
const found = Object.values(dialogues);
/** From the first message to the first of somebody else, in order. */
const waits = found
  .map(([first, ...later]) => later.find(({ speaker }) => speaker !== first.speaker)?.second - first.second)
  .filter((wait) => !Number.isNaN(wait))
  .sort((a, b) => a - b);
const half = (waits.length - 1) / 2;
console.log(
  JSON.stringify({
    dialogues: found.length,
    messages: found.flat().length,
    medianFirstResponse: (waits[Math.floor(half)] + waits[Math.ceil(half)]) / 2,
    /** Number of a dialogue's first message -> how many it has. */
    sizes: Object.fromEntries(found.map((messages) => [`d-${messages[0].number}`, messages.length])),
    byCustomers: found.flatMap((messages) => messages.filter(({ speaker }) => speaker === messages[0].speaker)).length,
    withOperator: found.filter((messages) => messages.some(({ speaker }) => speaker !== messages[0].speaker)).length,
  }),
);
