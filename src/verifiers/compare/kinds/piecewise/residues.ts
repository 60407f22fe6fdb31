import type { Answer, PiecewiseAnswer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { add, multiply } from '../../../exact/build.js';
import { type Expr, integer } from '../../../expr.js';
import { allOf, type Finding } from '../../../verdict.js';
import { type Assumptions, compareExpressions, substitute } from '../../rules/index.js';

const RULE = 'piecewise';

/** Largest common modulus whose residues are gone through. */
const MAX_MODULUS = 60;

/** `letter ≡ residue (mod modulus)`, in numbers. */
interface Class {
  readonly letter: string;
  readonly residue: number;
  readonly modulus: number;
}

/** A function of a whole number by its remainder; `rest` is the value of all other remainders, where it has one. */
interface Residual {
  readonly letter: string;
  readonly classes: readonly (readonly [Class, Expr])[];
  readonly rest: Expr | null;
}

const small = (expr: Expr | undefined): number | null =>
  expr?.node === 'number' && expr.den === 1n && expr.num >= 0n && expr.num <= BigInt(MAX_MODULUS)
    ? Number(expr.num)
    : null;

function classOf(condition: Answer): Class | null {
  if (condition.kind !== 'relation' || condition.modulus === undefined) return null;
  const [letter, residue, modulus] = [
    condition.sides[0],
    small(condition.sides[1]),
    small(condition.modulus),
  ];
  if (letter?.node !== 'symbol' || residue === null || modulus === null || modulus === 0) return null;
  return { letter: letter.name, residue: residue % modulus, modulus };
}

/** Are all conditions congruences of one letter that exclude one another? */
export function areApart(conditions: readonly Answer[]): boolean {
  const classes = conditions.map(classOf);
  return classes.every((a, i) =>
    classes.slice(0, i).every((b) => {
      if (a === null || b === null || a.letter !== b.letter) return false;
      return (a.residue - b.residue) % gcd(a.modulus, b.modulus) !== 0;
    }),
  );
}

/** Cases under conditions that are congruences of one letter; null for any others. */
function residual(answer: PiecewiseAnswer, valueIn: (value: Answer) => Expr | null): Residual | null {
  const classes: (readonly [Class, Expr])[] = [];
  let rest: Expr | null = null;
  for (const { value, condition } of answer.cases) {
    const expr = valueIn(value);
    const found = condition === 'otherwise' ? null : classOf(condition);
    if (expr === null || rest !== null || (found === null && condition !== 'otherwise')) return null;
    if (found === null) rest = expr;
    else classes.push([found, expr]);
  }
  const letter = classes[0]?.[0].letter;
  if (letter === undefined || classes.some(([{ letter: other }]) => other !== letter)) return null;
  return { letter, classes, rest };
}

/** The value at a remainder modulo a common multiple of all moduli; null where there is none. */
const valueAt = ({ classes, rest }: Residual, remainder: number): Expr | null =>
  classes.find(([{ residue, modulus }]) => remainder % modulus === residue)?.[1] ?? rest;

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

const commonModulus = (classes: Residual['classes']): number =>
  classes.reduce((all, [{ modulus }]) => (all * modulus) / gcd(all, modulus), 1);

/**
 * A function by the remainder of a whole number against an expression of the same letter, or against another such
 * function: they agree on every class. Null where the conditions are of another sort, or leave classes out.
 */
export function compareByResidues(
  a: PiecewiseAnswer,
  b: PiecewiseAnswer | Expr,
  valueIn: (value: Answer) => Expr | null,
  context: Context,
): Finding | null {
  const left = residual(a, valueIn);
  const right = left === null ? null : 'cases' in b ? residual(b, valueIn) : b;
  if (left === null || right === null) return null;
  const other = 'classes' in right ? right : null;
  const letter = other?.letter ?? left.letter;
  const modulus = commonModulus([...left.classes, ...(other?.classes ?? [])]);
  if (modulus > MAX_MODULUS) return null;
  const assume: Assumptions = new Map([['k', 'integer']]);
  const findings: Finding[] = [];
  for (let remainder = 0; remainder < modulus; remainder += 1) {
    context.budget.spend();
    const member = add(multiply(integer(modulus), { node: 'symbol', name: 'k' }), integer(remainder));
    const values = [valueAt(left, remainder), other === null ? (right as Expr) : valueAt(other, remainder)];
    const [x, y] = values;
    if (x === null || x === undefined || y === null || y === undefined) return null;
    findings.push(
      compareExpressions(
        substitute(x, new Map([[left.letter, member]])),
        substitute(y, new Map([[letter, member]])),
        context,
        assume,
      ),
    );
  }
  return allOf(RULE, findings);
}
