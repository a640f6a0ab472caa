import type { ChartDrawing, ValueLink } from '@switchboard/viz';
import { useEffect, useRef, useState } from 'react';
import { type Instance, libraryWith } from './library.js';
import { type OnRange, useRangeDrag } from './use-range-drag.js';
import { useSharedLine } from './use-shared-line.js';

interface Props {
  drawing: ChartDrawing;
  /** The series that the legend took out. */
  hidden: ReadonlySet<string>;
  onFollow: (links: readonly ValueLink[]) => void;
  onRange: OnRange | undefined;
}

/** Draws a chart option into the place that it is given, for as long as it is shown. */
export function Chart({ drawing, hidden, onFollow, onRange }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useInstance(place, drawing);
  useEffect(() => {
    chart?.setOption(withHidden(drawing, hidden), { notMerge: true });
  }, [chart, drawing, hidden]);
  useEffect(() => {
    if (chart === undefined) return undefined;
    const follow = ({ seriesName = '', name = '' }: { seriesName?: string; name?: string }): void => {
      const links = drawing.links[seriesName] ?? drawing.links[name] ?? [];
      if (links.length > 0) onFollow(links);
    };
    chart.on('click', follow);
    return () => {
      if (!chart.isDisposed()) chart.off('click', follow);
    };
  }, [chart, drawing, onFollow]);
  const overTime = drawing.overTime ? chart : undefined;
  const chosen = useRangeDrag(place, overTime, onRange);
  const line = useSharedLine(place, overTime);
  return (
    <div className="chart" role="img" aria-label={drawing.label} aria-busy={chart === undefined}>
      <div ref={place} className="chart-place" />
      <div ref={line} className="chart-line" hidden />
      {chosen && <div className="chart-chosen" style={chosen} />}
    </div>
  );
}

/** The library's chart in its place, as large as that is; undefined until everything that it needs has loaded. */
function useInstance(place: React.RefObject<HTMLDivElement | null>, drawing: ChartDrawing): Instance | undefined {
  const [chart, setChart] = useState<Instance>();
  const [failure, setFailure] = useState<Error>();
  const needs = drawing.needs.join(' ');
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let given = true;
    let made: Instance | undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0 && (width !== made?.getWidth() || height !== made.getHeight())) made?.resize();
    });
    libraryWith(drawing.needs).then(
      (library) => {
        if (!given) return;
        made = library.init(element);
        observer.observe(element);
        setChart(made);
      },
      (error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      given = false;
      observer.disconnect();
      made?.dispose();
      setChart(undefined);
    };
    // Of the drawing, only what it needs decides of which chart is made.
  }, [place, needs]);
  if (failure !== undefined) throw failure;
  return chart;
}

function withHidden({ option }: ChartDrawing, hidden: ReadonlySet<string>): ChartDrawing['option'] {
  if (hidden.size === 0) return option;
  const selected = Object.fromEntries([...hidden].map((series) => [series, false]));
  return { ...option, legend: { ...option.legend, show: false, selected } };
}
