import type { Tensor } from 'onnxruntime-node';
import { BackendError, ConfigError } from '../../../support/index.js';
import { sizeOf } from '../../graph/shapes.js';
import type { DeviceTensor, HostTensor } from '../engine.js';

/** The package, which is loaded by need. */
export type Runtime = typeof import('onnxruntime-node');

/** A value of the onnx engine. */
export class OnnxTensor implements DeviceTensor {
  readonly dtype: DeviceTensor['dtype'];
  readonly shape: DeviceTensor['shape'];
  #tensor: Tensor | null;

  constructor({ dtype, shape }: DeviceTensor, tensor: Tensor) {
    this.dtype = dtype;
    this.shape = shape;
    this.#tensor = tensor;
  }

  get tensor(): Tensor {
    if (this.#tensor === null) throw new BackendError('a tensor was used after it was disposed of');
    return this.#tensor;
  }

  free(): void {
    this.#tensor?.dispose();
    this.#tensor = null;
  }

  /** Gives the runtime's tensor away: what it holds is another's from now on. */
  release(): void {
    this.#tensor = null;
  }
}

/** The tensor as this engine's. Throws {@link ConfigError} for another's. */
export function own(tensor: DeviceTensor): OnnxTensor {
  if (tensor instanceof OnnxTensor) return tensor;
  throw new ConfigError(
    'the tensor belongs to another engine; download it there and upload it here',
    'tensor',
  );
}

/** A host tensor for the runtime; floats of 32 bits are read where they lie. */
export function uploaded({ Tensor: Make }: Runtime, tensor: HostTensor): OnnxTensor {
  const { dtype, shape, data } = tensor;
  const made =
    dtype === 'float'
      ? new Make('float32', data instanceof Float32Array ? data : Float32Array.from(data), shape)
      : new Make('int64', BigInt64Array.from(data as Int32Array, BigInt), shape);
  return new OnnxTensor(tensor, made);
}

/** A copy of the runtime's data for the host. */
export function hostTensor({ dtype, shape }: DeviceTensor, data: Tensor['data']): HostTensor {
  if (dtype === 'float') return { dtype, shape, data: (data as Float32Array).slice() };
  return { dtype, shape, data: Int32Array.from(data as BigInt64Array, Number) };
}

/** {@link Engine.write} on this process's memory: a session would copy whole tensors in and out for it. */
export function written(into: DeviceTensor, fresh: DeviceTensor, at: readonly number[], axis: number): void {
  const to = own(into).tensor.data as Float32Array;
  const from = own(fresh).tensor.data as Float32Array;
  const width = sizeOf(into.shape.slice(axis + 1));
  const blocks = sizeOf(into.shape.slice(1, axis));
  const slots = into.shape[axis] as number;
  for (let row = 0; row < (into.shape[0] as number); row += 1)
    for (let block = row * blocks; block < (row + 1) * blocks; block += 1) {
      const place = (block * slots + (at[row] as number)) * width;
      for (let i = 0; i < width; i += 1) to[place + i] = from[block * width + i] as number;
    }
}
