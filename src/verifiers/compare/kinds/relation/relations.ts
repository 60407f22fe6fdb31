import type { RelationAnswer, RelationOperator } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { divide, subtract } from '../../../exact/build.js';
import type { Expr } from '../../../expr.js';
import { different, equal, type Finding, undecided } from '../../../verdict.js';
import { compareExpressions, sameTree, substitute } from '../../rules/index.js';
import type { Compare } from '../../table.js';
import { pairUp } from '../collection/match.js';
import { compareLevelCurves } from '../family/constants.js';
import { compareCongruenceWithForm, compareRenamedClass } from '../family/implied.js';
import { compareNumberSets } from '../sets/compare.js';
import { flipped } from '../sets/solve.js';
import { constantSign, isWhole } from '../shared/constants.js';
import { alignLabels } from './align.js';
import { withoutDerivatives } from './derivatives.js';
import { compareZeroForms, proportional, withoutLogarithm, zeroForm } from './equation.js';
import { type Stated, statedValue } from './value.js';

const asExpression = (expr: Expr): { readonly kind: 'expression'; readonly expr: Expr } => ({
  kind: 'expression',
  expr,
});

/** Two stated values under labels that can mean the same. */
function compareStated(a: Stated, b: Stated, context: Context, recurse: Compare): Finding | null {
  const value = alignLabels(a, b);
  if (value === null) return null;
  const finding = recurse(asExpression(a.value), asExpression(value));
  if (finding.kind === 'equal') return finding;
  return viaRoundings(a, b, recurse) ?? compareRenamedClass(a, b, context) ?? finding;
}

/** `x ≈ 0.577` after the exact value: its correct digits may be what the other side gives. */
function viaRoundings(a: Stated, b: Stated, recurse: Compare): Finding | null {
  for (const x of [a.value, ...a.roundings]) {
    for (const y of [b.value, ...b.roundings]) {
      if (x === a.value && y === b.value) continue;
      const finding = recurse(asExpression(x), asExpression(y));
      if (finding.kind === 'equal') return finding;
    }
  }
  return null;
}

/** An equation against a value: the equation must state that value, and nothing else. */
export function compareWithValue(
  relation: RelationAnswer,
  value: Expr,
  context: Context,
  recurse: Compare,
): Finding | null {
  const stated = statedValue(relation, context);
  if (stated === 'contradiction') return different('contradictory-equation');
  if (stated === null) return relation.operators.includes('=') ? different('equation-states-no-value') : null;
  const other: Stated = { label: null, value, roundings: [] };
  return compareStated(stated, other, context, recurse);
}

const isEquation = (relation: RelationAnswer): boolean =>
  relation.operators.length === 1 && relation.operators[0] === '=';

/** Two relations of any operators. */
export function compareRelations(
  a: RelationAnswer,
  b: RelationAnswer,
  context: Context,
  recurse: Compare,
): Finding {
  if (a.modulus !== undefined || b.modulus !== undefined)
    return compareCongruenceWithForm(a, b, context, recurse) ?? compareCongruences(a, b, context);
  const [x, y] = [statedValue(a, context), statedValue(b, context)];
  if (isEquation(a) && isEquation(b)) {
    const finding = compareEquations(a, b, x, y, context, recurse);
    return finding.kind === 'equal' ? finding : (compareDifferential(a, b, context, recurse) ?? finding);
  }
  if (x === 'contradiction' || y === 'contradiction') return different('contradictory-equation');
  if (x !== null && y !== null) return compareStated(x, y, context, recurse) ?? different('label');
  return compareInequalities(a, b, context);
}

/** Differential equations, with their derivatives as unknowns. Null when they are none. */
function compareDifferential(
  a: RelationAnswer,
  b: RelationAnswer,
  context: Context,
  recurse: Compare,
): Finding | null {
  const plain = withoutDerivatives(a, b);
  if (plain === null) return null;
  const [x, y] = plain;
  return compareEquations(x, y, statedValue(x, context), statedValue(y, context), context, recurse);
}

function compareEquations(
  a: RelationAnswer,
  b: RelationAnswer,
  x: ReturnType<typeof statedValue>,
  y: ReturnType<typeof statedValue>,
  context: Context,
  recurse: Compare,
): Finding {
  if (x !== null && y !== null && x !== 'contradiction' && y !== 'contradiction') {
    const finding = compareStated(x, y, context, recurse);
    // `AB = AC` and `AC = AB` state the same, each with the other's label.
    const settled = finding === null || finding.kind === 'equal' || !isTurned(x, y);
    if (finding !== null && settled) return orLevelCurves(finding, a, b, context);
  }
  return orLevelCurves(compareZeroForms(equationForm(a), equationForm(b), context), a, b, context);
}

