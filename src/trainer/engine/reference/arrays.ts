import type { Shape } from '../../graph/node.js';
import { sizeOf } from '../../graph/shapes.js';

/** A value: floats in float64, ints exact in float64 too (indices are far below 2^53). */
export interface Value {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** Row-major steps of each axis. */
export function stridesOf(shape: Shape): readonly number[] {
  const strides = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis -= 1)
    strides[axis] = (strides[axis + 1] as number) * (shape[axis + 1] as number);
  return strides;
}

/** A value of a shape whose element at flat place i is `f(i)`. */
export function made(shape: Shape, f: (place: number) => number): Value {
  const data = new Float64Array(sizeOf(shape));
  for (let i = 0; i < data.length; i += 1) data[i] = f(i);
  return { shape, data };
}

/**
 * Reads `x` in another order: the element at index (i₀, i₁, …) of the result is at `offset + Σ iₐ·strides[a]` of x, or 0 where
 * `inside` says that it lies outside.
 */
export function viewed(
  x: Value,
  shape: Shape,
  strides: readonly number[],
  offset = 0,
  inside?: (index: readonly number[]) => boolean,
): Value {
  const index = shape.map(() => 0);
  const out = made(shape, () => 0);
  for (let place = 0; place < out.data.length; place += 1) {
    if (inside === undefined || inside(index)) {
      let at = offset;
      for (let axis = 0; axis < index.length; axis += 1)
        at += (index[axis] as number) * (strides[axis] as number);
      out.data[place] = x.data[at] as number;
    }
    advance(index, shape);
  }
  return out;
}

/** The next index in row-major order. */
function advance(index: number[], shape: Shape): void {
  for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
    index[axis] = (index[axis] as number) + 1;
    if ((index[axis] as number) < (shape[axis] as number)) return;
    index[axis] = 0;
  }
}
