/** The kinds of records that are looked at, each by a metric that counts all of them. */
export const kinds = [
  { kind: 'call', metric: 'calls' },
  { kind: 'dialogue', metric: 'dialogues' },
  { kind: 'message', metric: 'messages' },
  { kind: 'notification', metric: 'notifications_sent' },
] as const;
export type Kind = (typeof kinds)[number]['kind'];

const SHOWN = 10;
const dayMs = 86_400_000;

/** One record: when, what it is called where it comes from, and what it says. */
export interface RecordRow {
  readonly time: string;
  readonly id: string;
  readonly source: string;
  /** Field and value, of the fields that say something. */
  readonly said: readonly (readonly [string, string])[];
}

/** Asks for the newest records of a kind, of the day before now. */
export function recordsQuery(kind: Kind, now: number) {
  const metrics = kinds.filter((one) => one.kind === kind).map(({ metric }) => metric);
  return { metrics, from: new Date(now - dayMs).toISOString(), to: new Date(now).toISOString(), limit: SHOWN };
}

/** The answer's rows; fields without a value are left out, numbers of any depth are texts. */
export function recordRows(rows: readonly Readonly<Record<string, unknown>>[]): RecordRow[] {
  return rows.map(({ time, id, source, ...fields }) => ({
    time: textOf(time),
    id: textOf(id),
    source: textOf(source),
    said: Object.entries(fields).flatMap(([field, value]) => {
      const text = textOf(value);
      return text === '' ? [] : [[field, text] as const];
    }),
  }));
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
