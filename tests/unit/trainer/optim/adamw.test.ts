import { describe, expect, test } from 'vitest';
import * as g from '../../../../src/trainer/graph/build.js';
import type { Node } from '../../../../src/trainer/graph/node.js';
import {
  type AdamWOptions,
  type AdamWState,
  adamW,
  adamWDefaults,
} from '../../../../src/trainer/optim/adamw.js';
import { type ClipOptions, clipped } from '../../../../src/trainer/optim/clip.js';
import { computed, constant, rows } from '../../../helpers/tensors.js';

const row = (...values: readonly number[]): Node => rows([values]);
describe('clipping', () => {
  const of = async (gradients: Readonly<Record<string, Node>>, options: ClipOptions) => {
    const held = clipped(gradients, options);
    const values = await Promise.all(Object.values(held.gradients).map((one) => computed(one)));
    return { values, norm: (await computed(held.norm))[0] };
  };
  const gradients = { a: constant([3, 0]), b: row(-4) };

  test.each<[string, ClipOptions, readonly number[][]]>([
    ['by the norm over all parameters', { clipNorm: 1 }, [[0.6, 0], [-0.8]]],
    ['a norm below the limit is left alone', { clipNorm: 10 }, [[3, 0], [-4]]],
    ['not at all', { clipNorm: null }, [[3, 0], [-4]]],
    ['by value', { clipNorm: null, clipValue: 3.5 }, [[3, 0], [-3.5]]],
    [
      'by value, then by the norm of what is left',
      { clipNorm: 1, clipValue: 3 },
      [[Math.SQRT1_2, 0], [-Math.SQRT1_2]],
    ],
  ])('%s; the norm told is the one before', async (_, options, expected) => {
    const { values, norm } = await of(gradients, options);
    expect(values).toEqual(expected.map((each) => each.map((value) => expect.closeTo(value, 5))));
    expect(norm).toBeCloseTo(5, 12);
  });

  test('no gradient at all divides by nothing', async () => {
    const { values } = await of({ a: constant([0, 0]) }, { clipNorm: 1 });
    expect(values).toEqual([[0, 0]]);
  });
});

/** Plain AdamW of one number, step by step, as PyTorch documents it. */
function plain(start: number, gradients: readonly number[], rate: number, decay: number): number {
  let [x, m, v] = [start, 0, 0];
  for (const [i, gradient] of gradients.entries()) {
    x *= 1 - rate * decay;
    m = 0.9 * m + 0.1 * gradient;
    v = 0.999 * v + 0.001 * gradient ** 2;
    x -= (rate * (m / (1 - 0.9 ** (i + 1)))) / (Math.sqrt(v / (1 - 0.999 ** (i + 1))) + 1e-8);
  }
  return x;
}

describe('AdamW', () => {
  const options: AdamWOptions = { ...adamWDefaults, clipNorm: null };

  test('is that of PyTorch; matrices decay, vectors do not', async () => {
    const gradients = [0.3, -2, 0.01];
    let state: AdamWState = {
      parameters: { matrix: row(2), bias: constant([2]) },
      first: { matrix: row(0), bias: constant([0]) },
      second: { matrix: row(0), bias: constant([0]) },
    };
    for (const [i, gradient] of gradients.entries())
      state = adamW(state, { matrix: row(gradient), bias: constant([gradient]) }, options, {
        rate: g.fill(0.1),
        correction1: g.fill(1 - 0.9 ** (i + 1)),
        correction2: g.fill(1 - 0.999 ** (i + 1)),
      });
    expect((await computed(state.parameters.matrix as Node))[0]).toBeCloseTo(
      plain(2, gradients, 0.1, 0.01),
      12,
    );
    expect((await computed(state.parameters.bias as Node))[0]).toBeCloseTo(plain(2, gradients, 0.1, 0), 12);
  });
});
