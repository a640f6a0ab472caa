import { directionOf, extensionOf, trunkOf, type Ends } from './asterisk-channel.js';
import { hasOffset, readTime } from './local-time.js';

/** The columns that every row of Asterisk's cdr_csv has, in their order. */
const fixed = [
  'accountcode', 'src', 'dst', 'dcontext', 'clid', 'channel', 'dstchannel', 'lastapp', 'lastdata', 'start', 'answer', 'end',
  'duration', 'billsec', 'disposition', 'amaflags',
] as const; // prettier-ignore

type Column = (typeof fixed)[number] | 'uniqueid' | 'userfield' | 'peeraccount' | 'linkedid' | 'sequence';

/** One row by the names of its columns; a column that the file lacks is missing. */
export type CdrRow = Readonly<Record<(typeof fixed)[number], string>> & Readonly<Partial<Record<Column, string>>>;

/** A row that cannot be read: the column to blame, where one is, and why. */
export class CdrRefusal extends Error {
  constructor(
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

const looksUnique = /^(?:\S+-)?\d{9,}\.\d+$/;

/**
 * The columns after the sixteen fixed ones, by how many fields there are: `loguniqueid` and `loguserfield` of cdr.conf add one
 * each, `newcdrcolumns` adds three. Where one of the first two is there, its form tells which.
 */
function furtherColumns(fields: readonly string[]): readonly Column[] | undefined {
  const extra = fields.length - fixed.length;
  const newer = extra >= 3 ? (['peeraccount', 'linkedid', 'sequence'] as const) : [];
  switch (extra - newer.length) {
    case 0:
      return newer;
    case 1:
      return [looksUnique.test(fields[fixed.length] ?? '') ? 'uniqueid' : 'userfield', ...newer];
    case 2:
      return ['uniqueid', 'userfield', ...newer];
    default:
      return undefined;
  }
}

/**
 * Names the fields of one row.
 * @throws CdrRefusal when the row has another number of fields than cdr_csv writes
 */
export function nameColumns(fields: readonly string[]): CdrRow {
  const further = furtherColumns(fields);
  if (further === undefined) {
    throw new CdrRefusal(`has ${fields.length} fields; a row of cdr_csv has 16 to 21`);
  }
  return Object.fromEntries([...fixed, ...further].map((column, i) => [column, fields[i]])) as CdrRow;
}

/** How the optional columns of a row were understood, in words. */
export function describeColumns(row: CdrRow): string {
  const known = Object.keys(row).slice(fixed.length);
  return known.length === 0 ? 'the 16 fixed ones' : `the 16 fixed ones, ${known.join(', ')}`;
}

/**
 * Asterisk's seven dispositions. UNKNOWN says nothing about the row, so it ranks below whatever another row of the call says.
 * Seconds are never asked: an unanswered row may have billed seconds, an answered one none.
 */
const statuses: Readonly<Record<string, string>> = {
  ANSWERED: 'answered',
  'NO ANSWER': 'no_answer',
  CANCEL: 'cancelled',
  BUSY: 'busy',
  CONGESTION: 'congestion',
  FAILED: 'failed',
  UNKNOWN: 'failed',
};

export interface CdrContext {
  /** Whose clocks the times without an offset show. */
  readonly timeZone: string;
  /** An id for this row where its own columns give none: the same for the same row of the same file. */
  readonly rowId: () => string;
}

/** Whether the row's times need a zone from outside. */
export function needsZone(row: CdrRow): boolean {
  return !hasOffset(row.start);
}

/** When the row's channel was made by its unique id, in epoch milliseconds; undefined where the id does not tell. */
export function madeAt({ uniqueid }: CdrRow): number | undefined {
  return uniqueid !== undefined && looksUnique.test(uniqueid)
    ? Number(/(\d+)\.\d+$/.exec(uniqueid)?.[1]) * 1000
    : undefined;
}

function timesOf(row: CdrRow, timeZone: string): { startedAt: number; answeredAt?: number; endedAt?: number } {
  const read = (column: 'start' | 'answer' | 'end', anchor: number | undefined): number => {
    const moment = readTime(row[column], timeZone, anchor);
    if (moment === undefined) throw new CdrRefusal(`${column} is no time such as 2024-01-27 15:07:24`, column);
    return moment;
  };
  const startedAt = read('start', madeAt(row));
  return {
    startedAt,
    ...(row.answer !== '' && { answeredAt: read('answer', startedAt) }),
    ...(row.end !== '' && { endedAt: read('end', startedAt) }),
  };
}

function secondsOf(row: CdrRow): number | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(row.billsec)) throw new CdrRefusal('billsec is no number of seconds', 'billsec');
  // A clock that was set back: no duration, and the times show the defect.
  return Number(row.billsec) < 0 ? undefined : Number(row.billsec);
}

/**
 * The records of one row: its leg, and what the row knows of its call. Rows of one `linkedid` (else of one `uniqueid`, else a
 * row by itself) are one call. The call's record names no status: that comes from the best of its legs, however far apart
 * the rows stand in the file; its start is the earliest and its end the latest of the rows. Who called whom is said only
 * by the row of the channel that began the call.
 * @throws CdrRefusal when the row is no CDR
 */
export function toRecords(row: CdrRow, { timeZone, rowId }: CdrContext): Record<string, unknown>[] {
  const status = statuses[row.disposition.trim().toUpperCase()];
  if (status === undefined) {
    throw new CdrRefusal(`disposition is none of Asterisk's: ${JSON.stringify(row.disposition)}`, 'disposition');
  }
  const times = timesOf(row, timeZone);
  const talkSeconds = secondsOf(row);
  const direction = directionOf(row);
  const trunk = trunkOf(row, direction);
  const operator = status === 'answered' || direction === 'outbound' ? extensionOf(row, direction) : undefined;
  const unique = row.uniqueid || undefined;
  const call = row.linkedid || unique || rowId();
  const id = row.sequence ? `${unique ?? call}/${row.sequence}` : rowId();
  const began = unique === undefined || unique === call;
  return [
    { kind: 'leg', id, call, ...times, status, ...given({ direction, trunk, operator, talkSeconds }) },
    {
      kind: 'call',
      id: call,
      startedAt: times.startedAt,
      ...given({ endedAt: times.endedAt }),
      ...(began && given({ direction, trunk, ...partiesOf(row, direction) })),
      ...(began && row.accountcode !== '' && { labels: { account: row.accountcode } }),
    },
  ];
}

const isNumber = (text: string): boolean => /^\+?\d{2,}$/.test(text);

function partiesOf(row: CdrRow & Ends, direction: string | undefined): Record<string, string | undefined> {
  // A Local/ channel repeats a call inside the dial plan, under names of its own.
  if (row.channel.startsWith('Local/')) return {};
  const toNumber = isNumber(row.dst) ? row.dst : undefined;
  return {
    fromNumber: isNumber(row.src) ? row.src : undefined,
    toNumber,
    dnis: direction === 'inbound' ? toNumber : undefined,
    queue: row.lastapp === 'Queue' ? /^[^,|]+/.exec(row.lastdata)?.[0] : undefined,
  };
}

/** Without what nobody gave. */
function given<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
