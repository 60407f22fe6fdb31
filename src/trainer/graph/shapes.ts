import { ConfigError } from '../../support/index.js';
import type { Shape } from './node.js';

/** Number of elements. */
export const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);

/** A shape for messages: `[2,3]`. */
export const shown = (shape: Shape): string => `[${shape.join(',')}]`;

/** True for the same sizes in the same order. */
export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((size, axis) => size === b[axis]);

/** Where an axis stands; −1 is the last. Throws {@link ConfigError}. */
export function axisOf(axis: number, shape: Shape, what: string): number {
  const at = axis < 0 ? axis + shape.length : axis;
  if (Number.isInteger(at) && at >= 0 && at < shape.length) return at;
  throw new ConfigError(`${what}: axis ${axis} is not one of ${shown(shape)}`, what);
}

/** The shape both broadcast to: axes are matched from the last, size 1 is repeated, a missing axis is 1. */
export function broadcastShape(a: Shape, b: Shape, what: string): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => {
    const left = a[i - rank + a.length] ?? 1;
    const right = b[i - rank + b.length] ?? 1;
    if (left === right || right === 1) return left;
    if (left === 1) return right;
    throw new ConfigError(`${what}: ${shown(a)} and ${shown(b)} do not broadcast at axis ${i}`, what);
  });
}

/** A shape of the same elements; one size may be −1 and is what is left. Throws {@link ConfigError}. */
export function reshaped(from: Shape, to: Shape): Shape {
  const known = to.filter((size) => size !== -1);
  const rest = sizeOf(from) / sizeOf(known);
  const shape = to.map((size) => (size === -1 ? rest : size));
  if (to.length - known.length <= 1 && Number.isInteger(rest) && sizeOf(shape) === sizeOf(from)) return shape;
  throw new ConfigError(`reshape: ${shown(from)} does not fit ${shown(to)}`, 'reshape');
}
