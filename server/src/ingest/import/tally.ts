/** A row or record that was put in quarantine. */
export interface Complaint {
  readonly line: number;
  readonly message: string;
}

/** What an import has done so far, or in the end. */
export interface Tally {
  /** Rows of the file that were read. */
  rows: number;
  /** Records that added something to the facts. */
  stored: number;
  /** Records that the facts held already. */
  duplicates: number;
  /** Rows and records that were refused and wait in quarantine. */
  quarantined: number;
  /** The first of the refused. */
  readonly complaints: Complaint[];
}

/** How many of the refused are shown. */
export const SHOWN_COMPLAINTS = 20;

export const emptyTally = (): Tally => ({ rows: 0, stored: 0, duplicates: 0, quarantined: 0, complaints: [] });

/** There was something, and none of it was taken: a wrong mapping rather than wrong rows. */
export const isAllRefused = ({ stored, duplicates, quarantined }: Tally): boolean =>
  quarantined > 0 && stored + duplicates === 0;

const count = (number: number): string => number.toLocaleString('en-US');

/** The closing summary, a line for each entry. */
export function summarise(tally: Tally, file: string, seconds: number, notices: readonly string[]): string[] {
  const hidden = tally.quarantined - tally.complaints.length;
  return [
    `${file}: ${count(tally.rows)} rows in ${seconds.toFixed(1)} s`,
    `  facts        ${count(tally.stored)}`,
    `  duplicates   ${count(tally.duplicates)}`,
    `  quarantined  ${count(tally.quarantined)}`,
    ...tally.complaints.map(({ line, message }) => `    line ${line}: ${message}`),
    ...(hidden > 0 ? [`    and ${count(hidden)} more`] : []),
    ...notices,
  ];
}
