import type { HostTensor } from '../engine/engine.js';
import { sizeOf } from '../graph/shapes.js';
import { toBfloat16, toFloat16 } from './half-floats.js';

/** Element types that are written, narrowed from float32 to the nearest. */
export type ElementType = 'F32' | 'F16' | 'BF16';

/** A tensor by its name; `type` default F32. */
export type NamedTensor = readonly [name: string, tensor: HostTensor, type?: ElementType];

/** Bytes of an element. */
const WIDTHS: Readonly<Record<ElementType, number>> = { F32: 4, F16: 2, BF16: 2 };

const bytesOf = ({ shape }: HostTensor, type: ElementType): number => sizeOf(shape) * WIDTHS[type];

/** The bytes of a file in pieces, a tensor at a time in the order given: a large one is never in memory as a whole. */
export function* safetensorsPieces(
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>> = {},
): Generator<Buffer, void, undefined> {
  let at = 0;
  const entries = tensors.map(([name, tensor, type = 'F32']) => {
    const from = at;
    at += bytesOf(tensor, type);
    return [name, { dtype: type, shape: [...tensor.shape], data_offsets: [from, at] }] as const;
  });
  const described = Object.keys(metadata).length === 0 ? {} : { __metadata__: metadata };
  const json = Buffer.from(JSON.stringify({ ...described, ...Object.fromEntries(entries) }));
  // Padded with spaces to a multiple of eight, as the reference writer does, so that the data is aligned.
  const header = Buffer.alloc(8 + Math.ceil(json.length / 8) * 8, ' ');
  header.writeBigUInt64LE(BigInt(header.length - 8));
  json.copy(header, 8);
  yield header;
  for (const [, tensor, type = 'F32'] of tensors) yield dataOf(tensor, type);
}

/** A file's bytes as a whole. */
export const safetensorsBytes = (
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>> = {},
): Buffer => Buffer.concat([...safetensorsPieces(tensors, metadata)]);

function dataOf({ data }: HostTensor, type: ElementType): Buffer {
  const floats = data instanceof Float32Array ? data : Float32Array.from(data);
  const stored = type === 'F32' ? floats : type === 'F16' ? toFloat16(floats) : toBfloat16(floats);
  return Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
}
