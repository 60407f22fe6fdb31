import type { Kernel, PutKernel } from '../../graph/node.js';
import type { Emitter } from './emitter.js';
import type { NameOf } from './operators.js';

/** Emits what computes a kernel in one go, and gives the name of its value. */
export function emitKernel(kernel: Kernel, name: NameOf, to: Emitter): string {
  switch (kernel.name) {
    case 'put':
      return placed(kernel, name, to);
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
