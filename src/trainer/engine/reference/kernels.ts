import type {
  BinaryFunction,
  ConcatNode,
  MatmulNode,
  Node,
  ReduceNode,
  SoftmaxNode,
  UnaryFunction,
} from '../../graph/node.js';
import { made, stridesOf, type Value, viewed } from './arrays.js';

const unaries: Readonly<Record<UnaryFunction, (x: number) => number>> = {
  neg: (x) => -x,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  sin: Math.sin,
  cos: Math.cos,
};

const binaries: Readonly<Record<BinaryFunction, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  max: Math.max,
  min: Math.min,
  less: (a, b) => (a < b ? 1 : 0),
  equal: (a, b) => (a === b ? 1 : 0),
};

/** The value of a node from the values of its operands, in the plainest way there is: the oracle of the other engines. */
export function evaluateNode(node: Exclude<Node, { op: 'input' }>, args: readonly Value[]): Value {
  const { shape } = node;
  const x = args[0] as Value;
  const y = args[1] as Value;
  switch (node.op) {
    case 'fill':
      return made(shape, () => node.value);
    case 'iota': {
      const step = stridesOf(shape)[node.axis] as number;
      return made(shape, (i) => Math.floor(i / step) % (shape[node.axis] as number));
    }
    case 'constant':
      return made(shape, (i) => node.values[i] as number);
    case 'unary':
      return made(shape, (i) => unaries[node.function](x.data[i] as number));
    case 'binary':
      return made(shape, (i) => binaries[node.function](x.data[i] as number, y.data[i] as number));
    case 'select': {
      const z = args[2] as Value;
      return made(shape, (i) => (x.data[i] !== 0 ? y.data[i] : z.data[i]) as number);
    }
    case 'cast':
    case 'reshape':
    case 'stopGradient':
    case 'fused':
      return { shape, data: x.data };
    case 'broadcast':
    case 'transpose':
    case 'slice':
    case 'pad':
      return rearranged(node, x);
    case 'concat':
      return joined(node, args);
    case 'matmul':
      return multiplied(node, x, y);
    case 'reduce':
      return reduced(node, x);
    case 'softmax':
      return softened(node, x);
    default:
      return indexed(node, x, y);
  }
}

/** The primitives that only move elements. */
function rearranged(
  node: Extract<Node, { op: 'broadcast' | 'transpose' | 'slice' | 'pad' }>,
  x: Value,
): Value {
  const { shape } = node;
  const steps = stridesOf(x.shape);
  switch (node.op) {
    case 'broadcast':
      return viewed(
        x,
        shape,
        steps.map((step, axis) => (x.shape[axis] === shape[axis] ? step : 0)),
      );
    case 'transpose':
      return viewed(
        x,
        shape,
        node.permutation.map((axis) => steps[axis] as number),
      );
    case 'slice':
      return viewed(x, shape, steps, dot(steps, node.starts));
    case 'pad': {
      const within = (index: readonly number[]): boolean =>
        index.every((at, axis) => {
          const place = at - (node.before[axis] as number);
          return place >= 0 && place < (x.shape[axis] as number);
        });
      return viewed(x, shape, steps, -dot(steps, node.before), within);
    }
  }
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

/** The primitives that read or write at indices. */
function indexed(
  node: Extract<Node, { op: 'gather' | 'scatterAdd' | 'pick' | 'unpick' | 'argmax' }>,
  x: Value,
  ids: Value,
): Value {
  const { shape } = node;
  const width = (node.op === 'unpick' ? shape.at(-1) : x.shape.at(-1)) as number;
  const id = (i: number): number => ids.data[i] as number;
  switch (node.op) {
    case 'gather':
      return made(shape, (i) => x.data[id(Math.floor(i / width)) * width + (i % width)] as number);
    case 'pick':
      return made(shape, (i) => x.data[i * width + id(i)] as number);
    case 'unpick':
      return made(shape, (i) =>
        id(Math.floor(i / width)) === i % width ? (x.data[Math.floor(i / width)] as number) : 0,
      );
    case 'scatterAdd': {
      const table = made(shape, () => 0);
      for (const [i, value] of x.data.entries()) {
        const place = id(Math.floor(i / width)) * width + (i % width);
        table.data[place] = (table.data[place] as number) + value;
      }
      return table;
    }
    case 'argmax':
      return made(shape, (row) => {
        const values = x.data.subarray(row * width, (row + 1) * width);
        return values.reduce((best, value, i) => (value > (values[best] as number) ? i : best), 0);
      });
  }
}

function joined({ axis, shape }: ConcatNode, parts: readonly Value[]): Value {
  const inner = stridesOf(shape)[axis] as number;
  const outer = shape.slice(0, axis).reduce((n, size) => n * size, 1);
  const out = made(shape, () => 0);
  let to = 0;
  for (let block = 0; block < outer; block += 1) {
    for (const part of parts) {
      const length = (part.shape[axis] as number) * inner;
      out.data.set(part.data.subarray(block * length, (block + 1) * length), to);
      to += length;
    }
  }
  return out;
}

function multiplied({ shape, transposeA, transposeB }: MatmulNode, a: Value, b: Value): Value {
  const [m, n] = shape.slice(-2) as [number, number];
  const k = a.shape.at(transposeA ? -2 : -1) as number;
  const [rowA, stepA] = transposeA ? [1, m] : [k, 1];
  const [stepB, columnB] = transposeB ? [1, k] : [n, 1];
  return made(shape, (place) => {
    const batch = Math.floor(place / (m * n));
    const row = Math.floor(place / n) % m;
    let i = batch * m * k + row * rowA;
    let j = batch * k * n + (place % n) * columnB;
    let total = 0;
    for (let step = 0; step < k; step += 1) {
      total += (a.data[i] as number) * (b.data[j] as number);
      i += stepA;
      j += stepB;
    }
    return total;
  });
}

function reduced({ shape, function: name }: ReduceNode, x: Value): Value {
  const out = made(shape, () => (name === 'sum' ? 0 : Number.NEGATIVE_INFINITY));
  const from = stridesOf(x.shape);
  const to = stridesOf(shape);
  for (const [i, value] of x.data.entries()) {
    let place = 0;
    for (const [axis, step] of from.entries())
      if (shape[axis] !== 1)
        place += (Math.floor(i / step) % (x.shape[axis] as number)) * (to[axis] as number);
    const old = out.data[place] as number;
    out.data[place] = name === 'sum' ? old + value : Math.max(old, value);
  }
  return out;
}

function softened({ shape, log }: SoftmaxNode, x: Value): Value {
  const width = shape.at(-1) as number;
  const out = made(shape, () => 0);
  for (let from = 0; from < x.data.length; from += width) {
    const row = x.data.subarray(from, from + width);
    const top = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const total = row.reduce((sum, value) => sum + Math.exp(value - top), 0);
    for (let i = 0; i < width; i += 1) {
      const shifted = (row[i] as number) - top;
      out.data[from + i] = log ? shifted - Math.log(total) : Math.exp(shifted) / total;
    }
  }
  return out;
}
