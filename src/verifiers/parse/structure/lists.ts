import type { Answer } from '../../answer.js';
import { type Expr, isApply } from '../../expr.js';
import { expandEllipsis } from './ellipsis.js';
import { structureRestricted, trailingConditions } from './families.js';
import { isStatement } from './heads.js';
import { repeatName } from './relations.js';
import { conjuncts } from './sets.js';
import { signVariants } from './signs.js';
import type { Structurer, Structuring } from './structuring.js';

/** `x = 2, 3, 4` names the variable once for the whole list. */
function shareName(items: readonly Expr[]): readonly Expr[] {
  const [first, ...rest] = items;
  if (first === undefined || !isApply(first, 'Equal') || rest.length === 0 || rest.some(isStatement))
    return items;
  if (rest.some((item) => item.node === 'text')) return items;
  return [first, ...repeatName(first.args[0]!, rest)];
}

/** Commas, semicolons, "and" and "or" between values. */
export const structureList: Structurer = ({ args }, structuring) => {
  const restricted = trailingConditions(args);
  if (restricted !== null)
    return structureRestricted(restricted.statement, restricted.conditions, structuring);
  return listOf(shareName(expandEllipsis(args, structuring.context.budget)), structuring);
};

function listOf(items: readonly Expr[], { context, structure }: Structuring): Answer {
  const found: Answer[] = [];
  for (const item of items) {
    if (isApply(item, 'List')) {
      found.push(structure(item));
      continue;
    }
    for (const variant of signVariants(item, context.budget)) found.push(structure(variant));
  }
  return found.length === 1 ? found[0]! : { kind: 'list', items: found };
}

/** Statements joined by "and" or "or"; `A ⟹ B` between propositions is "not A, or B". */
export const structureLogic: Structurer = ({ head, args }, { structure }) => ({
  kind: 'logic',
  operation: head === 'And' ? 'and' : head === 'Or' ? 'or' : 'not',
  parts: (head === 'And' ? args.flatMap(conjuncts) : args).map(structure),
});

const isProposition = (expr: Expr): boolean =>
  expr.node === 'symbol' ||
  (expr.node === 'apply' &&
    ['And', 'Or', 'Not', 'Implies', 'Iff'].includes(expr.head) &&
    expr.args.every(isProposition));

/** `A ⟹ B`: between propositions a proposition; between relations a derivation, whose result is its last step. */
export const structureImplication: Structurer = ({ head, args }, structuring) => {
  const [left, right] = args as readonly [Expr, Expr];
  if (!args.every(isProposition)) return structuring.structure(right);
  const [a, b] = [structuring.structure(left), structuring.structure(right)];
  const implies = (from: Answer, to: Answer): Answer => ({
    kind: 'logic',
    operation: 'or',
    parts: [{ kind: 'logic', operation: 'not', parts: [from] }, to],
  });
  return head === 'Implies'
    ? implies(a, b)
    : { kind: 'logic', operation: 'and', parts: [implies(a, b), implies(b, a)] };
};
