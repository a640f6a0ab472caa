import type { ChartDrawing, ValueLink } from '@switchboard/viz';
import { useEffect, useRef, useState } from 'react';
import { echarts } from './echarts.js';

type Instance = ReturnType<typeof echarts.init>;

interface Props {
  drawing: ChartDrawing;
  /** The series that the legend took out. */
  hidden: ReadonlySet<string>;
  onSize: (size: { width: number; height: number }) => void;
  onFollow: (links: readonly ValueLink[]) => void;
}

const loaders = { world: () => import('./echarts-map.js') };

/** Draws a chart option into the place that it is given, for as long as it is shown. */
export function Chart({ drawing, hidden, onSize, onFollow }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<Instance>();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const made = echarts.init(element);
    setChart(made);
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      made.resize();
      onSize({ width, height });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      setChart(undefined);
    };
  }, [onSize]);
  useEffect(() => {
    if (chart === undefined) return undefined;
    let given = true;
    const draw = (): void => {
      if (given && !chart.isDisposed()) chart.setOption(withHidden(drawing, hidden), { notMerge: true });
    };
    if (drawing.needs.length === 0) draw();
    else void Promise.all(drawing.needs.map((need) => loaders[need]())).then(draw);
    return () => {
      given = false;
    };
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
  return <div ref={place} className="chart" role="img" aria-label={drawing.label} />;
}

function withHidden({ option }: ChartDrawing, hidden: ReadonlySet<string>): ChartDrawing['option'] {
  if (hidden.size === 0) return option;
  const selected = Object.fromEntries([...hidden].map((series) => [series, false]));
  return { ...option, legend: { ...option.legend, show: false, selected } };
}
