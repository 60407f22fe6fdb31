import type { Tensor } from 'onnxruntime-node';
import { sizeOf } from '../../graph/shapes.js';
import type { DeviceTensor, HostTensor } from '../engine.js';
import { Held, ownAs } from '../held.js';

/** The package, which is loaded by need. */
export type Runtime = typeof import('onnxruntime-node');

/** A value of the onnx engine. */
export class OnnxTensor extends Held<Tensor> {}

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
  const to = ownAs(OnnxTensor, into).value.data as Float32Array;
  const from = ownAs(OnnxTensor, fresh).value.data as Float32Array;
  const width = sizeOf(into.shape.slice(axis + 1));
  const blocks = sizeOf(into.shape.slice(1, axis));
  const slots = into.shape[axis] as number;
  for (let row = 0; row < (into.shape[0] as number); row += 1)
    for (let block = row * blocks; block < (row + 1) * blocks; block += 1) {
      const place = (block * slots + (at[row] as number)) * width;
      for (let i = 0; i < width; i += 1) to[place + i] = from[block * width + i] as number;
    }
}