/** The finding, unless it is no equality and the two are level curves with a constant of integration. */
function orLevelCurves(finding: Finding, a: RelationAnswer, b: RelationAnswer, context: Context): Finding {
  if (finding.kind === 'equal') return finding;
  const form = ({ sides }: RelationAnswer): Expr => subtract(sides[0]!, sides[1]!);
  return compareLevelCurves(form(a), form(b), context) ?? finding;
}

/** Each states as its value what the other has for a label. */
const isTurned = (x: Stated, y: Stated): boolean =>
  x.label !== null && y.label !== null && sameTree(x.label, y.value) && sameTree(y.label, x.value);

/** The expression that a two-sided equation sets to zero. */
export function equationForm({ sides }: RelationAnswer): Expr {
  const [left, right] = withoutLogarithm(sides[0]!, sides[1]!);
  return zeroForm(left, right);
}

interface Pair {
  readonly left: Expr;
  readonly operator: RelationOperator;
  readonly right: Expr;
}

/** A chain as its neighbouring pairs, each written with `<`, `≤`, `=`, `≠` or `≈`. */
function pairsOf({ sides, operators }: RelationAnswer): readonly Pair[] {
  return operators.map((operator, i) => {
    const [left, right] = [sides[i]!, sides[i + 1]!];
    return operator === '>' || operator === '>='
      ? { left: right, operator: flipped(operator), right: left }
      : { left, operator, right };
  });
}

/** Two pairs under one operator: a positive multiple of one another (any multiple where the direction is nothing). */
function comparePairs(a: Pair, b: Pair, context: Context): Finding {
  if (a.operator !== b.operator) return different('inequality-direction');
  const [x, y] = [subtract(a.left, a.right), subtract(b.left, b.right)];
  const finding = proportional(x, y, context);
  if (finding.kind !== 'equal' || a.operator === '=' || a.operator === '!=') return finding;
  return sameDirection(x, y, finding, context);
}

/** The constant between two proportional expressions must be positive. */
function sameDirection(x: Expr, y: Expr, finding: Finding, context: Context): Finding {
  const sign = constantSign(divide(x, y), context) ?? signAtPoint(x, y, context);
  if (sign === null) return undecided('unsupported', 'the direction of an inequality');
  return sign > 0 ? finding : different('inequality-direction');
}

function signAtPoint(x: Expr, y: Expr, context: Context): -1 | 0 | 1 | null {
  const names = [...new Set([...freeOf(x), ...freeOf(y)])];
  for (let round = 1; round < 6; round += 1) {
    const point = new Map(names.map((name, i): [string, Expr] => [name, numberAt(i, round)]));
    const [u, v] = [constantSign(substitute(x, point), context), constantSign(substitute(y, point), context)];
    if (u !== null && v !== null && u !== 0 && v !== 0) return u === v ? 1 : -1;
  }
  return null;
}

const numberAt = (i: number, round: number): Expr => ({
  node: 'number',
  num: BigInt(5 * i + 7 * round + 1),
  den: BigInt(round + 1),
});

function freeOf(expr: Expr): readonly string[] {
  if (expr.node === 'symbol') return [expr.name];
  return expr.node === 'apply' ? expr.args.flatMap(freeOf) : [];
}

function compareInequalities(a: RelationAnswer, b: RelationAnswer, context: Context): Finding {
  const [p, q] = [pairsOf(a), pairsOf(b)];
  const paired =
    p.length === q.length
      ? pairUp(
          'inequality',
          p.map((pair) => q.map((other) => comparePairs(pair, other, context))),
        )
      : null;
  if (paired?.kind === 'equal') return paired;
  return (
    compareNumberSets(a, b, context) ??
    paired ??
    undecided('unsupported', 'chains of different length in several variables')
  );
}

/** `x ≡ 3 (mod 7)` and `x ≡ 10 (mod 7)`: equal moduli, and the difference of the differences a multiple of it. */
function compareCongruences(a: RelationAnswer, b: RelationAnswer, context: Context): Finding {
  if (a.modulus === undefined || b.modulus === undefined) return different('kinds-differ');
  const moduli = compareExpressions(a.modulus, b.modulus, context);
  if (moduli.kind !== 'equal') return moduli;
  const [x, y] = [subtract(a.sides[0]!, a.sides[1]!), subtract(b.sides[0]!, b.sides[1]!)];
  let open = false;
  for (const other of [subtract(x, y), subtract(x, { node: 'apply', head: 'Negate', args: [y] })]) {
    const whole = isWhole(divide(other, a.modulus), context);
    if (whole === true) return equal('congruence');
    if (whole === null) open = true;
  }
  return open ? undecided('unsupported', 'two congruences') : different('congruence');
}
