/** What a measured number is held against. */
export type Bound = { exactly: number } | { atMost: number } | { atLeast: number };

/** One number that a proof found; without a bound it says how much was tried. */
export interface Figure {
  readonly what: string;
  readonly is: number;
  readonly promised?: Bound;
}

export const counted = (what: string, is: number): Figure => ({ what, is });
export const exactly = (what: string, is: number, promised: number): Figure => ({
  what,
  is,
  promised: { exactly: promised },
});
export const none = (what: string, is: number): Figure => exactly(what, is, 0);
export const atMost = (what: string, is: number, limit: number): Figure => ({ what, is, promised: { atMost: limit } });
/** Also for "the proof had something to bite on": a crash that hit nothing proves nothing. */
export const atLeast = (what: string, is: number, limit: number): Figure => ({
  what,
  is,
  promised: { atLeast: limit },
});

export function isBroken({ is, promised }: Figure): boolean {
  if (promised === undefined) return false;
  if ('exactly' in promised) return is !== promised.exactly;
  return 'atMost' in promised ? !(is <= promised.atMost) : !(is >= promised.atLeast);
}

function boundOf(promised: Bound): string {
  if ('exactly' in promised) return `${promised.exactly}`;
  return 'atMost' in promised ? `at most ${promised.atMost}` : `at least ${promised.atLeast}`;
}

/** "acknowledged events lost: 0 (promised: 0)" */
export function sentence(figure: Figure): string {
  const { what, is, promised } = figure;
  const shown = Number.isInteger(is) ? is.toLocaleString('en') : is.toFixed(1);
  if (promised === undefined) return `${what}: ${shown}`;
  return `${what}: ${shown} (promised: ${boundOf(promised)})${isBroken(figure) ? ' BROKEN' : ''}`;
}
