import { describe, expect, test } from 'vitest';
import {
  Critic,
  type CriticMetrics,
  type CriticOptions,
  type ValueExample,
} from '../../../src/trainer/critic.js';
import type { HostTensor } from '../../../src/trainer/engine/engine.js';
import { referenceEngine } from '../../../src/trainer/engine/reference/engine.js';
import * as g from '../../../src/trainer/graph/build.js';
import { gradients } from '../../../src/trainer/graph/gradients.js';
import type { Node } from '../../../src/trainer/graph/node.js';
import { LocalPolicy } from '../../../src/trainer/local-policy.js';
import { freshParameters, type Named, parameterInputs } from '../../../src/trainer/model/parameters.js';
import { stateValues, valueSpecs } from '../../../src/trainer/model/value-head.js';
import { adamWDefaults } from '../../../src/trainer/optim/adamw.js';
import { derivedRandom, normal } from '../../../src/trainer/random.js';
import { type ValueLossInputs, valueLoss } from '../../../src/trainer/value-loss.js';
import { computed, floats, ints } from '../../helpers/tensors.js';
import { letters, tinyConfig } from '../../helpers/tiny-model.js';

const row = (values: readonly number[]): Node =>
  g.reshape(
    g.concat(
      values.map((value) => g.fill(value, [1])),
      0,
    ),
    [1, values.length],
  );

describe('the value loss, clip 0.5', () => {
  test.each([
    // value, old value, return: ½·max of the squares.
    [1, 0.8, 2, 0.5, 0],
    [1, 0, 2, 1.125, 1],
    [-1, 0, -2, 1.125, 1],
    // Moved too far, but away from the return: the free square is the greater.
    [-1, 0, 1, 2, 0],
    [0.3, 0.3, 0.3, 0, 0],
  ])('value %d, before %d, return %d: %d', async (value, old, target, loss, share) => {
    const inputs = { values: row([value]), oldValues: row([old]), returns: row([target]) };
    const found = valueLoss({ ...inputs, mask: row([1]), weights: row([1]) }, 0.5);
    expect((await computed(found.loss))[0]).toBeCloseTo(loss, 12);
    expect(await computed(found.clipped)).toEqual([share]);
  });

  test('is a weighted mean over response tokens', async () => {
    const found = valueLoss(
      {
        values: row([1, 0, 99]),
        oldValues: row([1, 0, 0]),
        returns: row([0, 0.5, 0]),
        mask: row([1, 1, 0]),
        weights: row([0.5, 0.5, 0.5]),
      },
      0.5,
    );
    expect((await computed(found.loss))[0]).toBeCloseTo(0.5 * (0.5 * 1 + 0.5 * 0.25), 12);
  });

  test('its gradient is that of finite differences', async () => {
    const at = [0.1, 0.9, -0.7, 0.4];
    const given = (values: Node): ValueLossInputs => ({
      values,
      oldValues: row([0, 0.1, 0, 0.5]),
      returns: row([1, 2, 0.5, -1]),
      mask: row([1, 1, 1, 0]),
      weights: row([0.25, 0.25, 0.5, 0.25]),
    });
    const values = g.input('values', [1, 4]);
    const { loss } = valueLoss(given(values), 0.5);
    const [gradient] = gradients(loss, [values]);
    const found = await computed(gradient as Node, { values: floats([1, 4], at) });
    const of = async (shifted: readonly number[]): Promise<number> =>
      (await computed(loss, { values: floats([1, 4], shifted) }))[0] as number;
    for (const [i, value] of at.entries()) {
      const slope = ((await of(at.with(i, value + 1e-6))) - (await of(at.with(i, value - 1e-6)))) / 2e-6;
      expect(found[i]).toBeCloseTo(slope, 6);
    }
  });
});

