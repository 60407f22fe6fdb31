import type { InverseRmsKernel, Kernel, PutKernel, RmsNormKernel, RotateKernel } from '../../graph/node.js';
import type { Emitter, Target } from './emitter.js';
import type { NameOf } from './operators.js';

/** Whether a target computes a kernel in one go; else its primitives are emitted. */
export const knows = (kernel: Kernel, { inverseNorms }: Target): boolean =>
  inverseNorms || kernel.name !== 'inverseRms';

/** Emits what computes a kernel in one go, and gives the name of its value. */
export function emitKernel(kernel: Kernel, name: NameOf, to: Emitter): string {
  switch (kernel.name) {
    case 'put':
      return placed(kernel, name, to);
    case 'rmsNorm':
      return normed(kernel, name, to)[0];
    case 'inverseRms':
      return normed(kernel, name, to)[1];
    case 'rotate':
      return rotated(kernel, name, to);
    case 'silu':
      return to.emit('com.microsoft.QuickGelu', [name(kernel.x)], { alpha: { float: 1 } });
    case 'segment':
      return name(kernel.result);
  }
}

/** ScatterND at (…, at[b]): touches only what changes when its result is written in place of what it goes into. */
function placed({ into, fresh, at, axis }: PutKernel, name: NameOf, to: Emitter): string {
  const before = into.shape.slice(0, axis);
  const ones = before.map((size, i) => (i === 0 ? size : 1));
  const places = to.emit('Expand', [
    to.emit('Reshape', [name(at), to.ints([...ones, 1, 1])]),
    to.ints([...before, 1, 1]),
  ]);
  const count = before.reduce((n, size) => n * size, 1);
  const steps = before.map((_, i) => before.slice(i + 1).reduce((n, size) => n * size, 1));
  const grid = Array.from({ length: count }, (_, place) =>
    steps.map((step, i) => Math.floor(place / step) % (before[i] as number)),
  );
  const rows = to.ints(grid.flat(), [...before, 1, axis]);
  const indices = to.emit('Concat', [rows, places], { axis: { int: -1 } });
  return to.emit('ScatterND', [name(into), indices, name(fresh)]);
}

/** The norm, and what its rows were multiplied by. */
function normed(
  { x, weight, epsilon }: RmsNormKernel | InverseRmsKernel,
  name: NameOf,
  to: Emitter,
): readonly [value: string, inverse: string] {
  const attributes = { axis: { int: -1 }, epsilon: { float: epsilon } };
  const names = to.emitAll('SimplifiedLayerNormalization', [name(x), name(weight)], attributes, 2);
  return names as readonly [string, string];
}

/** Angles come from tables made here, in double precision. */
function rotated(
  { x, positions, places, frequencies, turn }: RotateKernel,
  name: NameOf,
  to: Emitter,
): string {
  const half = frequencies.length;
  const angles = `${places} ${frequencies.join(' ')}`;
  const table = (what: string, f: (angle: number) => number): string =>
    to.table(`${what} ${angles}`, () => ({
      dtype: 'float',
      shape: [places, half],
      values: Array.from({ length: places * half }, (_, i) =>
        f(Math.floor(i / half) * (frequencies[i % half] as number)),
      ),
    }));
  return to.emit('com.microsoft.RotaryEmbedding', [
    name(x),
    name(positions),
    table('cosines', Math.cos),
    table(`sines ${turn}`, (angle) => turn * Math.sin(angle)),
  ]);
}
