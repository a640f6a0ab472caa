import { finite, type PreparedFrame, type PreparedField } from '../prepared.js';

/** A state that lasted: who, what, from when to when (epoch milliseconds). */
export interface Stretch {
  readonly row: number;
  readonly state: string;
  readonly color: string;
  readonly from: number;
  readonly to: number;
}

export interface Life {
  readonly field: PreparedField;
  readonly stretches: readonly Stretch[];
}

/** Each column as what was told one after the other; null closes, the last lasts until the end. */
export function livesOf(frames: readonly PreparedFrame[], end: number, merge: boolean): Life[] {
  const told = frames.flatMap(({ fields }) => {
    const time = fields.find(({ type }) => type === 'time');
    return time === undefined ? [] : fields.filter(({ type }) => type !== 'time').map((field) => ({ field, time }));
  });
  return told.map(({ field, time }, row) => {
    const times = time.values.map((value) => finite(value) ?? end);
    const stretches: Stretch[] = [];
    field.values.forEach((value, index) => {
      if (value === null || value === undefined) return;
      const [from, to] = [times[index] ?? end, Math.max(times[index + 1] ?? end, times[index] ?? end)];
      const { text: state, color } = field.show(value);
      const before = stretches.at(-1);
      if (merge && before?.state === state && before.to === from) stretches[stretches.length - 1] = { ...before, to };
      else stretches.push({ row, state, color, from, to });
    });
    return { field, stretches };
  });
}
