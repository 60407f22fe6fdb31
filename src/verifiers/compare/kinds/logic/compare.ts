import type { Answer, ListAnswer, LogicAnswer, RelationAnswer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { productOf } from '../../../exact/build.js';
import { different, type Finding } from '../../../verdict.js';
import type { Compare } from '../../table.js';
import { compareLists } from '../collection/lists.js';
import { matchMultiset, matchSet } from '../collection/match.js';
import { symbolsOf } from '../family/view.js';
import { compareZeroForms } from '../relation/equation.js';
import { equationForm } from '../relation/relations.js';
import { statedValue } from '../relation/value.js';
import { compareNumberSets } from '../sets/compare.js';
import { compareLinearSystems } from './system.js';
import { compareByTruthTable } from './truth-table.js';

/** The first of several ways that finds an equality; otherwise the first that decides anything. */
function firstEqual(ways: readonly (() => Finding | null)[]): Finding {
  let decided: Finding | null = null;
  for (const way of ways) {
    const finding = way();
    if (finding?.kind === 'equal') return finding;
    if (finding !== null && (decided === null || decided.kind === 'undecided')) decided = finding;
  }
  return decided ?? different('kinds-differ');
}

/** Two combinations of statements. */
export function compareLogic(a: LogicAnswer, b: LogicAnswer, context: Context, recurse: Compare): Finding {
  const sets = compareNumberSets(a, b, context);
  if (sets !== null) return sets;
  if (a.operation === 'and' && b.operation === 'and') return compareSystems(a, b, context, recurse);
  return firstEqual([
    () => (a.operation === b.operation ? matchSet('alternatives', a.parts, b.parts, context, recurse) : null),
    () => compareProducts(a, b, context),
    () => compareByTruthTable(a, b, context, recurse),
  ]);
}

function compareSystems(a: LogicAnswer, b: LogicAnswer, context: Context, recurse: Compare): Finding {
  return firstEqual([
    () => compareLists(a, b, context, recurse),
    () => matchMultiset('system', a.parts, b.parts, context, recurse),
    () => compareLinearSystems(a.parts, b.parts, context),
    () => compareByTruthTable(a, b, context, recurse),
  ]);
}

/** `x = 2 or x = −2` as one equation: the product of its zero forms. Null unless all parts are equations. */
function productForm(answer: Answer): ReturnType<typeof equationForm> | null {
  const parts: readonly Answer[] =
    answer.kind === 'logic' && answer.operation === 'or' ? answer.parts : [answer];
  const forms = parts.map((part) =>
    part.kind === 'relation' && part.operators.length === 1 && part.operators[0] === '='
      ? equationForm(part)
      : null,
  );
  return forms.includes(null) ? null : productOf(forms as ReturnType<typeof equationForm>[]);
}

function compareProducts(a: Answer, b: Answer, context: Context): Finding | null {
  const [x, y] = [productForm(a), productForm(b)];
  return x === null || y === null ? null : compareZeroForms(x, y, context);
}

/** Alternatives against one relation: as sets of numbers, or as one equation. */
export function compareLogicWithRelation(a: LogicAnswer, b: RelationAnswer, context: Context): Finding {
  return firstEqual([() => compareProducts(a, b, context), () => compareNumberSets(a, b, context)]);
}

/** Every item is an equation that gives the value of its unknown. */
const isSolved = (items: readonly Answer[], context: Context): boolean =>
  items.every((item) => item.kind === 'relation' && isStated(item, context));

const isStated = (relation: RelationAnswer, context: Context): boolean => {
  const stated = statedValue(relation, context);
  return stated !== null && stated !== 'contradiction';
};

/** The letter that every item is an equation for: `y = √x, y = −√x`. */
function labelOf(items: readonly Answer[]): string | null {
  const labels = items.map((item) => (item.kind === 'relation' ? item.sides[0] : undefined));
  const names = new Set(labels.map((label) => (label?.node === 'symbol' ? label.name : null)));
  const [only] = names;
  return names.size === 1 ? (only ?? null) : null;
}

/**
 * `x = 2, x = −2` against one equation or inequality: listed solutions of one unknown are alternatives. The equation
 * that they solve (`x² = 4`) does not state them.
 */
export function compareListWithRelation(a: ListAnswer, b: RelationAnswer, context: Context): Finding | null {
  const names = new Set(a.items.flatMap(symbolsOf));
  if (names.size > 1 && labelOf(a.items) !== null) {
    const product = compareProducts({ kind: 'logic', operation: 'or', parts: a.items }, b, context);
    return product?.kind === 'equal' ? product : null;
  }
  if (names.size !== 1 || !a.items.every((item) => item.kind === 'relation')) return null;
  if (b.operators.includes('=') && isSolved(a.items, context) && !isStated(b, context))
    return different('equation-states-no-value');
  return (
    compareProducts({ kind: 'logic', operation: 'or', parts: a.items }, b, context) ??
    compareNumberSets(a, b, context)
  );
}

/** Lists of equations that are no assignment: systems. Null when the lists hold anything else. */
export function compareEquationLists(a: ListAnswer, b: ListAnswer, context: Context): Finding | null {
  return compareLinearSystems(a.items, b.items, context);
}
