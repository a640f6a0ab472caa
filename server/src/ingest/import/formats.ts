import { asteriskCdr } from './asterisk-cdr.js';
import { csv } from './csv.js';
import type { Format } from './format.js';
import { records } from './records.js';

/** Every format that `npm run import` reads, by its name. */
export const formats: ReadonlyMap<string, Format> = new Map(
  [asteriskCdr, csv, records].map((format) => [format.name, format]),
);
