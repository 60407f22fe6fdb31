import type { Answer } from '../../answer.js';
import { sameTree } from '../../exact/symbols.js';
import { type Expr, isApply } from '../../expr.js';
import { formatExpr } from '../../format.js';
import { endlessFamily, expandEllipsis } from './ellipsis.js';
import { structureRestricted, trailingConditions } from './families.js';
import { isStatement, isStructural } from './heads.js';
import { isNameOfSets, repeatName } from './relations.js';
import { conjuncts } from './sets.js';
import { signVariants } from './signs.js';
import type { Structurer, Structuring } from './structuring.js';

/** `x = 2, 3, 4` names the variable once for the whole list. */
function shareName(items: readonly Expr[]): readonly Expr[] {
  const [first, ...rest] = items;
  if (first === undefined || rest.length === 0 || rest.some(isStatement)) return items;
  if (first.node !== 'apply' || (first.head !== 'Equal' && first.head !== 'NotEqual')) return items;
  if (rest.some((item) => item.node === 'text' || isApply(item, 'Cases'))) return items;
  return [first, ...repeatName(first, rest)];
}

/** `p = 5, q = 2, p = 7, q = 2`: equations whose names come round again are one group for each round. */
function rounds(items: readonly Expr[]): readonly Expr[] {
  const names = items.map((item) =>
    isApply(item, 'Equal') && item.args[0]!.node === 'symbol' ? item.args[0]!.name : null,
  );
  const first = names[0];
  const period = first === null || first === undefined ? -1 : names.indexOf(first, 1);
  if (period < 2 || items.length % period !== 0) return items;
  if (!names.every((name, i) => name !== null && name === names[i % period])) return items;
  const groups: Expr[] = [];
  for (let i = 0; i < items.length; i += period) {
    groups.push({ node: 'apply', head: 'List', args: items.slice(i, i + period) });
  }
  return groups;
}

/** Commas, semicolons, "and" and "or" between values. */
export const structureList: Structurer = ({ args }, structuring) => {
  const restricted = trailingConditions(args);
  if (restricted !== null)
    return structureRestricted(restricted.statement, restricted.conditions, structuring);
  return (
    endlessFamily(args, structuring) ??
    listOf(rounds(shareName(expandEllipsis(args, structuring.context.budget))), structuring)
  );
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
  if (found.length === 1) return found[0]!;
  const names = namesOf(items);
  return names === null || names.length !== found.length
    ? { kind: 'list', items: found }
    : { kind: 'list', items: found, names };
}

/** The names before sets, tuples and the like, `A = {1, 2}, B = {3}`; null when some item has none, or two have the same. */
function namesOf(items: readonly Expr[]): readonly string[] | null {
  const names = items.map((item) => {
    if (!isApply(item, 'Equal')) return null;
    const [left, right] = item.args as readonly [Expr, Expr];
    return isStructural(right) && (!isStructural(left) || isNameOfSets(left))
      ? formatExpr(left).replace(/^vec\((.*)\)$/, '$1')
      : null;
  });
  return names.includes(null) || new Set(names).size < names.length ? null : names.map((name) => name!);
}

/** "p = −1 and p = 2": one name with several values, all of them solutions. */
function repeatsName(args: readonly Expr[]): boolean {
  const [first] = args;
  if (first === undefined || !(isApply(first, 'Equal') || isApply(first, 'Congruent'))) return false;
  const same = (a: Expr | undefined, b: Expr | undefined): boolean =>
    a === b || (a !== undefined && b !== undefined && sameTree(a, b));
  return args.every(
    (arg) => isApply(arg, first.head) && [0, 2].every((i) => same(arg.args[i], first.args[i])),
  );
}

/** Statements joined by "and" or "or". */
export const structureLogic: Structurer = ({ head, args }, structuring) => {
  const { structure } = structuring;
  if (head === 'And' && (repeatsName(args) || namesOf(args) !== null)) return listOf(args, structuring);
  const parts = head === 'And' ? args.flatMap(conjuncts) : args;
  // "p = 5, q = 2 and p = 7, q = 2": two solutions, each with its values.
  const groups = head === 'And' ? rounds(parts) : parts;
  if (groups !== parts) return listOf(groups, structuring);
  return {
    kind: 'logic',
    operation: head === 'And' ? 'and' : head === 'Or' ? 'or' : 'not',
    parts: parts.map(structure),
  };
};

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
