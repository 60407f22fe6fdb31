import { ConfigError } from '../../support/index.js';
import type { HostTensor } from '../engine/engine.js';
import type { Shape } from '../graph/node.js';
import { sameShape, shown, sizeOf } from '../graph/shapes.js';
import { toBfloat16, toFloat16 } from './half-floats.js';
import type { ParameterReader } from './parameters.js';

/** Element types that are written, narrowed from float32 to the nearest. */
export type ElementType = 'F32' | 'F16' | 'BF16';

/** What a file says of a tensor. */
export interface StoredTensor {
  readonly name: string;
  readonly shape: Shape;
  readonly type: ElementType;
}

/** Bytes of an element. */
const WIDTHS: Readonly<Record<ElementType, number>> = { F32: 4, F16: 2, BF16: 2 };

/** Bytes a tensor takes. */
export const bytesOf = ({ shape, type }: StoredTensor): number => sizeOf(shape) * WIDTHS[type];

/**
 * The bytes of a file in pieces: the header, then a tensor at a time in the order given, each read when its turn comes, so that
 * neither the file nor all tensors are ever in memory. Throws {@link ConfigError} for a tensor of another shape than was said.
 */
export async function* safetensorsPieces(
  tensors: readonly StoredTensor[],
  read: ParameterReader,
  metadata: Readonly<Record<string, string>> = {},
): AsyncGenerator<Buffer, void, undefined> {
  yield headerOf(tensors, metadata);
  for (const { name, shape, type } of tensors) {
    const tensor = await read(name);
    if (!sameShape(tensor.shape, shape))
      throw new ConfigError(`${name} is ${shown(tensor.shape)}, not ${shown(shape)}`, name);
    yield dataOf(tensor, type);
  }
}

function headerOf(tensors: readonly StoredTensor[], metadata: Readonly<Record<string, string>>): Buffer {
  let at = 0;
  const entries = tensors.map((tensor) => {
    const from = at;
    at += bytesOf(tensor);
    const { name, shape, type } = tensor;
    return [name, { dtype: type, shape: [...shape], data_offsets: [from, at] }] as const;
  });
  const described = Object.keys(metadata).length === 0 ? {} : { __metadata__: metadata };
  const json = Buffer.from(JSON.stringify({ ...described, ...Object.fromEntries(entries) }));
  // Padded with spaces to a multiple of eight, as the reference writer does, so that the data is aligned.
  const header = Buffer.alloc(8 + Math.ceil(json.length / 8) * 8, ' ');
  header.writeBigUInt64LE(BigInt(header.length - 8));
  json.copy(header, 8);
  return header;
}

function dataOf({ data }: HostTensor, type: ElementType): Buffer {
  const floats = data instanceof Float32Array ? data : Float32Array.from(data);
  const stored = type === 'F32' ? floats : type === 'F16' ? toFloat16(floats) : toBfloat16(floats);
  return Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
}
