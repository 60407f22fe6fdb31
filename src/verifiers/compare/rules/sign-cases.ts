import { conjugate } from '../../exact/normal/conjugate.js';
import { termPoly } from '../../exact/normal/poly.js';
import { isZero } from '../../exact/normal/product.js';
import { factorSign } from '../../exact/normal/signs.js';
import type { Monomial, Product } from '../../exact/normal/types.js';
import { freshMemo, type Workspace } from '../../exact/normal/workspace.js';
import { ONE } from '../../exact/rational.js';
import { separate } from '../../exact/separate.js';
import { equal } from '../../verdict.js';
import { denominatorsHold } from './definedness.js';
import { CONSTANT, type Inequality, isFeasible } from './feasible.js';
import { certainlyNonZero } from './independence.js';
import { difference } from './normal-form.js';
import { type Forms, formsIn, guarded, type Pair, type Rule } from './pair.js';

/** Cases looked at, and factors whose signs are told apart along one path. */
const MAX_CASES = 40;
const MAX_DEPTH = 6;

type Signs = ReadonlyMap<string, -1 | 1>;

/** Where a case leaves the pair: equal, or both sides certainly not real, which the convention leaves aside. */
type Outcome = 'equal' | 'non-real' | 'open';

/**
 * Factors of unknown sign (under absolute values, even roots and logarithms) are taken positive and negative in
 * turn; where both sides agree in every case that can occur, they agree.
 */
export const signCases: Rule = (pair) => {
  if (pair.complex) return null;
  const forms = pair.forms();
  if (typeof forms.gold === 'string' || typeof forms.given === 'string') return null;
  if (openFactor(forms.workspace) === null) return null;
  const cases = new Cases(pair, forms.workspace);
  const outcome = cases.settle(new Map(), 0);
  if (outcome !== 'equal') return null;
  return cases.leftAside && !agreesSomewhere(pair) ? null : equal('sign-cases');
};

/** Enclosures at sample points agree: so the cases that count do occur. */
const agreesSomewhere = (pair: Pair): boolean =>
  separate(pair.gold, pair.given, pair.assume, pair.context.budget)?.kind === 'equal';

/** The first factor whose sign was asked for and is not known. */
function openFactor(ws: Workspace): string | null {
  for (const [key, sign] of ws.memo.signs) if (sign === null && !ws.known.has(key)) return key;
  return null;
}

class Cases {
  readonly #pair: Pair;
  readonly #workspace: Workspace;
  #count = 0;
  /** True when some case was left aside because neither side is real there. */
  leftAside = false;

  constructor(pair: Pair, workspace: Workspace) {
    this.#pair = pair;
    this.#workspace = workspace;
  }

  settle(known: Signs, depth: number): Outcome {
    this.#count += 1;
    if (this.#count > MAX_CASES) return 'open';
    const ws: Workspace = { ...this.#workspace, known, conditions: new Map(), memo: freshMemo() };
    const forms = formsIn(ws, this.#pair);
    const gap = difference(forms);
    if (gap === null) return 'open';
    if (isZero(gap) && denominatorsHold(forms)) return 'equal';
    const key = depth < MAX_DEPTH ? openFactor(ws) : null;
    if (key === null) return this.#withoutReals(forms);
    return this.#split(known, key, depth);
  }

  #split(known: Signs, key: string, depth: number): Outcome {
    let outcome: Outcome = 'non-real';
    for (const sign of [1, -1] as const) {
      const signs = new Map([...known, [key, sign] as const]);
      if (!this.#canOccur(signs)) continue;
      const found = this.settle(signs, depth + 1);
      if (found === 'open') return 'open';
      if (found === 'equal') outcome = 'equal';
    }
    return outcome;
  }

  #withoutReals(forms: Forms): Outcome {
    const { gold, given, workspace } = forms;
    if (!isNotReal(workspace, gold) || !isNotReal(workspace, given)) return 'open';
    this.leftAside = true;
    return 'non-real';
  }

  #canOccur(signs: Signs): boolean {
    return fitsTogether(this.#workspace, signs) && signsFit(this.#workspace, signs);
  }
}

function isNotReal(ws: Workspace, form: Forms['gold']): boolean {
  if (typeof form === 'string') return false;
  const other = conjugate(ws, form);
  if (other === null) return false;
  const gap = guarded(ws, () => ws.field.subtract(form, other));
  if (typeof gap === 'string' || isZero(gap)) return false;
  return certainlyNonZero(ws, gap) || [...gap.powers.keys()].every((id) => isNonZero(ws, id));
}

/** True for single generators that vanish at isolated points only. */
function isNonZero(ws: Workspace, id: number): boolean {
  const kind = ws.field.generatorOf(id)?.meaning.kind;
  return kind !== undefined && kind !== 'atom' && kind !== 'ln';
}

/** The signs, as inequalities in the monomials that occur, do not contradict each other. */
function fitsTogether(ws: Workspace, signs: Signs): boolean {
  const rows: Inequality[] = [];
  const positive = new Map<string, Inequality>();
  for (const [key, sign] of signs) {
    const [id, ...others] = [...productOf(key).powers.keys()];
    if (id === undefined || others.length > 0) continue;
    const poly = ws.field.composite(id)?.poly ?? termPoly([id, 1], 1n);
    const row = new Map<string, bigint>();
    for (const [name, { mono, coef }] of poly) {
      row.set(name, sign === 1 ? coef : -coef);
      if (name !== CONSTANT && isPositive(ws, mono)) positive.set(name, new Map([[name, 1n]]));
    }
    rows.push(row);
  }
  return isFeasible([...rows, ...positive.values()], ws.budget);
}

/** True for products of even powers of real generators and powers of positive ones. */
function isPositive(ws: Workspace, mono: Monomial): boolean {
  for (let i = 0; i < mono.length; i += 2) {
    const generator = ws.field.generatorOf(mono[i] as number);
    const even = (mono[i + 1] as number) % 2 === 0 && generator?.conjugate === 'same';
    if (generator?.positive !== true && !even) return false;
  }
  return true;
}

/** No factor's sign contradicts what the others say of it. */
function signsFit(ws: Workspace, signs: Signs): boolean {
  for (const [key, sign] of signs) {
    const known = new Map(signs);
    known.delete(key);
    const implied = guarded(ws, () => factorSign({ ...ws, known, memo: freshMemo() }, productOf(key)));
    if (typeof implied === 'number' && implied !== sign) return false;
  }
  return true;
}

/** The monic product that a key names. */
const productOf = (key: string): Product => ({
  coef: ONE,
  powers: new Map(
    key
      .split('*')
      .slice(1)
      .map((part) => part.split('^').map(Number) as [number, number]),
  ),
});
