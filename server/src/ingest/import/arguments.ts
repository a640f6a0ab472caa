import { parseArgs } from 'node:util';
import { isZone } from '../sources/local-time.js';
import { ImportMistake } from './format.js';
import { formats } from './formats.js';
import { nearest } from './nearest.js';

/** What the command line asks for. */
export interface ImportRequest {
  readonly format: string;
  /** As it was typed. */
  readonly file: string;
  readonly tenant?: string;
  readonly timeZone?: string;
  readonly source?: string;
  readonly mapping?: string;
}

const flags = {
  tenant: { type: 'string' },
  'time-zone': { type: 'string' },
  source: { type: 'string' },
  mapping: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const usage = `npm run import -- FORMAT FILE [--tenant T] [--time-zone Z] [--source S] [--mapping M]

${[...formats.values()].map(({ name, description }) => `  ${name.padEnd(13)} ${description}`).join('\n')}

  --tenant      which tenant the file belongs to; may be left out where there is only one
  --time-zone   whose clocks the file's times show, where they do not say: an IANA name such as Europe/Berlin
  --source      the system the file comes from: ids are its own, so two systems need two names
  --mapping     for csv: the module that turns rows into records (docs/examples/csv-mapping.mjs)

Reading a file again adds nothing that is there already, so an import that was broken off is simply started again.`;

/**
 * Reads the command line's words.
 * @returns undefined where somebody asked for help
 * @throws ImportMistake with a sentence for each mistake
 */
export function readArguments(words: readonly string[]): ImportRequest | undefined {
  const { values, positionals } = parseWords(words);
  if (values.help) return undefined;
  const [format, file, ...more] = positionals;
  if (format === undefined) throw new ImportMistake(`Say what to import:\n\n${usage}`);
  if (!formats.has(format)) throw unknown('format', format, [...formats.keys()]);
  if (file === undefined) throw new ImportMistake(`Say which file to import: npm run import -- ${format} FILE`);
  if (more.length > 0) throw new ImportMistake(`One file at a time: "${more.join(' ')}" is too much.`);
  const timeZone = values['time-zone'];
  if (timeZone !== undefined && !isZone(timeZone)) {
    throw unknown(
      'time zone',
      timeZone,
      Intl.supportedValuesOf('timeZone'),
      'IANA names such as Europe/Berlin are known',
    );
  }
  if (values.source !== undefined && !/^.{1,200}$/su.test(values.source)) {
    throw new ImportMistake('A source has 1 to 200 characters.');
  }
  const { tenant, source, mapping } = values;
  return {
    format,
    file,
    ...(tenant !== undefined && { tenant }),
    ...(timeZone !== undefined && { timeZone }),
    ...(source !== undefined && { source }),
    ...(mapping !== undefined && { mapping }),
  };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: flags, allowPositionals: true });
  } catch {
    throw badFlag(words);
  }
}

/** Node's own sentences are about positional arguments that start with dashes: not what happened. */
function badFlag(words: readonly string[]): ImportMistake {
  const known = Object.keys(flags);
  const wrong = words.find((word) => word.startsWith('-') && !known.includes(word.slice(2).split('=')[0] ?? ''));
  if (wrong === undefined) return new ImportMistake(`One of the options has no value.\n\n${usage}`);
  return unknown(
    'option',
    wrong,
    known.map((name) => `--${name}`),
  );
}

/** "There is no format "cdr": did you mean asterisk-cdr?" */
export function unknown(what: string, word: string, known: readonly string[], otherwise?: string): ImportMistake {
  const near = nearest(word, known);
  const rest =
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `${otherwise ?? `there are ${known.join(', ')}`}.`;
  return new ImportMistake(`There is no ${what} "${word}": ${rest}`);
}
