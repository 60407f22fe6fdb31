import fc from 'fast-check';
import type { Json } from '../../support/index.js';
import { reward } from '../build.js';
import { type Registry, standardSignals } from '../registry.js';
import { asProblemId, type Facts, type Group, type Rollout } from '../rollout.js';
import type { Parameter, Signal } from '../signal.js';
import type { Reward, SignalTerm, Term } from '../term.js';

/** Arbitrary values of a parameter: its default, its limits, round numbers between. */
export function parameterValues(parameter: Parameter): fc.Arbitrary<Json> {
  switch (parameter.kind) {
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...parameter.choices);
    case 'text':
      return fc.constantFrom(parameter.default ?? 'answer', 'answer', 'x', '');
    case 'number': {
      const { min = -1_000, max = 1_000, integer = false } = parameter;
      const round = (value: number): number => (integer ? Math.round(value) : value);
      const between = fc.integer({ min: 0, max: 16 }).map((n) => {
        const [low, high] = [Math.max(min, -1_000), Math.min(max, 1_000)];
        return Math.min(max, Math.max(min, round(low + ((high - low) * n) / 16)));
      });
      const usual = parameter.default;
      return usual === undefined ? between : fc.oneof(fc.constant(usual), between);
    }
  }
}

/** Arbitrary nodes of one signal: any parameters its table allows. */
export function signalTerms({ name, parameters }: Signal): fc.Arbitrary<SignalTerm> {
  const params = Object.fromEntries(
    Object.entries(parameters).map(([key, parameter]) => [key, parameterValues(parameter)]),
  );
  return fc.record(params).map((values): SignalTerm => ({ op: 'signal', name, params: values }));
}

const numbers = fc.integer({ min: -8, max: 8 }).map((n) => n / 4);

/** Options of {@link terms}. */
export interface TermOptions {
  readonly registry?: Registry;
  /** Levels of operators, 4 unless told. */
  readonly depth?: number;
}

/** Arbitrary terms over the signals of a registry, every operator among them. */
export function terms({ registry = standardSignals, depth = 4 }: TermOptions = {}): fc.Arbitrary<Term> {
  const leaf: fc.Arbitrary<Term> = fc.oneof(
    numbers.map((value): Term => ({ op: 'const', value })),
    ...[...registry.values()].map(signalTerms),
  );
  const { term } = fc.letrec<{ term: Term }>((tie) => ({
    term: fc.oneof({ maxDepth: depth, withCrossShrink: true }, leaf, ...operators(tie('term'))),
  }));
  return term;
}

/** One arbitrary for each operator, over arbitrary children. */
function operators(child: fc.Arbitrary<Term>): readonly fc.Arbitrary<Term>[] {
  const many = fc.array(child, { minLength: 1, maxLength: 3 });
  return [
    sums(child),
    fc
      .record({ op: fc.constantFrom('product' as const, 'min' as const, 'max' as const), terms: many })
      .map((term): Term => term),
    fc
      .record({ when: child, atLeast: numbers, pass: child, fail: child })
      .map((term): Term => ({ op: 'gate', ...term })),
    fc
      .record({ a: numbers, b: numbers, term: child })
      .map(({ a, b, term }): Term => ({ op: 'clip', min: Math.min(a, b), max: Math.max(a, b), term })),
    fc
      .record({ scale: numbers, shift: numbers, term: child })
      .map((term): Term => ({ op: 'affine', ...term })),
    fc.record({ at: numbers, term: child }).map((term): Term => ({ op: 'threshold', ...term })),
    fc.record({ knots: knots(), term: child }).map((term): Term => ({ op: 'schedule', ...term })),
    fc
      .record({ op: fc.constantFrom('centre' as const, 'rank' as const), term: child })
      .map((term): Term => term),
    fc
      .record({
        std: fc.constantFrom('sample' as const, 'population' as const),
        epsilon: fc.constantFrom(0, 1e-6, 1),
        term: child,
      })
      .map((term): Term => ({ op: 'zscore', ...term })),
  ];
}

function sums(child: fc.Arbitrary<Term>): fc.Arbitrary<Term> {
  const part = fc.record({ weight: numbers, term: child });
  return fc
    .record({
      weights: fc.constantFrom('raw' as const, 'normalised' as const),
      missing: fc.constantFrom('null' as const, 'skip' as const),
      parts: fc.array(part, { minLength: 1, maxLength: 3 }),
    })
    .map(
      ({ weights, missing, parts }): Term => ({
        op: 'sum',
        weights,
        missing,
        parts: parts.map(({ weight, term }, i) => ({
          name: `part${i}`,
          // Normalised weights are ≥ 0 with a positive sum.
          weight: weights === 'raw' ? weight : Math.abs(weight) + 0.25,
          term,
        })),
      }),
    );
}

const knots = (): fc.Arbitrary<readonly (readonly [number, number])[]> =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: -5, max: 40 }), numbers), {
      minLength: 1,
      maxLength: 4,
      selector: ([step]) => step,
    })
    .map((list) => list.sort(([a], [b]) => a - b));

/** Arbitrary rewards: an arbitrary term under an arbitrary policy. */
export const rewards = (options: TermOptions = {}): fc.Arbitrary<Reward> =>
  fc
    .record({
      term: terms(options),
      undecided: fc.constantFrom('zero' as const, 'abstain' as const, 'fail' as const),
    })
    .map(({ term, undecided }) => reward('arbitrary', term, undecided));

