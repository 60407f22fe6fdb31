import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardSignals } from '../../../src/rewards/index.js';
import { signalLaws } from '../../../src/rewards/laws/index.js';

/** 10 runs in the gate, where there are 33 signals; `npm run test:laws` sets FC_RUNS to 10,000 for each law of each. */
const numRuns = Number(process.env.FC_RUNS ?? 10);

/** 10,000 runs of the laws of one signal take half a minute on a slow machine. */
const timeout = 600_000;

describe('laws of every signal, whatever its parameters', () => {
  for (const one of standardSignals.values()) {
    test(
      one.name,
      () => {
        for (const law of signalLaws(one)) fc.assert(law.property as fc.IRawProperty<unknown>, { numRuns });
      },
      timeout,
    );
  }
});

test('laws of memory are for signals that have one', () => {
  const laws = (name: string): readonly string[] => {
    const one = standardSignals.get(name);
    return one === undefined ? [] : signalLaws(one).map((law) => law.name);
  };
  expect(laws('hapo')).toContain('memories are a commutative monoid');
  expect(laws('correct').length).toBe(10);
  expect(laws('hapo').length).toBe(15);
});
