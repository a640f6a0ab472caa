import { type RefObject, useEffect, useRef } from 'react';
import type { Instance } from './library.js';

type Listener = (time: number | undefined, from: Instance) => void;

const listeners = new Set<Listener>();
const tell: Listener = (time, from) => listeners.forEach((listener) => listener(time, from));

/** The time that is pointed at in one chart, as a line in all others over time. @returns for the line's element */
export function useSharedLine(
  place: RefObject<HTMLElement | null>,
  chart: Instance | undefined,
): RefObject<HTMLDivElement | null> {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null || chart === undefined) return undefined;
    const stopped = new AbortController();
    const { signal } = stopped;
    const point = ({ clientX, clientY }: PointerEvent): void => {
      const { left, top } = element.getBoundingClientRect();
      const [x, y] = [clientX - left, clientY - top];
      const isWithin = chart.containPixel({ gridIndex: 0 }, [x, y]);
      tell(isWithin ? Number(chart.convertFromPixel({ xAxisIndex: 0 }, x)) : undefined, chart);
    };
    element.addEventListener('pointermove', point, { signal });
    element.addEventListener('pointerleave', () => tell(undefined, chart), { signal });
    const show: Listener = (time, from) => {
      if (line.current === null || chart.isDisposed()) return;
      const x = time === undefined || from === chart ? NaN : Number(chart.convertToPixel({ xAxisIndex: 0 }, time));
      line.current.hidden = !(x >= 0 && x <= chart.getWidth());
      line.current.style.left = `${x}px`;
    };
    listeners.add(show);
    return () => {
      stopped.abort();
      listeners.delete(show);
    };
  }, [place, chart]);
  return line;
}
