import { describe, expect, test } from 'vitest';
import * as g from '../../../../src/trainer/graph/build.js';
import { computed, floats, ints } from '../../../helpers/tensors.js';

const x = g.input('x', [2, 3]);
const data = { x: floats([2, 3], [1, 2, 3, 4, 5, 6]) };

describe('values', () => {
  test.each([
    ['iota', g.iota([2, 3], 1), [0, 1, 2, 0, 1, 2]],
    ['iota of the outer axis', g.iota([2, 3], 0), [0, 0, 0, 1, 1, 1]],
    ['broadcast', g.broadcast(g.cast(g.iota([2, 1], 0), 'float'), [2, 2]), [0, 0, 1, 1]],
    ['pad', g.pad(g.fill(1, [2]), 0, 1, 2), [0, 1, 1, 0, 0]],
    ['constant', g.constant([3, 1, 2, 4], [2, 2], 'int'), [3, 1, 2, 4]],
    ['equal', g.equal(g.iota([3], 0), 1), [0, 1, 0]],
  ])('%s', async (_, node, expected) => {
    expect(await computed(node)).toEqual(expected);
  });

  test.each([
    ['transpose', g.transpose(x, [1, 0]), [1, 4, 2, 5, 3, 6]],
    ['slice', g.slice(x, 1, 1, 3), [2, 3, 5, 6]],
    ['concat', g.concat([x, g.slice(x, 0, 0, 1)], 0), [1, 2, 3, 4, 5, 6, 1, 2, 3]],
    ['concat inside', g.concat([g.slice(x, 1, 2, 3), g.slice(x, 1, 0, 1)], 1), [3, 1, 6, 4]],
    ['matmul with its transpose', g.matmul(x, x, { transposeB: true }), [14, 32, 32, 77]],
    ['sum', g.sum(x, [1]), [6, 15]],
    ['max', g.max(x, [0]), [4, 5, 6]],
    ['mean', g.mean(x), [3.5]],
    ['argmax', g.argmax(g.neg(x)), [0, 0]],
  ])('%s', async (_, node, expected) => {
    expect(await computed(node, data)).toEqual(expected);
  });

  test('gather and scatterAdd count repeated ids', async () => {
    const ids = g.input('ids', [3], 'int');
    const given = { ids: ints([3], [1, 1, 0]) };
    expect(await computed(g.gather(x, ids), { ...data, ...given })).toEqual([4, 5, 6, 4, 5, 6, 1, 2, 3]);
    expect(await computed(g.scatterAdd(g.fill(1, [3, 2]), ids, 3), given)).toEqual([1, 1, 2, 2, 0, 0]);
  });

  test('softmax holds for large numbers', async () => {
    const big = { x: floats([2, 3], [1000, 1000, -1000, 0, 0, 0]) };
    const values = await computed(g.softmax(x), big);
    expect(values.slice(0, 3)).toEqual([0.5, 0.5, 0]);
    expect(await computed(g.logSoftmax(x), big)).toEqual(expect.arrayContaining([-Math.log(2)]));
  });
});

describe('what is refused', () => {
  test.each([
    ['shapes that do not broadcast', () => g.add(x, g.fill(1, [2])), 'broadcast'],
    ['int with float', () => g.add(x, g.iota([2, 3], 0)), 'cast one'],
    ['an axis there is not', () => g.sum(x, [2]), 'axis 2'],
    ['a slice beyond the end', () => g.slice(x, 0, 1, 3), 'not within'],
    ['a reshape of another size', () => g.reshape(x, [4, 2]), 'does not fit'],
    ['matrices that do not fit', () => g.matmul(x, x), 'does not multiply'],
    ['no order of axes', () => g.transpose(x, [0, 0]), 'no order'],
    ['parts that do not fit', () => g.concat([x, g.fill(1, [3, 2])], 0), 'does not fit beside'],
    ['float ids', () => g.gather(x, g.fill(1, [2])), 'int ids'],
    ['too few values', () => g.constant([1, 2], [3]), 'needs 3 finite values for [3]; got 2'],
    ['a value that is no number', () => g.constant([Number.NaN], [1]), 'finite'],
    ['an infinite value', () => g.fill(Number.POSITIVE_INFINITY), 'finite'],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(message);
  });

  test.each([
    ['a missing input', {}, "input 'x' [2,3] is missing"],
    ['an unknown input', { ...data, y: floats([], [1]) }, "no input 'y'"],
    [
      'another shape',
      { x: floats([3, 2], [1, 2, 3, 4, 5, 6]) },
      "input 'x' must be float [2,3]; got float [3,2]",
    ],
  ])('%s', async (_, given, message) => {
    await expect(async () => computed(g.neg(x), given)).rejects.toThrow(message);
  });
});
