import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, verify } from '../../../src/verifiers/index.js';
import { independentOfOrder, payingLaws, verifierLaws } from '../../../src/verifiers/laws/index.js';

/** 100 runs in the gate; `npm run test:laws` sets FC_RUNS to 10,000. */
const numRuns = Number(process.env.FC_RUNS ?? 100);

const laws = [
  ...verifierLaws((gold, given, maxSteps) =>
    compare(gold, given, maxSteps === undefined ? {} : { policy: { maxSteps } }),
  ),
  independentOfOrder((gold, given) => compare(gold, given)),
  ...payingLaws((gold, response) => verify(gold, response).correct === true),
];

describe('laws of the verifier', () => {
  for (const law of laws) {
    test(law.name, { timeout: 60_000 + 200 * numRuns }, () => {
      fc.assert(law.property as fc.IRawProperty<unknown>, { numRuns, seed: 20261121 });
    });
  }
});

describe('the laws bite', () => {
  const broken = verifierLaws((gold, given) =>
    gold.length === given.length
      ? { kind: 'equal', by: 'broken', certainty: 'proved', steps: 0 }
      : { kind: 'different', by: 'broken', certainty: 'proved', steps: 0 },
  );
  test.each(broken.filter((law) => /spelling|separates/.test(law.name)))(
    '$name fails for a comparison of lengths',
    (law) => {
      expect(() => fc.assert(law.property as fc.IRawProperty<unknown>, { numRuns: 2000, seed: 1 })).toThrow();
    },
  );
});

describe('the laws of whole responses bite', () => {
  const lenient = payingLaws((gold, response) => response.includes(gold));
  test.each([...lenient])('$name fails where the gold need only occur', (law) => {
    expect(() => fc.assert(law.property as fc.IRawProperty<unknown>, { numRuns: 500, seed: 1 })).toThrow();
  });

  test('a comparison that remembers is found out', () => {
    let calls = 0;
    const law = independentOfOrder(() => ({
      kind: 'different',
      by: 'broken',
      certainty: 'proved',
      steps: calls++,
    }));
    expect(() => fc.assert(law.property as fc.IRawProperty<unknown>, { numRuns: 5, seed: 1 })).toThrow();
  });
});
