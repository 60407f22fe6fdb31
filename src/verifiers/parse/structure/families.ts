import type { Answer, FamilyAnswer, SetBuilderAnswer } from '../../answer.js';
import { apply, type Expr, isApply } from '../../expr.js';
import { isInequality, isScalar, isStatement } from './heads.js';
import { conjuncts } from './sets.js';
import type { Structurer, Structuring } from './structuring.js';

type Parameter = FamilyAnswer['parameters'][number];

/** Letters that number the members of a family when no domain is given. */
const INDEX_LETTERS: ReadonlySet<string> = new Set(['k', 'n', 'm', 'j', 'l']);

function mentions(expr: Expr, name: string): boolean {
  if (expr.node === 'symbol') return expr.name === name;
  return expr.node === 'apply' && expr.args.some((arg) => mentions(arg, name));
}

/** True when an answer's variable is what the name before the equals sign depends on: `f(x) = …`, `a_n = …`. */
function isArgument(statement: Expr, name: string): boolean {
  if (!isApply(statement, 'Equal')) return false;
  const left = statement.args[0]!;
  if (left.node === 'symbol') return left.name === name || subscriptHas(left.name, name);
  return mentions(left, name);
}

const subscriptHas = (symbolName: string, name: string): boolean => {
  const at = symbolName.indexOf('_');
  return (
    at > 0 &&
    symbolName
      .slice(at + 1)
      .split(/[^a-zA-Z]+/u)
      .includes(name)
  );
};

/** What a parameter may occur in: the value after a name, or all of a statement that has none. */
const valuePart = (statement: Expr): Expr =>
  isApply(statement, 'Equal') && !mentions(statement.args[1]!, symbolName(statement.args[0]!))
    ? statement.args[1]!
    : statement;

const symbolName = (expr: Expr): string => (expr.node === 'symbol' ? expr.name : '');

/** The symbol that a condition ranges over, with its set. */
function membership(condition: Expr): { readonly name: string; readonly set: Expr } | null {
  if (!isApply(condition, 'Element')) return null;
  const [element, set] = condition.args as readonly [Expr, Expr];
  return element.node === 'symbol' ? { name: element.name, set } : null;
}

function domainOf(set: Expr, structuring: Structuring): Parameter['domain'] {
  if (set.node === 'text') return 'constant';
  if (set.node === 'symbol' && set.name === 'Integers') return 'integer';
  if (set.node === 'symbol' && (set.name === 'Reals' || set.name === 'Complexes')) return 'real';
  return structuring.structure(set);
}

/** The one symbol a condition is about, or null. */
function subject(condition: Expr, candidates: Iterable<string>): string | null {
  let found: string | null = null;
  for (const name of candidates) {
    if (!mentions(condition, name)) continue;
    if (found !== null) return null;
    found = name;
  }
  return found;
}

/** Several conditions on one parameter as one set. */
function builder(name: string, conditions: readonly Expr[], { structure }: Structuring): SetBuilderAnswer {
  return {
    kind: 'set-builder',
    element: { kind: 'expression', expr: { node: 'symbol', name } },
    conditions: conditions.map(structure),
  };
}

/** Symbols of a statement, in order of appearance. */
function symbolsOf(expr: Expr, found: Set<string> = new Set()): Set<string> {
  if (expr.node === 'symbol') found.add(expr.name);
  else if (expr.node === 'apply') for (const arg of expr.args) symbolsOf(arg, found);
  return found;
}

const INTEGERS: Expr = { node: 'symbol', name: 'Integers' };

/** The conditions on each parameter; conditions on anything else are left over. */
function sortConditions(
  statement: Expr,
  conditions: readonly Expr[],
): { byName: Map<string, Expr[]>; rest: Expr[] } {
  const names = [...symbolsOf(valuePart(statement))].filter(
    (name) => !isArgument(statement, name) && !isOwnVariable(statement, name),
  );
  const byName = new Map<string, Expr[]>();
  const rest: Expr[] = [];
  for (const condition of conditions) {
    // "where m is an integer": the symbol before the words that say what it is.
    if (condition.node === 'symbol' && conditions.length > 1) continue;
    const name = membership(condition)?.name ?? subject(condition, names);
    if (name !== null && names.includes(name)) byName.set(name, [...(byName.get(name) ?? []), condition]);
    else rest.push(condition);
  }
  for (const [name, list] of byName) {
    if (isParameter(statement, name, list)) continue;
    byName.delete(name);
    rest.push(...list);
  }
  return { byName, rest: rest.filter((condition) => !isIdle(statement, condition)) };
}

/** Letters that are variables of functions rather than parameters. */
const VARIABLES: ReadonlySet<string> = new Set(['x', 'y', 'z', 'theta']);

/**
 * Whether conditions on a symbol make it the parameter of a family, rather than the variable of a function: an index
 * or a constant always, a real number where it moves a point, or where the function has another variable.
 */
function isParameter(statement: Expr, name: string, conditions: readonly Expr[]): boolean {
  if (INDEX_LETTERS.has(name)) return true;
  const sets = conditions.map(membership).filter((member) => member !== null);
  if (sets.some(({ set }) => set.node === 'text' || isWholeNumbers(set))) return true;
  const value = valuePart(statement);
  if (!isScalar(value)) return sets.length > 0 || !isApply(statement, 'Equal');
  return sets.length > 0 && !VARIABLES.has(name) && symbolsOf(value).size > 1;
}

