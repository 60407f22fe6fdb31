import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareExpressions, substitute } from '../../../../../src/verifiers/compare/rules/index.js';
import { rationalValue } from '../../../../../src/verifiers/exact/evaluate-rational.js';
import { apply, type Expr, integer, rational, symbol } from '../../../../../src/verifiers/expr.js';
import { freshContext } from './kernel.js';

const numeral = fc.oneof(
  fc.integer({ min: -6, max: 9 }).map((n) => integer(n)),
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 6 }))
    .map(([n, d]) => rational(BigInt(n), BigInt(d))),
);
const leaf: fc.Arbitrary<Expr> = fc.oneof(numeral, fc.constantFrom(symbol('x'), symbol('y'), symbol('pi')));

/** Rational expressions of the symbols x and y (and π). */
const { rationalExpr, anyExpr } = fc.letrec<{ rationalExpr: Expr; anyExpr: Expr }>((tie) => ({
  rationalExpr: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.tuple(tie('rationalExpr'), tie('rationalExpr')).map(([a, b]) => apply('Add', a, b)),
    fc.tuple(tie('rationalExpr'), tie('rationalExpr')).map(([a, b]) => apply('Multiply', a, b)),
    fc.tuple(tie('rationalExpr'), tie('rationalExpr')).map(([a, b]) => apply('Divide', a, b)),
    tie('rationalExpr').map((a) => apply('Negate', a)),
    fc
      .tuple(tie('rationalExpr'), fc.integer({ min: 0, max: 3 }))
      .map(([a, n]) => apply('Power', a, integer(n))),
  ),
  anyExpr: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.tuple(tie('anyExpr'), tie('anyExpr')).map(([a, b]) => apply('Add', a, b)),
    fc.tuple(tie('anyExpr'), tie('anyExpr')).map(([a, b]) => apply('Multiply', a, b)),
    fc.tuple(tie('anyExpr'), tie('anyExpr')).map(([a, b]) => apply('Divide', a, b)),
    fc
      .tuple(
        fc.constantFrom('Sin' as const, 'Cos' as const, 'Ln' as const, 'Abs' as const, 'Arctan' as const),
        tie('anyExpr'),
      )
      .map(([head, a]) => apply(head, a)),
    tie('anyExpr').map((a) => apply('Root', a, integer(2))),
    tie('anyExpr').map((a) => apply('Power', symbol('e'), a)),
  ),
}));

const kindOf = (a: Expr, b: Expr): string => compareExpressions(a, b, freshContext()).kind;

/** The same sums and products with their parts in the opposite order. */
function mirrored(expr: Expr): Expr {
  if (expr.node !== 'apply') return expr;
  const args = expr.args.map(mirrored);
  return apply(expr.head, ...(expr.head === 'Add' || expr.head === 'Multiply' ? args.reverse() : args));
}

const copy = (expr: Expr): Expr =>
  expr.node === 'apply' ? apply(expr.head, ...expr.args.map(copy)) : { ...expr };

describe('laws of the kernel', () => {
  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(anyExpr, (expr) => kindOf(expr, copy(expr)) !== 'different'),
      { numRuns: 150 },
    );
  });

  test('the order of the sides does not matter', () => {
    fc.assert(
      fc.property(anyExpr, anyExpr, (a, b) => kindOf(a, b) === kindOf(b, a)),
      { numRuns: 150 },
    );
  });

  test('the order of summands and factors does not matter', () => {
    fc.assert(
      fc.property(anyExpr, (expr) => kindOf(expr, mirrored(expr)) !== 'different'),
      { numRuns: 100 },
    );
  });

  test('a rational expression equals itself plus zero times anything, unless undefined', () => {
    fc.assert(
      fc.property(rationalExpr, fc.integer({ min: 1, max: 50 }), (expr, shift) => {
        const moved = apply('Add', apply('Add', expr, integer(shift)), integer(-shift));
        return (
          kindOf(expr, moved) !== 'different' && kindOf(expr, apply('Add', expr, integer(shift))) !== 'equal'
        );
      }),
      { numRuns: 150 },
    );
  });

  test('never equal where an exact evaluation separates', () => {
    const at = new Map<string, Expr>([
      ['x', rational(7n, 3n)],
      ['y', rational(-5n, 11n)],
      ['pi', integer(3)],
    ]);
    fc.assert(
      fc.property(rationalExpr, rationalExpr, (a, b) => {
        const { budget } = freshContext();
        const p = rationalValue(substitute(a, at), budget);
        const q = rationalValue(substitute(b, at), budget);
        if (p === null || q === null || (p.num === q.num && p.den === q.den)) return true;
        return kindOf(a, b) !== 'equal';
      }),
      { numRuns: 300 },
    );
  });

  test('a larger budget never changes a decision', () => {
    fc.assert(
      fc.property(anyExpr, fc.integer({ min: 20, max: 400 }), (expr, steps) => {
        const decide = (limit: number): string => {
          try {
            return compareExpressions(expr, mirrored(expr), freshContext(limit)).kind;
          } catch {
            return 'undecided';
          }
        };
        const small = decide(steps);
        return small === 'undecided' || small === decide(200_000);
      }),
      { numRuns: 100 },
    );
  });

  test('the laws can fail', () => expect(kindOf(symbol('x'), symbol('y'))).toBe('different'));
});
