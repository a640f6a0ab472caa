import type { TooltipComponentOption } from 'echarts';
import type { DrawRequest } from '../drawing.js';
import type { Palette } from '../prepared.js';
import { at, textAt } from '../read.js';
import { isDaily, momentLabel } from '../ticks.js';
import type { Line } from './points.js';

/** Of text and not of HTML: nothing that a tenant calls its things can become a part of the page. */
export function tooltipStyle(palette: Palette): TooltipComponentOption {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: palette.tooltip,
    borderColor: palette.grid,
    textStyle: { color: palette.text, fontSize: 12 },
  };
}

/** All lines at a time (or the one that is pointed at), the largest first where the panel says so. */
export function timeTooltip(
  lines: readonly Line[],
  names: readonly string[],
  { panel, timeZone, locale }: Pick<DrawRequest, 'panel' | 'timeZone' | 'locale'>,
  palette: Palette,
): TooltipComponentOption {
  const mode = textAt(panel.options, 'tooltip.mode', 'multi');
  if (mode === 'none') return { show: false };
  const sort = textAt(panel.options, 'tooltip.sort', 'none');
  return {
    ...tooltipStyle(palette),
    trigger: mode === 'multi' ? 'axis' : 'item',
    formatter: (pointed: unknown) => {
      const found = (Array.isArray(pointed) ? pointed : [pointed]).flatMap((one: unknown) => {
        const index = at(one, 'seriesIndex');
        const line = typeof index === 'number' ? lines[index] : undefined;
        const point = line?.points[Number(at(one, 'dataIndex'))];
        if (line === undefined || point === undefined || typeof index !== 'number') return [];
        return [{ line, point, name: names[index] ?? '', marker: textAt(one, 'marker', '') }];
      });
      const [first] = found;
      if (!first) return '';
      const sign = sort === 'asc' ? 1 : sort === 'desc' ? -1 : 0;
      found.sort((a, b) => sign * ((a.point.value ?? -Infinity) - (b.point.value ?? -Infinity)) || 0);
      const rows = found.map(({ line, point, name, marker }) => {
        const { text } = line.field.show(point.value);
        return `${marker}${plain(name)}: ${plain(text)}`;
      });
      const head = momentLabel(first.point.time, inDays(first.line), timeZone, locale);
      return [head, ...rows].join('\n');
    },
  };
}

function inDays({ points }: Line): boolean {
  const [first, second] = points;
  return first !== undefined && second !== undefined && isDaily(second.time - first.time);
}

/** A brace begins a style in such texts: with a space of no width behind it, it is only a brace. */
export function plain(text: string): string {
  return text.replaceAll('{', '{\u200b');
}
