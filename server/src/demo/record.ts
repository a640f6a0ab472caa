/** One record of records.md as plain JSON; times are epoch milliseconds. */
export type RecordInput = Record<string, unknown> & { kind: string };
