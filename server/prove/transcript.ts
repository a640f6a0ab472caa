import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, isBroken, sentence } from '../test/reliability/figures.js';
import type { Promised } from '../test/reliability/promises.js';
import type { Options } from './options.js';

/** What one proof found. */
export interface Proof {
  readonly id: string;
  readonly figures: readonly Figure[];
  readonly seconds: number;
}

const FILE = join(import.meta.dirname, '../../docs/reliability.md');

/** Puts each proof between its markers in docs/reliability.md; the others stay as they are. @returns the file's name */
export function writeTranscript(promises: readonly Promised[], proofs: readonly Proof[], options: Options): string {
  let text = readFileSync(FILE, 'utf8');
  for (const { id, title, introduction } of promises) {
    const proof = proofs.find((done) => done.id === id);
    if (proof === undefined) continue;
    const block = [`## ${id}: ${title}`, '', introduction, '', '```text', ...transcript(proof, options), '```'].join(
      '\n',
    );
    text = replaceBetween(text, id, block);
  }
  writeFileSync(FILE, text);
  return 'docs/reliability.md';
}

function transcript({ id, figures, seconds }: Proof, { size, seed }: Options): string[] {
  const verdict = figures.some(isBroken) ? 'BROKEN' : 'holds';
  const command = `npm run prove -- ${id}${size === 'quick' ? ' --quick' : ''} --seed ${seed}`;
  return [`$ ${command}`, ...figures.map(sentence), `${verdict}, ${seconds} s`];
}

/** @throws a sentence when the file has no place for it */
function replaceBetween(text: string, id: string, block: string): string {
  const [begin, end] = [`<!-- generated: ${id} -->`, `<!-- end: ${id} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/reliability.md has no markers for ${id}.`);
  return `${text.slice(0, from + begin.length)}\n\n${block}\n\n${text.slice(to)}`;
}
