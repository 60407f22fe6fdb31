import { BackendError, ConfigError } from '../../support/index.js';
import type { DeviceTensor } from './engine.js';

/** A value that an engine holds until it is freed. Each engine has a class of its own, by which it knows its tensors. */
export abstract class Held<T> implements DeviceTensor {
  readonly dtype: DeviceTensor['dtype'];
  readonly shape: DeviceTensor['shape'];
  #value: T | null;

  constructor({ dtype, shape }: DeviceTensor, value: T) {
    this.dtype = dtype;
    this.shape = shape;
    this.#value = value;
  }

  /** What the engine computes with. Throws {@link BackendError} once it is gone. */
  get value(): T {
    if (this.#value === null) throw new BackendError('a tensor was used after it was disposed of');
    return this.#value;
  }

  /** Gives the value away; `null` where it is gone already. */
  take(): T | null {
    const value = this.#value;
    this.#value = null;
    return value;
  }
}

/** A tensor as one of the engine whose class is given. Throws {@link ConfigError} for another's. */
export function ownAs<H extends DeviceTensor, A extends readonly never[]>(
  kind: new (...args: A) => H,
  tensor: DeviceTensor,
): H {
  if (tensor instanceof kind) return tensor;
  throw new ConfigError(
    'the tensor belongs to another engine; download it there and upload it here',
    'tensor',
  );
}
