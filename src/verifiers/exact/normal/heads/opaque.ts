import { apply, type Expr } from '../../../expr.js';
import { isReal } from '../conjugate.js';
import { stop } from '../field-helpers.js';
import type { HeadRule } from '../lower.js';
import { keyOf, single } from '../product.js';
import { productExpr } from '../to-expr.js';
import type { Product } from '../types.js';
import type { Workspace } from '../workspace.js';

/** Heads without a scalar meaning: two of them are never compared as numbers. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  ...[
    'Tuple',
    'List',
    'Vector',
    'Bracket',
    'HalfOpenLeft',
    'HalfOpenRight',
    'Set',
    'SetBuilder',
    'Matrix',
    'Row',
  ],
  ...[
    'Cases',
    'Case',
    'Equal',
    'NotEqual',
    'Less',
    'LessEqual',
    'Greater',
    'GreaterEqual',
    'Chain',
    'Approx',
  ],
  ...[
    'Element',
    'NotElement',
    'Subset',
    'SubsetEqual',
    'Union',
    'Intersection',
    'SetMinus',
    'And',
    'Or',
    'Not',
  ],
  ...[
    'Implies',
    'Iff',
    'Ratio',
    'Congruent',
    'ForAll',
    'Divides',
    'Proportional',
    'Parallel',
    'Perpendicular',
    'Segment',
    'Ellipsis',
  ],
  ...['Determinant', 'Transpose', 'Trace', 'Norm', 'Dot', 'Cross', 'PlusMinus', 'MinusPlus'],
]);

/** What is known of an atom's values. */
export interface AtomNature {
  readonly integer?: boolean;
  readonly positive?: boolean;
}

/**
 * A function value that stands for itself: one generator for equal arguments, found by comparing the arguments'
 * values. `real`: it is real wherever its arguments are.
 */
export function atomOf(
  ws: Workspace,
  head: string,
  args: readonly Product[],
  expr: Expr | null,
  real: boolean,
  nature: AtomNature = {},
): Product {
  const known = sameAtom(ws, head, args);
  if (known !== null) return known;
  const shown = expr ?? apply(head as never, ...args.map((arg) => productExpr(ws.field, arg)));
  const conjugate = real && args.every((arg) => isReal(ws, arg)) ? 'same' : 'unknown';
  const generator = ws.field.generator(`atom:${head}:${args.map(keyOf).join()}`, () => ({
    meaning: { kind: 'atom', head, args, expr: shown },
    conjugate,
    integer: nature.integer ?? false,
    positive: nature.positive ?? false,
  }));
  return single(generator.id);
}

function sameAtom(ws: Workspace, head: string, args: readonly Product[]): Product | null {
  for (const { id, meaning } of ws.field.generators()) {
    if (meaning.kind !== 'atom' || meaning.head !== head || meaning.args.length !== args.length) continue;
    if (meaning.args.every((arg, index) => ws.field.equal(arg, args[index] as Product))) return single(id);
  }
  return null;
}

/** Any head without a rule of its own: unknown functions, their derivatives, unevaluated operations. */
export const opaque: HeadRule = (ws, args, lower, expr) => {
  if (expr.node !== 'apply' || STRUCTURAL.has(expr.head)) return stop('unsupported');
  const inner = args.map((arg) => lower(ws, arg));
  return atomOf(ws, expr.head, inner, expr, false);
};
