import type { CustomSeriesOption } from 'echarts';
import { numberAt } from '../read.js';
import { plain } from './tooltip.js';

/** Pixels of a letter, about. */
const LETTER = 7;
const LETTER_HEIGHT = 12;

/** A rectangle on axes of time and of rows. */
export interface Box {
  /** From the axis's first category. */
  readonly row: number;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly color: string;
  readonly edge: string;
  /** What a click on it finds. */
  readonly name: string;
  /** What can stand in it. */
  readonly text: string;
}

export interface BoxLook {
  /** Of a row's height, 0 to 1. */
  readonly part: number;
  readonly opacity: number;
  readonly lineWidth: number;
  /** Pixels left free between two boxes. */
  readonly gap: number;
  /** auto: where there is room. */
  readonly texts: string;
  readonly align: string;
}

/** Boxes as one series of the library's "custom" kind, each cut where the plot begins and ends. */
export function boxSeries(name: string, boxes: readonly Box[], look: BoxLook): CustomSeriesOption {
  const { part, opacity, lineWidth, gap, texts, align } = look;
  return {
    type: 'custom',
    name,
    color: boxes[0]?.color ?? 'transparent',
    encode: { x: [0, 1], y: 2 },
    data: boxes.map((box) => ({ name: box.name, value: [box.from, box.to, box.row] })),
    renderItem: (params, api) => {
      const box = boxes[params.dataIndex];
      const [left = 0, middle = 0] = api.coord([api.value(0), api.value(2)]);
      const [right = 0] = api.coord([api.value(1), api.value(2)]);
      const size = api.size?.([0, 1]) ?? [0, 0];
      const height = (Array.isArray(size) ? (size[1] ?? 0) : size) * part - gap;
      const bounds = { left: numberAt(params.coordSys, 'x') ?? 0, width: numberAt(params.coordSys, 'width') ?? 0 };
      const x = Math.max(left, bounds.left);
      const width = Math.min(right, bounds.left + bounds.width) - x - gap;
      if (width <= 0 || !box) return null;
      const around = Math.max(lineWidth, box.edge === box.color ? 0 : 1);
      const fits = box.text.length * LETTER < width && height >= LETTER_HEIGHT;
      return {
        type: 'rect',
        shape: { x, y: middle - height / 2, width, height },
        style: { fill: box.color, opacity, ...(around > 0 && { stroke: box.edge, lineWidth: around }) },
        ...((texts === 'always' || (texts === 'auto' && fits)) && {
          textContent: { type: 'text', style: { text: plain(box.text), fontSize: 11, width, overflow: 'truncate' } },
          textConfig: { position: align === 'center' ? 'inside' : align === 'right' ? 'insideRight' : 'insideLeft' },
        }),
      };
    },
  };
}
