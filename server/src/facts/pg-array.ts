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

/** Values are written here first, so that no text is measured before it is written; it grows to the largest array. */
let scratch = Buffer.allocUnsafe(1 << 20);
/** The most bytes that UTF-8 needs for a UTF-16 unit. */
const mostPerUnit = 3;

function reserve(bytes: number): void {
  if (bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafe(2 * bytes);
  scratch.copy(larger);
  scratch = larger;
}

function writeInt32(value: number, offset: number): void {
  scratch[offset] = value >>> 24;
  scratch[offset + 1] = value >>> 16;
  scratch[offset + 2] = value >>> 8;
  scratch[offset + 3] = value;
}

/** Writes a whole number as a big-endian 64-bit integer; `BigInt` would cost more than the rest of the row. */
function writeInt64(value: number, offset: number): void {
  const high = Math.floor(value / 4294967296);
  writeInt32(high, offset);
  writeInt32(value - high * 4294967296, offset + 4);
}

/** @returns how many bytes it took; names and ids are short and ASCII, and a call into the runtime costs more than they do */
function writeText(text: string, offset: number): number {
  if (text.length > 40) return scratch.write(text, offset);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return scratch.write(text, offset);
    scratch[offset + i] = unit;
  }
  return text.length;
}

/** The value of a digit's character code, 0-9 and a-f. */
const nibble = (code: number): number => (code & 0xf) + (code > 0x39 ? 9 : 0);

function writeHex(digits: string, offset: number): void {
  for (let i = 0; i < widths.uuid; i++) {
    scratch[offset + i] = (nibble(digits.charCodeAt(2 * i)) << 4) | nibble(digits.charCodeAt(2 * i + 1));
  }
}

function writeFixed(type: Exclude<WireType, 'text'>, value: ColumnValue, offset: number): void {
  if (type === 'uuid') writeHex(String(value), offset);
  else if (type === 'bool') scratch[offset] = value === true ? 1 : 0;
  else if (type === 'int4') writeInt32(Number(value), offset);
  else if (type === 'float8') scratch.writeDoubleBE(Number(value), offset);
  else writeInt64(type === 'int8' ? Number(value) : (Number(value) - postgresEpochMs) * 1000, offset);
}

/** Writes one element with its length in front. @returns where the next one begins */
function writeElement(type: WireType, value: ColumnValue, offset: number): number {
  if (type !== 'text') {
    reserve(offset + 4 + widths[type]);
    writeInt32(widths[type], offset);
    writeFixed(type, value, offset + 4);
    return offset + 4 + widths[type];
  }
  const text = asText(value);
  reserve(offset + 4 + mostPerUnit * text.length);
  const length = writeText(text, offset + 4);
  writeInt32(length, offset);
  return offset + 4 + length;
}

/**
 * One-dimensional PostgreSQL array in binary form: the driver sends a Buffer as it is, at a third of the cost of a
 * text array.
 */
export function encodeArray(type: WireType, values: readonly ColumnValue[]): Buffer {
  reserve(headerBytes + 4 * values.length);
  writeInt32(values.length === 0 ? 0 : 1, 0);
  writeInt32(1, 4);
  writeInt32(oids[type], 8);
  if (values.length === 0) return Buffer.from(scratch.subarray(0, 12));
  writeInt32(values.length, 12);
  writeInt32(1, 16);
  let offset = headerBytes;
  for (const value of values) {
    if (value === null) {
      reserve(offset + 4);
      writeInt32(-1, offset);
      offset += 4;
    } else offset = writeElement(type, value, offset);
  }
  return Buffer.from(scratch.subarray(0, offset));
}

/** As `encodeArray` of one value of each row. */
export const encodeEach = <Row>(type: WireType, rows: readonly Row[], of: (row: Row) => ColumnValue): Buffer =>
  encodeArray(type, rows.map(of));

/** As `encodeArray` of nothing but nulls, each a length of −1: all bits set. */
export function encodeNulls(type: WireType, count: number): Buffer {
  const buffer = Buffer.alloc(headerBytes + 4 * count, 0xff);
  encodeArray(type, [null]).copy(buffer, 0, 0, headerBytes);
  buffer.writeInt32BE(count, 12);
  return buffer;
}