/** ℤ, ℕ, or one of them cut to a part. */
const isWholeNumbers = (set: Expr): boolean =>
  set.node === 'symbol'
    ? set.name === 'Integers' || set.name === 'Naturals'
    : isApply(set, 'Intersection') && set.args.some(isWholeNumbers);

/** In `x > 3, x ∈ ℤ` the statement is itself a condition on x; in `x ≠ kπ, k ∈ ℤ` it is one on x alone. */
const isOwnVariable = (statement: Expr, name: string): boolean =>
  isInequality(statement) && ownVariable(statement) === name;

/** The symbol that an inequality is about: the middle of a chain, or the side that is a symbol (no index by choice). */
function ownVariable(statement: Expr): string | null {
  const sides = statement.node === 'apply' ? statement.args.filter((arg) => arg.node !== 'text') : [];
  const names = (sides.length === 3 ? [sides[1]!] : sides).flatMap((side) =>
    side.node === 'symbol' ? [side.name] : [],
  );
  return names.find((name) => !INDEX_LETTERS.has(name)) ?? names[0] ?? null;
}

/** A condition that says nothing about the answer: `f(x) = x², x ∈ ℝ`, `x = 3, x ∈ [0, 5]`. */
function isIdle(statement: Expr, condition: Expr): boolean {
  if (condition.node === 'text') return true;
  const member = membership(condition);
  if (member === null || isOwnVariable(statement, member.name)) return false;
  const isNamedSet = member.set.node !== 'apply';
  return isNamedSet || (isApply(statement, 'Equal') && symbolName(statement.args[0]!) === member.name);
}

function parameterOf(name: string, conditions: readonly Expr[], structuring: Structuring): Parameter {
  const only = conditions.length === 1 ? membership(conditions[0]!) : null;
  if (only !== null) return { name, domain: domainOf(only.set, structuring) };
  const constant = conditions.map(membership).some((member) => member?.set.node === 'text');
  if (constant) return { name, domain: 'constant' };
  const declared = conditions.some((condition) => membership(condition) !== null);
  const implied =
    !declared && INDEX_LETTERS.has(name) ? [apply('Element', { node: 'symbol', name }, INTEGERS)] : [];
  return { name, domain: builder(name, [...implied, ...conditions], structuring) };
}

/** A statement under conditions: a family where they bind parameters, a restricted function or a system otherwise. */
export function structureRestricted(
  statement: Expr,
  conditions: readonly Expr[],
  structuring: Structuring,
): Answer {
  const { byName, rest } = sortConditions(statement, conditions.flatMap(conjuncts));
  const body = restricted(statement, rest, structuring);
  if (byName.size === 0) return body;
  const parameters = [...byName].map(([name, list]) => parameterOf(name, list, structuring));
  return { kind: 'family', body, parameters };
}

function restricted(statement: Expr, conditions: readonly Expr[], { structure }: Structuring): Answer {
  const body = structure(statement);
  if (conditions.length === 0) return body;
  const parts = conditions.map(structure);
  const isFunction =
    body.kind === 'expression' || (isApply(statement, 'Equal') && !conditions.some(isEquation));
  if (!isFunction) return { kind: 'logic', operation: 'and', parts: [body, ...parts] };
  const condition: Answer = parts.length === 1 ? parts[0]! : { kind: 'logic', operation: 'and', parts };
  return { kind: 'piecewise', cases: [{ value: body, condition }] };
}

const isEquation = (expr: Expr): boolean => isApply(expr, 'Equal');

/** "statement, conditions …" written with words or memberships between them. */
export const structureForAll: Structurer = ({ args }, structuring) =>
  structureRestricted(args[0]!, args.slice(1), structuring);

/**
 * `e^{2πik/5}, k = 0, 1, 2` and `y = x², x > 0`: a list whose tail puts conditions on what stands before it. Null for
 * a plain list.
 */
export function trailingConditions(
  items: readonly Expr[],
): { readonly statement: Expr; readonly conditions: readonly Expr[] } | null {
  const [first] = items;
  if (first === undefined || items.length < 2) return null;
  return indexedBy(first, items.slice(1)) ?? boundedBy(first, items.slice(1));
}

/** `value, k = 0, 1, 2`: the numbers that an index letter of the value takes. */
function indexedBy(first: Expr, rest: readonly Expr[]): ReturnType<typeof trailingConditions> {
  const [head, ...values] = rest;
  if (head === undefined || !isApply(head, 'Equal')) return null;
  const [name, start] = head.args as readonly [Expr, Expr];
  if (name.node !== 'symbol' || !INDEX_LETTERS.has(name.name) || !mentions(valuePart(first), name.name))
    return null;
  if (isArgument(first, name.name) || ![start, ...values].every(isScalar)) return null;
  const set: Expr = { node: 'apply', head: 'Set', args: [start, ...values] };
  return { statement: first, conditions: [apply('Element', name, set)] };
}

/** `value, 0 ≤ x ≤ 2`: inequalities about a symbol of a value that is no inequality itself. */
function boundedBy(first: Expr, rest: readonly Expr[]): ReturnType<typeof trailingConditions> {
  if (!rest.every(isInequality)) return null;
  if (isStatement(first) && !isApply(first, 'Equal')) return null;
  const names = symbolsOf(valuePart(first));
  const about = rest.every((condition) => [...symbolsOf(condition)].some((name) => names.has(name)));
  return about ? { statement: first, conditions: rest } : null;
}
