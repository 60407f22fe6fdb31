import { CONSTANT_NAMES } from '../../exact/symbols.js';
import type { ApplyNode, Expr } from '../../expr.js';
import type { Assumptions } from './assumptions.js';

/** Letters that usually vary: nothing is read into them. */
const VARIABLES = /^(?:[xyzstuvw]|theta|phi)(?:_.*)?$/;

/** Letters with odd exponents in a product of powers, and whether its sign is a minus; `null` for anything else. */
interface Monomial {
  readonly odd: ReadonlySet<string>;
  readonly negative: boolean;
}

function joined(parts: readonly (Monomial | null)[]): Monomial | null {
  const odd = new Set<string>();
  let negative = false;
  for (const part of parts) {
    if (part === null) return null;
    for (const name of part.odd) if (!odd.delete(name)) odd.add(name);
    if (part.negative) negative = !negative;
  }
  return { odd, negative };
}

const NUMBER: Monomial = { odd: new Set(), negative: false };

function monomial(expr: Expr, depth = 0): Monomial | null {
  if (expr.node === 'number') return { odd: new Set(), negative: expr.num < 0n };
  if (expr.node === 'symbol') {
    if (expr.name === 'pi' || expr.name === 'e') return NUMBER;
    return CONSTANT_NAMES.has(expr.name) ? null : { odd: new Set([expr.name]), negative: false };
  }
  if (expr.node !== 'apply' || depth > 20) return null;
  const inner = expr.args.map((arg) => monomial(arg, depth + 1));
  if (expr.head === 'Multiply' || expr.head === 'Divide') return joined(inner);
  if (expr.head === 'Negate') return joined([...inner, { odd: new Set(), negative: true }]);
  const exponent = expr.args[1];
  if (expr.head !== 'Power' || exponent?.node !== 'number' || exponent.den !== 1n) return null;
  return exponent.num % 2n === 0n ? NUMBER : (inner[0] ?? null);
}

/** What a node wants to be positive: the argument of a logarithm, the radicand of an even root. */
function wanted({ head, args }: ApplyNode): Expr | null {
  const [inside, second] = args;
  if (inside === undefined) return null;
  if (head === 'Ln' || head === 'Log') return inside;
  if (second?.node !== 'number') return null;
  if (head === 'Root') return second.den === 1n && second.num % 2n === 0n ? inside : null;
  return head === 'Power' && second.den % 2n === 0n ? inside : null;
}

/**
 * Parameters that stand under an even root or in a logarithm, alone or in a product (`√(k/m)`, `ln a`), are positive;
 * the letters that usually vary (x, y, z, t …) are left real, and so is a letter that also stands there with a minus.
 */
export function inferPositive(exprs: readonly Expr[], assume: Assumptions): Assumptions {
  const found = new Set<string>();
  const spoilt = new Set<string>();
  const visit = (expr: Expr, depth: number): void => {
    if (expr.node !== 'apply' || depth > 200) return;
    const inside = wanted(expr);
    const product = inside === null ? null : monomial(inside);
    if (product !== null) for (const name of product.odd) (product.negative ? spoilt : found).add(name);
    for (const arg of expr.args) visit(arg, depth + 1);
  };
  for (const expr of exprs) visit(expr, 0);
  if (found.size === 0) return assume;
  const fresh = [...found].filter((name) => !spoilt.has(name) && !VARIABLES.test(name) && !assume.has(name));
  return fresh.length === 0
    ? assume
    : new Map([...assume, ...fresh.map((name): [string, 'positive'] => [name, 'positive'])]);
}
