import type { Answer } from '../../answer.js';
import { apply, type Expr, isApply } from '../../expr.js';
import { formatExpr } from '../../format.js';
import { endlessFamily, expandEllipsis } from './ellipsis.js';
import { hasAnyHead, isSetLike } from './heads.js';
import { signVariants } from './signs.js';
import { refuse, type Structurer, type Structuring } from './structuring.js';

/** `{a, b, …}`; `±` gives two elements. */
export const structureSet: Structurer = ({ args }, structuring) => {
  const { context, structure } = structuring;
  const endless = endlessFamily(args, structuring);
  if (endless !== null) return endless;
  const elements = expandEllipsis(args, context.budget).flatMap((arg) => signVariants(arg, context.budget));
  return { kind: 'set', elements: elements.map(structure) };
};

/** A part of a set operation: brackets around two numbers are an interval there, never a point. */
function structurePart(expr: Expr, { structure }: Structuring): Answer {
  const part = structure(expr);
  return part.kind === 'interval' && part.ambiguous ? { ...part, ambiguous: false } : part;
}

const OPERATIONS = { Union: 'union', Intersection: 'intersection', SetMinus: 'difference' } as const;

/** `A ∪ B`, `A ∩ B`, `A ∖ B`. */
export const structureSetOperation: Structurer = ({ head, args }, structuring) => ({
  kind: 'set-operation',
  operation: OPERATIONS[head as keyof typeof OPERATIONS],
  parts: args.map((arg) => structurePart(arg, structuring)),
});

/** `{x | …}`; `{x ∈ S | …}` has the membership as its first condition. */
export const structureSetBuilder: Structurer = ({ args }, { structure }) => {
  const [element, ...conditions] = args as readonly [Expr, ...Expr[]];
  const member = isApply(element, 'Element');
  return {
    kind: 'set-builder',
    element: structure(member ? element.args[0]! : element),
    conditions: enumerated((member ? [element, ...conditions] : conditions).flatMap(conjuncts)).map(
      structure,
    ),
  };
};

/** `k = 0, 1, 2` as the values of an index: `k ∈ {0, 1, 2}`. */
function enumerated(conditions: readonly Expr[]): readonly Expr[] {
  const [first, ...values] = conditions;
  if (first === undefined || values.length === 0 || !isApply(first, 'Equal')) return conditions;
  const [name, start] = first.args as readonly [Expr, Expr];
  if (name.node !== 'symbol' || !values.every(isEntry) || !isEntry(start)) return conditions;
  return [apply('Element', name, apply('Set', start, ...values))];
}

/** A number, or the dots between numbers. */
const isEntry = (expr: Expr): boolean =>
  expr.node === 'number' ||
  (expr.node === 'apply' &&
    (expr.head === 'Ellipsis' || (expr.head === 'Negate' && expr.args.every(isEntry))));

/** The parts of a conjunction, however it was written. */
export const conjuncts = (expr: Expr): readonly Expr[] =>
  isApply(expr, 'And') || isApply(expr, 'List') ? expr.args.flatMap(conjuncts) : [expr];

/** A set as the range of a variable. A named set is kept as a union of one part. */
function withVariable(set: Answer, variable: string): Answer {
  if (set.kind === 'interval' || set.kind === 'set' || set.kind === 'set-operation')
    return { ...set, variable };
  return { kind: 'set-operation', operation: 'union', parts: [set], variable };
}

/** A formula of its own: `2x + 1`, `x²`. Functions, primes and figures are names. */
const isFormula = (expr: Expr): boolean =>
  expr.node === 'number' || hasAnyHead(expr, 'Add', 'Multiply', 'Divide', 'Power', 'Negate', 'Root', 'Abs');

/** What ranges over a set, as a name: a letter, or a formula written out. Null for a tuple or a function. */
function rangingName(element: Expr): string | null {
  if (element.node === 'symbol') return element.name;
  return isFormula(element) ? formatExpr(element) : null;
}

/** `x ∈ S`: the set, with the name of its variable. A tuple or a function before `∈` leaves the bare set. */
export const structureElement: Structurer = ({ args }, structuring) => {
  const [element, set] = args as readonly [Expr, Expr];
  const range = structurePart(set, structuring);
  if (range.kind === 'expression' && range.expr.node !== 'symbol')
    return refuse('a membership in what is no set');
  const name = rangingName(element);
  return name === null ? range : withVariable(range, name);
};

/** `x ∉ S`: the reals without the set. */
export const structureNotElement: Structurer = ({ args }, structuring) => {
  const [element, set] = args as readonly [Expr, Expr];
  const everything: Answer = { kind: 'expression', expr: { node: 'symbol', name: 'Reals' } };
  const rest: Answer = {
    kind: 'set-operation',
    operation: 'difference',
    parts: [everything, structurePart(set, structuring)],
  };
  const name = rangingName(element);
  return name === null ? rest : withVariable(rest, name);
};

/** `{x | x < 3} − {−6}`: a sum whose first term is a set takes sets away. Null for any other sum. */
export function asDifference(expr: Expr): Expr | null {
  if (!isApply(expr, 'Add') || !isSetLike(expr.args[0]!)) return null;
  const removed: Expr[] = [];
  for (const arg of expr.args.slice(1)) {
    if (!isApply(arg, 'Negate')) return null;
    const inner = arg.args[0]!;
    removed.push(isSetLike(inner) ? inner : apply('Set', inner));
  }
  return { node: 'apply', head: 'SetMinus', args: [expr.args[0]!, ...removed] };
}

/** `t (0, 4]`: a name right before a half-open interval, which multiplies nothing, ranges over it. Null for the rest. */
export function asMembership(expr: Expr): Expr | null {
  if (!isApply(expr, 'Multiply') || expr.args.length !== 2) return null;
  const [name, set] = expr.args as readonly [Expr, Expr];
  const halfOpen = isApply(set, 'HalfOpenLeft') || isApply(set, 'HalfOpenRight');
  return name.node === 'symbol' && halfOpen ? apply('Element', name, set) : null;
}
