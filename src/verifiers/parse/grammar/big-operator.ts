import type { Budget } from '../../../support/index.js';
import { apply, type Expr, isApply, symbol, text } from '../../expr.js';
import type { Token } from '../token.js';
import { applyAll } from './build.js';
import { exponent } from './exponent.js';
import { accept, deeper, peek, type Reader, refuse, within } from './reader.js';

type Kind = 'sum' | 'product' | 'union' | 'intersection';

/** ∑, ∏ with index and bounds over one term; ⋃ over an index is a family of sets. */
export function readBig(reader: Reader, kind: Kind): Expr {
  const start = reader.at;
  return deeper(reader, () => {
    reader.at += 1;
    const script = peek(reader);
    if (script?.kind !== 'script' || script.sub === null) {
      return refuse(
        reader,
        `${kind} without its index`,
        kind === 'sum' || kind === 'product' ? 'unsupported' : 'parse-error',
        start,
      );
    }
    reader.at += 1;
    const high = upperBound(reader, script.sup);
    const index = within(reader, script.sub, reader.shared.rules.statement);
    if (kind === 'union' || kind === 'intersection') return family(reader, kind, index, high);
    const [name, low, top] = bounds(reader, index, high, start);
    const body = bodyOver(reader, name);
    return apply(kind === 'sum' ? 'Sum' : 'Product', ...bind(body, name, reader.shared.budget), low, top);
  });
}

/** The term summed; while it is read, `x_k` is x at k. */
function bodyOver(reader: Reader, index: Expr): Expr {
  const { bound, rules } = reader.shared;
  bound.push(index.node === 'symbol' ? index.name : '');
  const body = rules.term(reader);
  bound.pop();
  return body;
}

/** The upper bound: in the same script, in one of its own, or after `^`. */
function upperBound(reader: Reader, sup: readonly Token[] | null): Expr | null {
  const { value } = reader.shared.rules;
  if (sup !== null) return within(reader, sup, value);
  const token = peek(reader);
  if (token?.kind === 'script' && token.sub === null && token.sup !== null) {
    reader.at += 1;
    return within(reader, token.sup, value);
  }
  return accept(reader, '^') ? exponent(reader) : null;
}

/** ⋃_{k ∈ ℤ} S(k): the sets S(k) for all k. */
function family(reader: Reader, kind: Kind, index: Expr, high: Expr | null): Expr {
  if (kind !== 'union') return refuse(reader, 'an intersection over an index', 'unsupported');
  const body = reader.shared.rules.value(reader);
  return applyAll('ForAll', [body, ...rangeOf(index, high)]);
}

/** The conditions on the index of ⋃: `k ∈ ℤ`, `k = −∞` with `∞` above it, `k = 0` with `∞` or a number. */
function rangeOf(index: Expr, high: Expr | null): readonly Expr[] {
  if (index.node !== 'apply' || (index.head === 'Equal' && high === null))
    return [apply('Element', index, text('index'))];
  if (index.head !== 'Equal' || high === null) return [index];
  const [name, low] = index.args as readonly [Expr, Expr];
  const conditions = [apply('Element', name, symbol('Integers'))];
  if (!isInfinite(low)) conditions.push(apply('GreaterEqual', name, low));
  if (!isInfinite(high)) conditions.push(apply('LessEqual', name, high));
  return conditions;
}

const isInfinite = (expr: Expr): boolean =>
  isApply(expr, 'Negate') ? isInfinite(expr.args[0]!) : expr.node === 'symbol' && expr.name === 'Infinity';

/** Letters that are constants anywhere but as the index of a sum. */
const CONSTANTS: ReadonlySet<string> = new Set(['i', 'e']);

/** The body and its index; an index called i or e gets a name of its own, so that it is not the constant. */
export function bind(body: Expr, index: Expr, budget: Budget): readonly [body: Expr, index: Expr] {
  if (index.node !== 'symbol' || !CONSTANTS.has(index.name)) return [body, index];
  const bound = symbol(`index(${index.name})`);
  return [rename(body, index.name, bound, budget), bound];
}

function rename(expr: Expr, name: string, bound: Expr, budget: Budget): Expr {
  if (expr.node === 'symbol') return expr.name === name ? bound : expr;
  if (expr.node !== 'apply') return expr;
  budget.spend(expr.args.length);
  return applyAll(
    expr.head,
    expr.args.map((arg) => rename(arg, name, bound, budget)),
  );
}

type Bounds = readonly [name: Expr, low: Expr, high: Expr];

/** `k=1` with an upper bound, `1 ≤ k ≤ n`, `k ≥ 0`. */
function bounds(reader: Reader, index: Expr, high: Expr | null, start: number): Bounds {
  if (index.node === 'apply') {
    const [first, second] = index.args;
    const named = first?.node === 'symbol' && second !== undefined;
    if (index.head === 'Equal' && named && high !== null) return [first, second, high];
    if (high === null && named && index.head === 'GreaterEqual') return [first, second, symbol('Infinity')];
    if (high === null && index.head === 'Chain' && index.args.length === 5) {
      const [low, op1, name, op2, top] = index.args as readonly [Expr, Expr, Expr, Expr, Expr];
      if (isLessEqual(op1) && isLessEqual(op2) && name.node === 'symbol') return [name, low, top];
    }
  }
  return refuse(reader, 'these bounds of a sum', 'unsupported', start);
}

const isLessEqual = (operator: Expr): boolean => operator.node === 'text' && operator.value === '<=';
