import type { Random } from '../../../support/index.js';

/** What a chain folds its digits by; everything is modulo 10. */
export const kinds = ['sum', 'sub', 'max', 'mul', 'mix', 'word'] as const;
/** One of the six kinds. */
export type Kind = (typeof kinds)[number];

/** Words that carry no meaning for the answer, but choose the author's habits. */
export const nouns = ['apple', 'coin', 'bird', 'card', 'shell', 'stone', 'book', 'star'] as const;
/** One of the eight nouns. */
export type Noun = (typeof nouns)[number];

/** Labels of the operands. */
export const labels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;

/** Fewest and most operands of a task's questions. */
export type Lengths = readonly [least: number, most: number];

/** One operand: its digit, and the operator before it where the kind writes one. */
export interface Operand {
  readonly digit: number;
  /** `+` and `-` for mix, `gets` and `loses` for word; absent for the first operand and the other kinds. */
  readonly sign?: '+' | '-' | 'gets' | 'loses';
}

/** A question: fold a chain of digits modulo 10, so that the answer is one digit. */
export interface Problem {
  readonly kind: Kind;
  readonly noun: Noun;
  readonly operands: readonly Operand[];
}

/** The values after each operand: the last is the answer. */
export function folded({ kind, operands }: Problem): readonly number[] {
  const values: number[] = [];
  for (const [i, { digit, sign }] of operands.entries()) {
    const before = values[i - 1];
    values.push(before === undefined ? digit : (fold(kind, before, digit, sign) + 10) % 10);
  }
  return values;
}

function fold(kind: Kind, before: number, digit: number, sign: Operand['sign']): number {
  if (kind === 'max') return Math.max(before, digit);
  if (kind === 'mul') return before * digit;
  const minus = kind === 'sub' || sign === '-' || sign === 'loses';
  return minus ? before - digit : before + digit;
}

/** The answer, a digit. */
export const answerOf = (problem: Problem): number => folded(problem).at(-1) as number;

/** The words of operand i as they are written in the question and repeated in the steps. */
export function operandWords({ operands }: Problem, i: number): readonly string[] {
  const { digit, sign } = operands[i] as Operand;
  const label = labels[i] as string;
  return sign === undefined ? [label, String(digit)] : [label, sign, String(digit)];
}

/** The words of the question: `Q mix stone a 5 b - 9 … ?` */
export const questionWords = (problem: Problem): readonly string[] => [
  'Q',
  problem.kind,
  problem.noun,
  ...problem.operands.flatMap((_, i) => operandWords(problem, i)),
  '?',
];

/** True for one question in ten, by its operands: never trained on. */
export const isHeldOut = ({ operands }: Problem): boolean =>
  operands.reduce((hash, { digit }) => (31 * hash + digit + 7) % 1009, 0) % 10 === 0;

/** A random question of a kind and noun. */
export function drawProblem(kind: Kind, noun: Noun, length: number, random: Random): Problem {
  const operands = Array.from({ length }, (_, i): Operand => {
    const digit = kind === 'mul' ? 1 + random.below(9) : random.below(10);
    if (i === 0 || (kind !== 'mix' && kind !== 'word')) return { digit };
    const plus = random.below(2) === 0;
    if (kind === 'mix') return { digit, sign: plus ? '+' : '-' };
    return { digit, sign: plus ? 'gets' : 'loses' };
  });
  return { kind, noun, operands };
}

/** A random question of any kind that is held out, or is not. */
export function drawAny(random: Random, heldOut: boolean, [least, most]: Lengths): Problem {
  for (;;) {
    const problem = drawProblem(
      kinds[random.below(kinds.length)] as Kind,
      nouns[random.below(nouns.length)] as Noun,
      least + random.below(most - least + 1),
      random,
    );
    if (isHeldOut(problem) === heldOut) return problem;
  }
}
