import { readFileSync } from 'node:fs';

/**
 * What the annotated channel says, found without the product: `node irc.mjs TEXT ANNOTATION`. Labels spread along the links
 * until nothing changes; a dialogue is the messages from number 1000 on with one label.
 */
export function expectedOf(textPath, annotationPath) {
  const lines = readFileSync(textPath, 'utf8').trimEnd().split('\n');
  const links = readFileSync(annotationPath, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ').slice(0, 2).map(Number));
  const label = lines.map((_, i) => i);
  for (let changed = true; changed;) {
    changed = false;
    for (const [a, b] of links) {
      const low = Math.min(label[a], label[b]);
      if (label[a] !== low || label[b] !== low) changed = true;
      label[a] = label[b] = low;
    }
  }
  const dialogues = {};
  for (let i = 1000; i < lines.length; i++) {
    const speaker = lines[i].split('<')[1]?.split('>')[0];
    if (!lines[i].includes('] <')) continue;
    (dialogues[label[i]] ??= []).push({ number: i, speaker });
  }
  const found = Object.values(dialogues);
  return {
    dialogues: found.length,
    messages: found.flat().length,
    /** Dialogue's first message -> number of messages. */
    sizes: Object.fromEntries(found.map((messages) => [messages[0].number, messages.length])),
    customerMessages: found.flatMap((messages) => messages.filter(({ speaker }) => speaker === messages[0].speaker))
      .length,
    answered: found.filter((messages) => messages.some(({ speaker }) => speaker !== messages[0].speaker)).length,
  };
}

if (process.argv[1] === import.meta.filename)
  console.log(JSON.stringify(expectedOf(...process.argv.slice(2)), null, 2));
