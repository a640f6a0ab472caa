import type { ColumnType, ColumnValue } from './field.js';

/** The element type that a column's values travel as: what has no compact binary form goes as text and is cast. */
export type WireType = 'timestamptz' | 'text' | 'int4' | 'int8' | 'float8' | 'bool' | 'uuid';

export const wireTypeOf: Readonly<Record<ColumnType, WireType>> = {
  timestamptz: 'timestamptz',
  text: 'text',
  int4: 'int4',
  int8: 'int8',
  float8: 'float8',
  bool: 'bool',
  uuid: 'uuid',
  numeric: 'text',
  'text[]': 'text',
  jsonb: 'text',
};

const oids: Readonly<Record<WireType, number>> = {
  timestamptz: 1184,
  text: 25,
  int4: 23,
  int8: 20,
  float8: 701,
  bool: 16,
  uuid: 2950,
};

const widths: Readonly<Record<Exclude<WireType, 'text'>, number>> = {
  timestamptz: 8,
  int4: 4,
  int8: 8,
  float8: 8,
  bool: 1,
  uuid: 16,
};

const postgresEpochMs = 946_684_800_000;
const headerBytes = 20;

/** `{"a","b"}`: the text form of an array, for arrays inside arrays. */
function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

const asText = (value: ColumnValue): string =>
  typeof value === 'object' && value !== null ? arrayLiteral(value) : String(value);

/** Writes a whole number as a big-endian 64-bit integer; `BigInt` would cost more than the rest of the row. */
function writeInt64(buffer: Buffer, value: number, offset: number): void {
  buffer.writeInt32BE(Math.floor(value / 4294967296), offset);
  buffer.writeUInt32BE(value - Math.floor(value / 4294967296) * 4294967296, offset + 4);
}

function writeValue(buffer: Buffer, type: Exclude<WireType, 'text'>, value: ColumnValue, offset: number): void {
  if (type === 'uuid') buffer.write(String(value), offset, 16, 'hex');
  else if (type === 'bool') buffer[offset] = value === true ? 1 : 0;
  else if (type === 'int4') buffer.writeInt32BE(Number(value), offset);
  else if (type === 'float8') buffer.writeDoubleBE(Number(value), offset);
  else writeInt64(buffer, type === 'int8' ? Number(value) : (Number(value) - postgresEpochMs) * 1000, offset);
}

function bytesNeeded(type: WireType, values: readonly ColumnValue[]): number {
  let bytes = headerBytes + 4 * values.length;
  for (const value of values) {
    if (value === null) continue;
    bytes += type === 'text' ? Buffer.byteLength(asText(value)) : widths[type];
  }
  return bytes;
}

/**
 * One-dimensional PostgreSQL array in binary form: the driver sends a Buffer as it is, at a third of the cost of a
 * text array.
 */
export function encodeArray(type: WireType, values: readonly ColumnValue[]): Buffer {
  const buffer = Buffer.allocUnsafe(bytesNeeded(type, values));
  buffer.writeInt32BE(values.length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oids[type], 8);
  if (values.length === 0) return buffer.subarray(0, 12);
  buffer.writeInt32BE(values.length, 12);
  buffer.writeInt32BE(1, 16);
  let offset = headerBytes;
  // Nothing but nulls, each a length of −1: all bits set.
  if (values.every((value) => value === null)) return buffer.fill(0xff, headerBytes);
  for (const value of values) {
    if (value === null) {
      buffer.writeInt32BE(-1, offset);
      offset += 4;
      continue;
    }
    const length = type === 'text' ? buffer.write(asText(value), offset + 4) : widths[type];
    if (type !== 'text') writeValue(buffer, type, value, offset + 4);
    buffer.writeInt32BE(length, offset);
    offset += 4 + length;
  }
  return buffer;
}