const TEXTS = [
  '',
  '4',
  '<think>Two and two.</think>\nThe answer is \\boxed{4}.',
  '<think>\nso\n</think>\n<answer>\n4\n</answer>',
  '<think><think></think></answer>',
  'Step 1: a\n- b\n\nFirst, c\n#### 4',
  'the cat sat the cat sat the cat',
  '答案是 4。答案是 4。',
  '\ud800 \u0000 __proto__',
  'y'.repeat(150),
] as const;

/** A verdict's worth with the verdict behind it, agreeing with each other. */
const judged: fc.Arbitrary<Pick<Facts, 'correct' | 'verdict'>> = fc.constantFrom(
  { correct: true, verdict: { kind: 'equal', by: 'rational', certainty: 'proved', steps: 1 } } as const,
  { correct: true, verdict: { kind: 'equal', by: 'polynomial', certainty: 'probable', steps: 1 } } as const,
  { correct: false, verdict: { kind: 'different', by: 'rational', certainty: 'proved', steps: 1 } } as const,
  { correct: false, verdict: { kind: 'undecided', reason: 'no-answer', detail: '', steps: 1 } } as const,
  { correct: false, verdict: { kind: 'undecided', reason: 'budget', detail: '', steps: 1 } } as const,
  { correct: null, verdict: { kind: 'undecided', reason: 'bad-gold', detail: '', steps: 1 } } as const,
  {},
);

const lengths = fc.oneof(fc.nat(60), fc.constantFrom(100, 1_000, 2_048, 16_384, 40_000));
const scores = fc.oneof(fc.constantFrom(-4, 0, 2, 10), fc.double({ min: -50, max: 50, noNaN: true }));

/** Arbitrary facts, each of them sometimes missing. */
export const facts = (): fc.Arbitrary<Facts> =>
  fc
    .tuple(
      judged,
      fc.record(
        {
          meanEntropy: fc.double({ min: 0, max: 12, noNaN: true }),
          logProbs: fc.array(fc.double({ min: -20, max: 0, noNaN: true }), { maxLength: 5 }),
          tokenIds: fc.array(fc.nat(5), { maxLength: 12 }),
          modelScore: scores,
          stepScores: fc.array(
            fc.integer({ min: 0, max: 10 }).map((n) => n / 10),
            { maxLength: 5 },
          ),
          noThinking: fc.boolean(),
          extra: fc.dictionary(fc.constantFrom('answer', 'x', 'target', '__proto__'), fc.option(scores), {
            maxKeys: 3,
          }),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([verdict, others]) => ({ ...verdict, ...others }));

/** Arbitrary rollouts. */
export const rollouts = (): fc.Arbitrary<Rollout> =>
  fc
    .tuple(
      fc.record({ text: fc.constantFrom(...TEXTS), facts: facts() }),
      fc.record(
        { tokens: lengths, finish: fc.constantFrom('stop' as const, 'length' as const) },
        { requiredKeys: [] },
      ),
    )
    .map(([always, sometimes]) => ({ ...always, ...sometimes }));

/** Arbitrary groups of one to six rollouts, of one of three problems. */
export const groups = (rollout: fc.Arbitrary<Rollout> = rollouts()): fc.Arbitrary<Group> =>
  fc
    .tuple(
      fc.record({
        problem: fc.constantFrom('p', '', '__proto__').map(asProblemId),
        step: fc.nat(45),
        rollouts: fc.array(rollout, { minLength: 1, maxLength: 6 }),
      }),
      fc.record(
        {
          gold: fc.constantFrom('4', ''),
          referenceAccuracy: fc.integer({ min: 0, max: 4 }).map((n) => n / 4),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([always, sometimes]) => ({ ...always, ...sometimes }));

const anyNumber = fc.oneof(
  fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, -1, 5e-324, -1.7e308, 1.7e308, 2 ** 53),
  fc.double(),
);

/** Groups as no trainer should send them: numbers that are none, lengths that do not fit, no rollouts at all. */
export const hostileGroups = (): fc.Arbitrary<Group> =>
  fc.record({
    problem: fc.string({ unit: 'binary' }).map(asProblemId),
    step: anyNumber,
    referenceAccuracy: anyNumber,
    gold: fc.string({ unit: 'binary', maxLength: 10 }),
    rollouts: fc.array(hostileRollouts(), { maxLength: 4 }),
  });

const hostileRollouts = (): fc.Arbitrary<Rollout> =>
  fc.record({
    text: fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...TEXTS)),
    tokens: anyNumber,
    finish: fc.constantFrom('stop' as const, 'length' as const),
    facts: fc
      .record({
        meanEntropy: anyNumber,
        modelScore: anyNumber,
        noThinking: fc.boolean(),
        logProbs: fc.array(anyNumber, { maxLength: 3 }),
        tokenIds: fc.array(anyNumber, { maxLength: 6 }),
        stepScores: fc.array(anyNumber, { maxLength: 4 }),
        extra: fc.dictionary(fc.constantFrom('answer', 'x', 'target', '__proto__'), anyNumber, {
          maxKeys: 2,
        }),
      })
      .chain((others) => judged.map((verdict): Facts => ({ ...verdict, ...others }))),
  });
