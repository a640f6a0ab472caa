/** Pixels that there are. */
export interface Place {
  readonly width: number;
  readonly height: number;
}

/** How many lines have room; where not all have, the last says how many there are more. */
export function fitting(count: number, room: number, line: number): { readonly shown: number; readonly more: number } {
  const most = Math.max(Math.floor(room / line), 1);
  return count <= most ? { shown: count, more: 0 } : { shown: most - 1, more: count - most + 1 };
}
