import type { Shape } from '../graph/node.js';
import { sizeOf } from '../graph/shapes.js';
import type { DeviceTensor, Engine, HostTensor } from './engine.js';

/** A float scalar. */
export const scalar = (value: number): HostTensor => ({
  dtype: 'float',
  shape: [],
  data: Float32Array.of(value),
});

/** Floats, all 0. */
export const zerosOf = (shape: Shape): HostTensor => ({
  dtype: 'float',
  shape,
  data: new Float32Array(sizeOf(shape)),
});

/** Every tensor by its name, put on the engine's device. */
export const uploadAll = (
  engine: Engine,
  tensors: Readonly<Record<string, HostTensor>>,
): Promise<Readonly<Record<string, DeviceTensor>>> => eachOf(tensors, (tensor) => engine.upload(tensor));

/** Every tensor by its name, read back from the engine's device. */
export const downloadAll = (
  engine: Engine,
  tensors: Readonly<Record<string, DeviceTensor>>,
): Promise<Readonly<Record<string, HostTensor>>> => eachOf(tensors, (tensor) => engine.download(tensor));

async function eachOf<A, B>(
  named: Readonly<Record<string, A>>,
  work: (value: A) => Promise<B>,
): Promise<Readonly<Record<string, B>>> {
  const entries = Object.entries(named).map(async ([name, value]) => [name, await work(value)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