test('the gradient of the whole critic is that of finite differences', async () => {
  const specs = valueSpecs(tinyConfig);
  const random = derivedRandom(1);
  const weights: Named<HostTensor> = Object.fromEntries(
    specs.map(({ name, shape }) => {
      const size = shape.reduce((n, side) => n * side, 1);
      const offset = name.includes('norm') ? 1 : 0;
      return [
        name,
        floats(
          shape,
          Array.from({ length: size }, () => offset + 0.3 * normal(random)),
        ),
      ];
    }),
  );
  const parameters = parameterInputs(specs);
  const sequences = ints([1, 5], [2, 5, 3, 9, 1]);
  const values = stateValues(tinyConfig, parameters, g.input('sequences', [1, 5], 'int'));
  const { loss } = valueLoss(
    {
      values,
      oldValues: row([0, 0.2, 0.4, 0]),
      returns: row([1, -1, 0.5, 2]),
      mask: row([0, 1, 1, 1]),
      weights: row([0, 0.3, 0.3, 0.4]),
    },
    0.5,
  );
  const of = async (changed: Named<HostTensor>): Promise<number> =>
    (await computed(loss, { ...weights, ...changed, sequences }))[0] as number;
  for (const { name } of specs) {
    const [gradient] = gradients(loss, [parameters[name] as Node]);
    const found = await computed(gradient as Node, { ...weights, sequences });
    const { shape, data } = weights[name] as HostTensor;
    const i = random.below(data.length);
    const shifted = (by: number): Named<HostTensor> => ({
      [name]: floats(shape, [...data].with(i, (data[i] as number) + by)),
    });
    const slope = ((await of(shifted(1e-5))) - (await of(shifted(-1e-5)))) / 2e-5;
    expect(found[i], name).toBeCloseTo(slope, 6);
  }
});

const options: CriticOptions = { optimiser: adamWDefaults, rate: () => 1e-2, clip: 0.5, microBatch: 64 };

const examples: readonly ValueExample[] = ['bcdef', 'a', 'hij', 'cccc'].map((text, i) => {
  const response = [...letters.encode(text), 1];
  return {
    prompt: letters.encode('abc'.slice(0, 1 + (i % 3))),
    response,
    oldValues: response.map(() => 0),
    returns: response.map(() => i % 2),
  };
});

async function critic(changed: Partial<CriticOptions> = {}): Promise<Critic> {
  const policy = await LocalPolicy.on(referenceEngine(), tinyConfig, letters, freshParameters(tinyConfig, 5));
  return Critic.of(policy, { ...options, ...changed });
}

async function trained(
  batches: readonly (readonly ValueExample[])[],
  changed: Partial<CriticOptions> = {},
): Promise<{ readonly metrics: readonly CriticMetrics[]; readonly values: readonly number[] }> {
  const one = await critic(changed);
  const metrics: CriticMetrics[] = [];
  for (const [step, batch] of batches.entries()) metrics.push(await one.update(batch, step));
  return { metrics, values: (await one.values(examples)).flatMap((each) => [...each]) };
}

const furthest = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0);

describe('a critic', () => {
  test('expects nothing at first, one value before every token of the response', async () => {
    const values = await (await critic()).values(examples);
    expect(values.map((each) => [...each])).toEqual(examples.map(({ response }) => response.map(() => 0)));
  });

  test('comes to expect what follows', async () => {
    const { metrics } = await trained(new Array(30).fill(examples), { clip: 10 });
    expect(metrics[0]?.loss).toBeCloseTo(0.5 * (7 / 17), 6);
    expect(metrics.at(-1)?.loss).toBeLessThan(0.05);
  });

  test('does not depend on micro-batches, order, padding, or on what is computed again', async () => {
    const whole = await trained([examples, examples]);
    for (const other of [
      await trained([examples, examples], { microBatch: 1 }),
      await trained([[...examples].reverse(), examples]),
      await trained([examples, examples], { recompute: true }),
    ]) {
      expect(furthest(other.values, whole.values)).toBeLessThan(1e-6);
      expect(other.metrics[1]?.loss).toBeCloseTo(whole.metrics[1]?.loss as number, 9);
    }
  });

  test('without examples, or with returns that are no numbers, stays as it is', async () => {
    const broken = examples.map((example) => ({
      ...example,
      returns: example.response.map(() => Number.NaN),
    }));
    const { metrics, values } = await trained([[], broken]);
    expect(metrics[0]).toEqual({ loss: 0, clipped: 0, gradientNorm: 0 });
    expect(metrics[1]?.loss).toBeNaN();
    expect(Math.max(...values.map(Math.abs))).toBe(0);
  });

  test('goes on from its state', async () => {
    const through = await trained([examples, examples, examples]);
    const first = await critic();
    for (const step of [0, 1]) await first.update(examples, step);
    const second = await critic();
    await second.restore(await first.state());
    await second.update(examples, 2);
    const values = (await second.values(examples)).flatMap((each) => [...each]);
    expect(values).toEqual(through.values);
  });
});
