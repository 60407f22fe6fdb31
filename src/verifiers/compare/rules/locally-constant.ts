import type { Context } from '../../context.js';
import { isNumber, isReal } from '../../exact/normal/conjugate.js';
import { constant, isZero, single } from '../../exact/normal/product.js';
import { factorSign } from '../../exact/normal/signs.js';
import { productExpr } from '../../exact/normal/to-expr.js';
import type { Poly, Product } from '../../exact/normal/types.js';
import type { Workspace } from '../../exact/normal/workspace.js';
import { plus, type Rational, ratio, times, whole } from '../../exact/rational.js';
import { realSign } from '../../exact/real-constant.js';
import { freeSymbols, substitute } from '../../exact/symbols.js';
import { apply, type Expr, integer, rational } from '../../expr.js';
import { equal } from '../../verdict.js';
import type { Assumptions } from './assumptions.js';
import type { Row } from './conditions.js';
import { cleared, turnsFully } from './exponentiated.js';
import { difference } from './normal-form.js';
import { guarded, openPair, type Rule } from './pair.js';
import { realForms } from './real-form.js';

/** Coordinates tried, alone and mixed, to find one point of the domain. */
const COORDINATES: readonly Rational[] = (
  [
    [1, 3],
    [-1, 3],
    [2, 1],
    [-2, 1],
    [7, 5],
    [-7, 5],
    [9, 1],
    [-9, 1],
  ] as const
).map(([num, den]) => ratio(BigInt(num), BigInt(den)));
const MAX_TRIES = 64;

/** The polynomial behind a factor's key, when it is of first degree in symbols; `null` otherwise. */
function affine(ws: Workspace, key: string): Poly | null {
  const id = Number(/^1\/1\*(\d+)\^1$/.exec(key)?.[1] ?? Number.NaN);
  if (Number.isNaN(id)) return null;
  const poly: Poly = ws.field.composite(id)?.poly ?? new Map([[`${id},1`, { mono: [id, 1], coef: 1n }]]);
  for (const { mono } of poly.values()) {
    if (mono.length > 2 || (mono.length === 2 && mono[1] !== 1)) return null;
    if (mono.length === 2 && ws.field.generatorOf(mono[0] as number)?.meaning.kind !== 'symbol') return null;
  }
  return poly;
}

type Point = ReadonlyMap<string, Rational>;

function valueAt(ws: Workspace, poly: Poly, point: Point): Rational {
  let out: Rational = whole(0);
  for (const { mono, coef } of poly.values()) {
    const meaning = mono.length === 0 ? undefined : ws.field.generatorOf(mono[0] as number)?.meaning;
    const factor = meaning?.kind === 'symbol' ? (point.get(meaning.name) ?? whole(0)) : whole(1);
    out = plus(out, times({ num: coef, den: 1n }, factor));
  }
  return out;
}

/** A point where every row holds; `null` when a row is not linear (the domain might not be connected). */
function pointOf(ws: Workspace, rows: readonly Row[], names: readonly string[]): Point | null {
  const linear: { readonly poly: Poly; readonly negative: boolean }[] = [];
  for (const { factors, negative } of rows) {
    const [only] = factors;
    const poly = factors.size === 1 && only !== undefined ? affine(ws, only) : null;
    if (poly === null) return null;
    linear.push({ poly, negative });
  }
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const point = new Map(
      names.map((name, index) => [
        name,
        COORDINATES[(attempt >> (3 * (index % 2))) % COORDINATES.length] as Rational,
      ]),
    );
    if (linear.every(({ poly, negative }) => holds(valueAt(ws, poly, point), negative))) return point;
  }
  return null;
}

const holds = (value: Rational, negative: boolean): boolean => (negative ? value.num < 0n : value.num > 0n);

/** Where a value may fail to be continuous: nowhere on the domain, or at the isolated zeros of divisors. */
type Except = 'nowhere' | 'at-poles';

