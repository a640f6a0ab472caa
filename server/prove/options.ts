import { parseArgs } from 'node:util';

export interface Options {
  ids: string[];
  size: 'quick' | 'full';
  seed: number;
  write: boolean;
}

const USAGE = 'npm run prove -- [R1 R2 …] [--quick] [--seed N] [--write]';

/** @throws a sentence for an unknown word */
export function chooseOptions(words: string[], known: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      seed: { type: 'string', default: '20261101' },
      write: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new Error(`There is no promise ${unknown.join(', ')}. ${USAGE}`);
  return {
    ids: positionals.length === 0 ? [...known] : positionals,
    size: values.quick ? 'quick' : 'full',
    seed: Number(values.seed),
    write: values.write,
  };
}
