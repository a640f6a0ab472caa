import { type CSSProperties, type RefObject, useEffect, useState } from 'react';
import type { Instance } from './library.js';

/** Told of the stretch that was chosen, in epoch milliseconds. */
export type OnRange = (from: number, to: number) => void;

/** Pixels within which a press is a click and no choice. */
const CLICK = 5;
/** The shortest stretch worth a board of its own. */
const LEAST = 60_000;

/**
 * Chooses a stretch of time by dragging over a chart; Escape gives it up. A finger scrolls, as everywhere.
 * @returns where the stretch stands while it is chosen
 */
export function useRangeDrag(
  place: RefObject<HTMLElement | null>,
  chart: Instance | undefined,
  onRange: OnRange | undefined,
): CSSProperties | undefined {
  const [chosen, setChosen] = useState<CSSProperties>();
  useEffect(() => {
    const element = place.current;
    if (element === null || chart === undefined || onRange === undefined) return undefined;
    const stopped = new AbortController();
    const { signal } = stopped;
    let start: number | undefined;
    let end: number | undefined;
    const giveUp = (): void => {
      start = end = undefined;
      setChosen(undefined);
    };
    const xOf = ({ clientX }: PointerEvent): number => clientX - element.getBoundingClientRect().left;
    const timeAt = (x: number): number => Number(chart.convertFromPixel({ xAxisIndex: 0 }, x));
    const press = (event: PointerEvent): void => {
      if (event.button !== 0 || event.pointerType === 'touch') return;
      const y = event.clientY - element.getBoundingClientRect().top;
      if (chart.containPixel({ gridIndex: 0 }, [xOf(event), y])) start = xOf(event);
    };
    const move = (event: PointerEvent): void => {
      const x = xOf(event);
      if (start === undefined || (end === undefined && Math.abs(x - start) < CLICK)) return;
      // From here on it is no click: what is under the pointer hears no more of it.
      element.setPointerCapture(event.pointerId);
      end = x;
      setChosen({ left: Math.min(start, end), width: Math.abs(end - start) });
    };
    const release = (): void => {
      if (start !== undefined && end !== undefined) {
        const [from = 0, to = 0] = [timeAt(start), timeAt(end)].map(Math.round).sort((a, b) => a - b);
        if (to - from >= LEAST) onRange(from, to);
      }
      giveUp();
    };
    element.addEventListener('pointerdown', press, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', release, { signal });
    element.addEventListener('pointercancel', giveUp, { signal });
    addEventListener('keydown', ({ key }) => key === 'Escape' && giveUp(), { signal });
    return () => stopped.abort();
  }, [place, chart, onRange]);
  return chosen;
}