/** Continuous on the domain: inverse tangents, absolute values and roots of quotients. */
function isContinuous(ws: Workspace, value: Product, except: Except, depth = 0): boolean {
  if (depth > 20) return false;
  return [...value.powers].every(([id, exponent]) => {
    if (exponent < 0 && except === 'nowhere' && factorSign(ws, single(id)) === null) return false;
    const composite = ws.field.composite(id);
    if (composite === null) return isContinuousFactor(ws, id, except, depth);
    const factors = [...composite.poly.values()].flatMap(({ mono }) => mono.filter((_, i) => i % 2 === 0));
    return factors.every((factor) => isContinuous(ws, single(factor), except, depth + 1));
  });
}

function isContinuousFactor(ws: Workspace, id: number, except: Except, depth: number): boolean {
  const meaning = ws.field.generatorOf(id)?.meaning;
  const inside = (part: Product): boolean => isContinuous(ws, part, except, depth + 1);
  switch (meaning?.kind) {
    case 'symbol':
      return !meaning.integer;
    case 'pi':
      return true;
    case 'abs':
      return inside(meaning.of);
    case 'root':
      return inside(meaning.base);
    case 'atom':
      return meaning.head === 'Arctan' && meaning.args.every(inside);
    // Sines and cosines, by their exponentials.
    case 'unit':
      return except === 'at-poles' && meaning.base === null && inside(meaning.exponent);
    case 'imaginary':
      return except === 'at-poles';
    default:
      return false;
  }
}

/**
 * A real difference with exp(i·n·difference) = 1 is a multiple of 2π/n everywhere; where it is continuous on a
 * connected domain (cut out by linear conditions) and near 0 at one point, it is 0.
 */
export const locallyConstant: Rule = (pair) => {
  const real = realForms(pair);
  if (real === null) return null;
  const ws = real.forms.workspace;
  const gap = difference(real.forms);
  if (gap === null || isZero(gap)) return null;
  const settled = guarded(ws, () => {
    const value = cleared(ws, gap);
    if (value === null || !isReal(ws, value) || !isContinuous(ws, value, 'nowhere') || !turnsFully(ws, value))
      return false;
    const expr = productExpr(ws.field, value);
    const point = pointOf(ws, real.domain.rows, freeSymbols(expr));
    return point !== null && isSmall(at(expr, point), pair.context.budget);
  });
  return settled === true ? equal('locally-constant') : null;
};

/** Parts of a turn that two antiderivatives are seen to differ by. */
const TURNS: readonly number[] = [1, 2, 4, 3, 5];

/**
 * Have two expressions the same natural real domain, and a difference that is constant between isolated points? So do
 * two antiderivatives of one function: `arctan x` and `−arctan(1/x)`.
 */
export function differByConstants(gold: Expr, given: Expr, context: Context, assume: Assumptions): boolean {
  const real = realForms(openPair(gold, given, context, assume));
  const gap = real === null ? null : difference(real.forms);
  if (real === null || gap === null) return false;
  const ws = real.forms.workspace;
  const settled = guarded(ws, () => {
    if (!isReal(ws, gap) || !isContinuous(ws, gap, 'at-poles')) return false;
    // π|x|/2x, to which the normal form brings arctan x + arctan(1/x).
    if (isNumber(ws, ws.field.power(gap, 2))) return true;
    const value = cleared(ws, gap);
    if (value === null) return false;
    return TURNS.some((turns) => turnsFully(ws, ws.field.multiply(constant(whole(turns)), value)));
  });
  return settled === true;
}

const at = (expr: Expr, point: Point): Expr =>
  substitute(expr, new Map([...point].map(([name, { num, den }]) => [name, rational(num, den)])));

const isSmall = (expr: Expr, budget: Parameters<typeof realSign>[1]): boolean =>
  realSign(apply('Add', expr, integer(1)), budget) === 1 &&
  realSign(apply('Add', expr, integer(-1)), budget) === -1;
