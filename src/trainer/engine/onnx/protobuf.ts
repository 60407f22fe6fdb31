/**
 * Writes protocol buffers: the four wire forms ONNX needs. A message is a list of encoded fields.
 *
 * Source: Protocol Buffers, "Encoding".
 */
export type Field = readonly Uint8Array[];

const utf8 = new TextEncoder();

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

/** Most numbers of a model are small: each of those is one array for all places. */
const SMALL: readonly Uint8Array[] = Array.from({ length: 0x80 }, (_, value) => Uint8Array.of(value));

/** A whole number, low seven bits first; negative ones in two's complement of 64 bits. */
function varint(value: number | bigint): Uint8Array {
  const small = typeof value === 'number' ? SMALL[value] : undefined;
  if (small !== undefined) return small;
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

const tag = (field: number, wire: number): Uint8Array => varint((field << 3) | wire);

/** A whole number. */
export const int = (field: number, value: number | bigint): Field => [tag(field, VARINT), varint(value)];

/** Bytes as they are. */
export const bytes = (field: number, value: Uint8Array): Field => [
  tag(field, LENGTH_DELIMITED),
  varint(value.length),
  value,
];

/** A text. */
export const text = (field: number, value: string): Field => bytes(field, utf8.encode(value));

/** A float32. */
export function float(field: number, value: number): Field {
  const data = new Uint8Array(4);
  new DataView(data.buffer).setFloat32(0, value, true);
  return [tag(field, FIXED32), data];
}

/** A message within a message. */
export const message = (field: number, fields: readonly Field[]): Field => bytes(field, encode(fields));

/** The bytes of a message. */
export function encode(fields: readonly Field[]): Uint8Array {
  const parts = fields.flat();
  const out = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
