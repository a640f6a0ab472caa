import { extent } from '../extent.js';
import { finite, type Palette, type PreparedField, type PreparedFrame } from '../prepared.js';
import { at, numberAt, textAt } from '../read.js';

export interface Place {
  readonly name: string;
  /** Longitude and latitude. */
  readonly at: readonly [number, number];
  /** Pixels across. */
  readonly size: number;
  readonly color: string;
  readonly opacity: number;
  readonly told: readonly string[];
  readonly row: number;
}

export interface Layer {
  readonly name: string;
  readonly tooltip: boolean;
  readonly places: readonly Place[];
  /** The column that decides the sizes, else the first of numbers that is no coordinate. */
  readonly field: PreparedField | undefined;
}

/** A layer of markers: places of a frame that has both coordinates, the largest first so that none covers a smaller one. */
export function layerOf(layer: unknown, frames: readonly PreparedFrame[], palette: Palette): Layer {
  const names = {
    latitude: textAt(layer, 'location.latitude', ''),
    longitude: textAt(layer, 'location.longitude', ''),
  };
  const shown = { name: textAt(layer, 'name', ''), tooltip: at(layer, 'tooltip') !== false };
  const frame = frames.find(({ fields }) => fieldOf(fields, names.latitude) && fieldOf(fields, names.longitude));
  const fields = frame?.fields ?? [];
  const latitude = fieldOf(fields, names.latitude);
  const longitude = fieldOf(fields, names.longitude);
  const size = fieldOf(fields, textAt(layer, 'config.style.size.field', ''));
  const pixels = scale(size, layer);
  const color = palette.named(textAt(layer, 'config.style.color.fixed', 'blue'));
  const opacity = numberAt(layer, 'config.style.opacity') ?? 1;
  const others = fields.filter((field) => field !== latitude && field !== longitude);
  const places = Array.from({ length: frame?.length ?? 0 }, (_, row) => row).flatMap((row): Place[] => {
    const place = [finite(longitude?.values[row]), finite(latitude?.values[row])] as const;
    if (place[0] === null || place[1] === null) return [];
    const [naming] = others.filter(({ type }) => type === 'string');
    return [
      {
        name: naming ? naming.show(naming.values[row]).text : place.join(', '),
        at: [place[0], place[1]],
        size: pixels(finite(size?.values[row])),
        color,
        opacity,
        told: others.map((field) => `${field.title}: ${field.show(field.values[row]).text}`),
        row,
      },
    ];
  });
  return {
    ...shown,
    places: places.sort((a, b) => b.size - a.size),
    field: size ?? others.find(({ type }) => type === 'number'),
  };
}

function fieldOf(fields: readonly PreparedField[], name: string): PreparedField | undefined {
  return fields.find((field) => field.name === name) ?? fields.find((field) => field.title === name);
}

/** Sizes between the layer's least and most, by where a value lies between the column's. */
function scale(field: PreparedField | undefined, layer: unknown): (value: number | null) => number {
  const fixed = numberAt(layer, 'config.style.size.fixed') ?? 5;
  const min = numberAt(layer, 'config.style.size.min') ?? fixed;
  const max = numberAt(layer, 'config.style.size.max') ?? fixed;
  const values = (field?.values ?? []).flatMap((value) => finite(value) ?? []);
  const [least, most] = extent(values);
  return (value) => {
    if (field === undefined || value === null) return 2 * fixed;
    return 2 * (most > least ? min + ((value - least) / (most - least)) * (max - min) : max);
  };
}
