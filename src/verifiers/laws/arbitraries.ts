import fc from 'fast-check';
import type { Spelling } from './spelling.js';
import type { Fraction, Point, Tree } from './tree.js';

const VARIABLES = ['x', 'y', 'a'] as const;

/** How large generated trees may get; 3 keeps one law of 1,000 runs within seconds. */
export interface TreeOptions {
  readonly depth?: number;
  /** Only + − × ÷ and whole powers, so that every value is an exact fraction. */
  readonly rationalOnly?: boolean;
}

/** Arbitrary trees in x, y and a. */
export function trees({ depth = 3, rationalOnly = false }: TreeOptions = {}): fc.Arbitrary<Tree> {
  const leaf: fc.Arbitrary<Tree> = fc.oneof(
    fc.integer({ min: -12, max: 30 }).map((value): Tree => ({ op: 'integer', value })),
    fc.constantFrom(...VARIABLES).map((name): Tree => ({ op: 'variable', name })),
  );
  const grow = (level: number): fc.Arbitrary<Tree> => {
    if (level === 0) return leaf;
    const child = grow(level - 1);
    const many = fc.array(child, { minLength: 2, maxLength: 3 });
    const algebra: fc.Arbitrary<Tree>[] = [
      leaf,
      many.map((args): Tree => ({ op: 'sum', args })),
      many.map((args): Tree => ({ op: 'product', args })),
      child.map((arg): Tree => ({ op: 'negative', arg })),
      fc.record({ top: child, bottom: child }).map((parts): Tree => ({ op: 'quotient', ...parts })),
      fc
        .record({ base: child, exponent: fc.integer({ min: 1, max: 3 }) })
        .map((parts): Tree => ({ op: 'power', ...parts })),
    ];
    if (rationalOnly) return fc.oneof(...algebra);
    const names = fc.constantFrom('sin', 'cos', 'exp');
    return fc.oneof(
      ...algebra,
      child.map((arg): Tree => ({ op: 'root', arg })),
      fc.record({ name: names, arg: child }).map((parts): Tree => ({ op: 'function', ...parts })),
    );
  };
  return grow(depth);
}

/** Arbitrary spellings. */
export function spellings(): fc.Arbitrary<Spelling> {
  return fc.record({
    fraction: fc.constantFrom('\\frac', '\\dfrac', '\\tfrac'),
    sized: fc.boolean(),
    space: fc.constantFrom('', ' ', '\\,', '  '),
    braces: fc.boolean(),
    reversed: fc.boolean(),
    times: fc.constantFrom('\\cdot', '\\times', '*'),
    wrap: fc.constantFrom('none', 'dollars', 'parens', 'boxed'),
  });
}

const fractions: fc.Arbitrary<Fraction> = fc
  .record({ num: fc.integer({ min: -50, max: 50 }), den: fc.integer({ min: 1, max: 20 }) })
  .map(({ num, den }) => ({ num: BigInt(num), den: BigInt(den) }));

/** Arbitrary exact points for the variables of {@link trees}. */
export const points = (): fc.Arbitrary<Point> => fc.record({ x: fractions, y: fractions, a: fractions });

const FRAGMENTS = [
  '\\frac',
  '\\sqrt',
  '\\boxed',
  '\\left(',
  '\\right)',
  '\\text',
  '\\begin{pmatrix}',
  '\\end{pmatrix}',
  '\\cup',
  '\\pm',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '|',
  '^',
  '_',
  '&',
  '%',
  '$',
  '\\\\',
  '\\',
  '=',
  '<',
  '\\le',
  ',',
  ';',
  ':',
  '.',
  '!',
  'x',
  'y',
  'e',
  'i',
  'π',
  '√',
  '²',
  '½',
  '∞',
  '∪',
  '答案',
  '厘米',
  '0',
  '1',
  '9',
  '-',
  '+',
  '*',
  '/',
  ' ',
  '\n',
  'and',
  'or',
  'sin',
  'log',
  'cm',
  'The answer is',
  '####',
  '<think>',
  '</think>',
  '<answer>',
  '__proto__',
  '\u200b',
  '\ud800',
] as const;

/** Arbitrary text, weighted towards what answers are made of: well-formed, broken and hostile alike. */
export function texts(): fc.Arbitrary<string> {
  const soup = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 25 }).map((parts) => parts.join(''));
  return fc.oneof(soup, fc.string({ maxLength: 60, unit: 'binary' }), fc.string({ maxLength: 60 }));
}
