import { isNumber } from '../../exact/normal/conjugate.js';
import { accumulate } from '../../exact/normal/poly.js';
import { isZero } from '../../exact/normal/product.js';
import { polyExpr } from '../../exact/normal/to-expr.js';
import type { Monomial, Poly, Product, Term } from '../../exact/normal/types.js';
import type { Workspace } from '../../exact/normal/workspace.js';
import { separate } from '../../exact/separate.js';
import { integer } from '../../expr.js';
import { equal } from '../../verdict.js';
import { denominatorsHold } from './definedness.js';
import { difference } from './normal-form.js';
import type { Rule } from './pair.js';

/** Most coefficients whose vanishing is proved one by one. */
const MAX_GROUPS = 40;

/** True when a root of a number, the imaginary unit or a root of unity. */
function isAlgebraicNumber(ws: Workspace, id: number): boolean {
  const meaning = ws.field.generatorOf(id)?.meaning;
  switch (meaning?.kind) {
    case 'imaginary':
    case 'unity':
      return true;
    case 'root':
      return isNumber(ws, meaning.base) && isAlgebraic(ws, meaning.base);
    case 'abs':
      return isNumber(ws, meaning.of) && isAlgebraic(ws, meaning.of);
    default:
      return false;
  }
}

function isAlgebraic(ws: Workspace, value: Product): boolean {
  for (const id of value.powers.keys()) {
    const composite = ws.field.composite(id);
    const inside = composite === null ? isAlgebraicNumber(ws, id) : composite.poly;
    if (inside === false) return false;
    if (inside === true) continue;
    for (const { mono } of inside.values()) {
      for (let i = 0; i < mono.length; i += 2) if (!isAlgebraicNumber(ws, mono[i] as number)) return false;
    }
  }
  return true;
}

/** Terms sorted by everything but algebraic numbers: the coefficients in front of independent-looking monomials. */
function groups(ws: Workspace, poly: Poly): readonly Poly[] {
  const found = new Map<string, Map<string, Term>>();
  for (const { mono, coef } of poly.values()) {
    const numbers: number[] = [];
    const others: number[] = [];
    for (let i = 0; i < mono.length; i += 2) {
      const id = mono[i] as number;
      (isAlgebraicNumber(ws, id) ? numbers : others).push(id, mono[i + 1] as number);
    }
    const key = others.join();
    const group = found.get(key) ?? new Map<string, Term>();
    found.set(key, group);
    accumulate(group, numbers as Monomial, coef);
  }
  return [...found.values()];
}

/** True when every coefficient of a sum is an algebraic number that a root bound proves to be zero. */
export function provedZero(ws: Workspace, value: Product): boolean {
  if (isZero(value)) return true;
  for (const [id, exponent] of value.powers) {
    const poly = exponent > 0 ? ws.field.composite(id)?.poly : undefined;
    if (poly !== undefined && vanishes(ws, poly)) return true;
  }
  return false;
}

function vanishes(ws: Workspace, poly: Poly): boolean {
  const parts = groups(ws, poly);
  if (parts.length > MAX_GROUPS) return false;
  return parts.every((part) => {
    if (part.size < 2) return false;
    const finding = separate(polyExpr(ws.field, part), integer(0), new Map(), ws.budget);
    return finding?.kind === 'equal' && finding.certainty === 'proved';
  });
}

/** The difference is a polynomial whose coefficients are algebraic numbers, each proved to be zero. */
export const algebraicCoefficients: Rule = (pair) => {
  const forms = pair.forms();
  const gap = difference(forms);
  if (gap === null || !provedZero(forms.workspace, gap) || !denominatorsHold(forms)) return null;
  return equal('algebraic-coefficients');
};
