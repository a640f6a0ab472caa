import type { ChartDrawing, DrawRequest, LegendItem } from '../drawing.js';
import { visible } from '../legible.js';
import type { Palette, Prepared } from '../prepared.js';
import { at, flagAt, numberAt, textAt } from '../read.js';
import { momentLabel } from '../ticks.js';
import { grid, rowAxis, timeAxis } from './axes.js';
import { boxSeries } from './boxes.js';
import { legendOf } from './legend.js';
import { unique } from './names.js';
import { livesOf, type Stretch } from './stretches.js';
import { plain, tooltipStyle } from './tooltip.js';

const MINUTE = 60_000;

/** A row for each column with a bar for each state; a series for each state, so that the legend can hide it. */
export function stateTimeline(request: DrawRequest, { frames, palette }: Prepared): ChartDrawing {
  const { panel, range, now, locale, timeZone } = request;
  const lives = livesOf(
    frames,
    Math.min(range.to, Math.max(now, range.from)),
    flagAt(panel.options, 'mergeValues', true),
  );
  const names = unique(lives.map(({ field }) => field.title));
  const states = statesOf(lives.flatMap(({ stretches }) => stretches));
  const perPage = numberAt(panel.options, 'perPage') ?? 0;
  const paged = perPage > 0 && names.length > perPage;
  const items = [...states].map(([state, stretches]): LegendItem => ({
    series: state,
    name: state,
    color: stretches[0]?.color ?? palette.faint,
    edge: visible(stretches[0]?.color ?? palette.faint, palette.background),
    dashed: false,
    values: [],
    links: [],
  }));
  const custom = lives[0]?.field.custom;
  const look = {
    part: numberAt(panel.options, 'rowHeight') ?? 0.9,
    opacity: (numberAt(custom, 'fillOpacity') ?? 70) / 100,
    lineWidth: numberAt(custom, 'lineWidth') ?? 0,
    gap: 0,
    texts: textAt(panel.options, 'showValue', 'auto'),
    align: textAt(panel.options, 'alignValue', 'left'),
  };
  return {
    kind: 'chart',
    option: {
      animation: false,
      backgroundColor: 'transparent',
      grid: { ...grid, ...(paged && { right: 34 }) },
      legend: { show: false, data: [...states.keys()] },
      tooltip: {
        ...tooltipStyle(palette),
        show: textAt(panel.options, 'tooltip.mode', 'single') !== 'none',
        trigger: 'item',
        formatter: (pointed: unknown) => {
          const stretch = states.get(textAt(pointed, 'seriesName', ''))?.[Number(at(pointed, 'dataIndex'))];
          if (!stretch) return '';
          const [from, to] = [stretch.from, stretch.to].map((time) => momentLabel(time, false, timeZone, locale));
          return plain([names[stretch.row], stretch.state, `${from} – ${to}`, duration(stretch, locale)].join('\n'));
        },
      },
      xAxis: timeAxis(range, request, palette),
      yAxis: { ...rowAxis(names, palette), inverse: true },
      ...(paged && { dataZoom: pages(perPage, palette) }),
      series: [...states].map(([state, stretches]) =>
        boxSeries(
          state,
          stretches.map((stretch) => ({
            ...stretch,
            edge: visible(stretch.color, palette.background),
            name: names[stretch.row] ?? '',
            text: state,
          })),
          look,
        ),
      ),
    },
    ...legendOf(panel.options, items),
    links: Object.fromEntries(lives.map(({ field }, row) => [names[row] ?? '', field.links()])),
    scale: null,
    overTime: true,
    needs: ['shapes'],
    empty: states.size === 0,
    label: [panel.title, ...names].join(', '),
  };
}

function statesOf(stretches: readonly Stretch[]): Map<string, Stretch[]> {
  const states = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    const known = states.get(stretch.state);
    if (known) known.push(stretch);
    else states.set(stretch.state, [stretch]);
  }
  return states;
}

function duration({ from, to }: Stretch, locale: string): string {
  const minutes = (to - from) / MINUTE;
  const [value, unit] = minutes >= 60 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

function pages(perPage: number, palette: Palette) {
  const look = { borderColor: palette.grid, fillerColor: palette.grid, textStyle: { color: palette.faint } };
  return { type: 'slider' as const, yAxisIndex: 0, startValue: 0, endValue: perPage - 1, zoomLock: true, right: 6, width: 14, showDetail: false, brushSelect: false, ...look }; // prettier-ignore
}
