import type { Answer, ListAnswer, RelationAnswer } from '../../answer.js';
import { different, type Finding, undecided } from '../../verdict.js';
import { type Kind, type Row, row, rowsFor } from '../table.js';
import { assignmentOf, isNumbered } from './collection/assignment.js';
import { compareLists, compareListWithSet, compareListWithTuple } from './collection/lists.js';
import { matchInOrder, matchMultiset, matchSet } from './collection/match.js';
import { coordinatesOf } from './collection/named-point.js';
import { asElements, asStatements } from './collection/partners.js';
import { asItems, compareIntervals, compareTuples, compareTupleWithPair } from './collection/tuples.js';
import { continuedFractionRows } from './continued-fraction.js';
import { familyRows, impliedRows } from './family/rows.js';
import { chainInterval, symbolsOf } from './family/view.js';
import {
  compareEquationLists,
  compareListWithRelation,
  compareLogic,
  compareLogicWithRelation,
} from './logic/compare.js';
import { compareLinearSystems } from './logic/system.js';
import { compareInLine, comparePiecewise, comparePiecewiseWith } from './piecewise/compare.js';
import { isInLine } from './piecewise/in-line.js';
import { compareRestricted } from './piecewise/restricted.js';
import { compareRelations, compareWithValue } from './relation/relations.js';
import { statedValue } from './relation/value.js';
import { compareNumberSets } from './sets/compare.js';
import { compareNamedSets } from './sets/letters.js';
import {
  compareMatrices,
  compareMatrixWithExpression,
  compareMatrixWithSet,
  compareMatrixWithTuple,
  compareUnitVector,
} from './vector/compare.js';

/** Relations against values and one another. */
const relationRows: readonly Row[] = [
  row('relation', 'relation', (a, b, context, recurse) => {
    const [left, right] = [spreadChain(a), spreadChain(b)];
    if (left !== null && right !== null) return compareLists(left, right, context, recurse);
    // `a = b = 2` says more than `a = 2`.
    if ((left ?? right) !== null && (left === null ? a : b).sides.length === 2) return different('label');
    return compareRelations(a, b, context, recurse);
  }),
  row('relation', 'expression', (a, b, context, recurse) => compareWithValue(a, b.expr, context, recurse)),
];

/** Two lists that are equal as systems of equations, or else what was found before. */
const openToSystems = (finding: Finding, systems: Finding | null): Finding =>
  systems?.kind === 'equal' ? systems : finding;

/** `a = b = 1` as the list `a = 1, b = 1`; null for any other relation. */
function spreadChain(relation: RelationAnswer): ListAnswer | null {
  const named = assignmentOf(relation);
  if (named === null) return null;
  const value = relation.sides[relation.sides.length - 1]!;
  const items = named.names.map(
    (name): RelationAnswer => ({
      kind: 'relation',
      sides: [{ node: 'symbol', name }, value],
      operators: ['='],
    }),
  );
  return { kind: 'list', items };
}

/** Tuples, pairs and lists. */
const collectionRows: readonly Row[] = [
  row('tuple', 'tuple', compareTuples),
  row('tuple', 'interval', compareTupleWithPair),
  row('interval', 'interval', compareIntervals),
  row('list', 'list', (a, b, context, recurse) => {
    const finding = compareLists(a, b, context, asStatements(a, b, recurse));
    return finding.kind === 'equal' ? finding : openToSystems(finding, compareEquationLists(a, b, context));
  }),
  row('list', 'tuple', (a, b, context, recurse) => compareListWithTuple(a, b, context, recurse)),
  row('list', 'interval', (a, b, context, recurse) => {
    const finding = compareListWithTuple(a, b, context, recurse);
    return finding?.kind === 'equal' ? finding : (compareNumberSets(a, b, context) ?? finding);
  }),
  row('list', 'set', compareListWithSet),
  row('list', 'relation', (a, b, context, recurse) => {
    const spread = spreadChain(b);
    const finding = spread === null ? null : compareLists(a, spread, context, recurse);
    if (finding?.kind === 'equal') return finding;
    const line = b.sides.length > 2 ? compareLinearSystems(a.items, [b], context) : null;
    return line?.kind === 'equal' ? line : compareListWithRelation(a, b, context);
  }),
  row('relation', 'tuple', (a, b, context, recurse) => {
    const spread = spreadChain(a);
    return spread === null ? null : compareListWithTuple(spread, b, context, recurse);
  }),
  row('relation', 'interval', (a, b, context, recurse) => {
    const spread = spreadChain(a);
    if (spread !== null) return compareListWithTuple(spread, b, context, recurse);
    const interval = chainInterval(a);
    if (interval === null) return null;
    const finding = recurse(interval, b.ambiguous ? { ...b, ambiguous: false } : b);
    return finding.kind === 'equal' ? finding : null;
  }),
  row('set', 'set', (a, b, context, recurse) =>
    matchSet('set', a.elements, b.elements, context, asElements(recurse)),
  ),
  row('set', 'expression', (a, b, _context, recurse) =>
    a.elements.length === 1 ? recurse(a.elements[0]!, b) : null,
  ),
  // The set of solutions of a system that has one.
  ...rowsFor(['set'], ['tuple', 'interval'], (a, b, _context, recurse) => {
    const [only, ...others] = a.kind === 'set' ? a.elements : [];
    const isPoint = only?.kind === 'tuple' || (only?.kind === 'interval' && only.ambiguous);
    return isPoint && others.length === 0 ? recurse(only, b) : null;
  }),
  row('set', 'relation', (a, b, _context, recurse) => {
    const [only, ...others] = a.elements;
    const isValue = only?.kind === 'expression' || only?.kind === 'relation';
    return isValue && others.length === 0 ? recurse(only, b) : null;
  }),
];

/** Systems and alternatives. */
const logicRows: readonly Row[] = [
  row('logic', 'logic', (a, b, context, recurse) => compareLogic(a, b, context, asStatements(a, b, recurse))),
  row('logic', 'relation', compareLogicWithRelation),
  row('logic', 'list', (a, b, context, recurse) => {
    if (a.operation === 'and') return compareLists(a, b, context, asStatements(a, b, recurse));
    if (a.operation !== 'or') return null;
    // `x > 0, y > 0` holds of both letters.
    const inequality = b.items.some((item) => item.kind === 'relation' && !item.operators.includes('='));
    if (inequality && new Set(b.items.flatMap(symbolsOf)).size > 1) return different('alternatives');
    const named = assignmentOf(b);
    // `x = 2, y = 3` holds of both letters, "x = 2 or y = 3" of one.
    if (named !== null && !isNumbered(named)) return different('alternatives');
    const values = named === null ? b.items : named.values;
    return matchMultiset('alternatives', a.parts, values, context, recurse);
  }),
  row('logic', 'set', (a, b, context, recurse) => {
    const alternatives = a.operation === 'or' || a.parts.every((part) => part.kind === 'relation');
    if (!alternatives) return null;
    const finding = matchSet('alternatives', a.parts, b.elements, context, recurse);
    return finding.kind === 'equal' ? finding : null;
  }),
  row('logic', 'tuple', (a, b, context, recurse) =>
    a.operation === 'and' ? compareListWithTuple(a, b, context, recurse) : null,
  ),
  row('logic', 'interval', (a, b, context, recurse) => {
    const sets = compareNumberSets(a, b, context);
    if (sets !== null || a.operation !== 'and') return sets;
    return compareListWithTuple(a, b, context, recurse);
  }),
];

/** A point with its name before it, `P(2, 5)`, against brackets of two numbers or more. */
const comparePoint: Row['compare'] = (a, b, _context, recurse) => {
  const coordinates = a.kind === 'expression' ? coordinatesOf(a.expr) : null;
  const items = b.kind === 'tuple' || b.kind === 'interval' ? asItems(b) : null;
  return coordinates === null || items === null
    ? null
    : matchInOrder('named-point', coordinates, items, recurse);
};

/** Matrices and vectors. */
const vectorRows: readonly Row[] = [
  row('matrix', 'matrix', compareMatrices),
  row('matrix', 'tuple', compareMatrixWithTuple),
  row('matrix', 'interval', compareMatrixWithTuple),
  row('matrix', 'expression', compareMatrixWithExpression),
  row('matrix', 'set', (a, b, _context, recurse) => compareMatrixWithSet(a, b, recurse)),
  ...rowsFor(['expression'], ['tuple', 'interval'], comparePoint),
  row('expression', 'tuple', (a, b, context, recurse) => compareUnitVector(a, asItems(b), context, recurse)),
  row('expression', 'interval', (a, b, context, recurse) =>
    compareUnitVector(a, asItems(b), context, recurse),
  ),
];

/** `{(x, y) | x > 0, y > 0}`: regions of the plane, condition by condition. */
const regionRows: readonly Row[] = [
  row('set-builder', 'set-builder', (a, b, _context, recurse) => {
    if (a.element.kind === 'expression' || recurse(a.element, b.element).kind !== 'equal') return null;
    const conditions = (items: readonly Answer[]): Answer => ({ kind: 'list', items });
    const finding = recurse(conditions(a.conditions), conditions(b.conditions));
    return finding.kind === 'equal' ? finding : null;
  }),
];

/** Kinds that a function is read as whose cases stand in one line. */
const IN_LINE: readonly Kind[] = ['list', 'logic', 'family', 'set'];

/** Functions by cases, both in one line: asked before the rules of lists. */
const inLineRows: readonly Row[] = rowsFor(IN_LINE, IN_LINE, (a, b, context, recurse) => {
  const finding = isInLine(a) && isInLine(b) ? compareInLine(a, b, context, recurse) : null;
  return finding?.kind === 'equal' ? finding : null;
});

/** Functions by cases. */
const piecewiseRows: readonly Row[] = [
  row('piecewise', 'piecewise', comparePiecewise),
  row('piecewise', 'expression', (a, b, context) => comparePiecewiseWith(a, b.expr, context)),
  row('piecewise', 'relation', (a, b, context) => {
    const stated = statedValue(b, context);
    if (stated === null || stated === 'contradiction') return null;
    return comparePiecewiseWith(a, stated.value, context);
  }),
  ...rowsFor(IN_LINE, ['piecewise', 'expression', 'relation'], compareInLine),
  ...rowsFor(['piecewise'], ['list', 'logic'], (a, b, _context, recurse) => compareRestricted(a, b, recurse)),
];

/** Kinds that can be sets of numbers. */
const SET_KINDS: readonly Kind[] = [
  'interval',
  'set',
  'set-operation',
  'set-builder',
  'relation',
  'logic',
  'list',
  'expression',
];

/** Whatever can be read as a set of numbers; tried after the rows that look at the form. */
const setRows: readonly Row[] = [
  ...rowsFor(SET_KINDS, SET_KINDS, (a, b, context) => compareNumberSets(a, b, context)),
];

/** Kinds of conditions and sets that may denote the same thing even where no rule sees it. */
const OPEN_KINDS: readonly Kind[] = [
  'interval',
  'set-operation',
  'set-builder',
  'relation',
  'logic',
  'family',
  'piecewise',
];

/** What is left over is not known to differ. */
const openRows: readonly Row[] = rowsFor(OPEN_KINDS, OPEN_KINDS, () =>
  undecided('unsupported', 'no rule compares these two'),
);

/** Rows for the kinds with mathematical structure, in the order in which those of one pair are tried. */
export const structuredRows: readonly Row[] = [
  ...rowsFor(['set-operation'], ['set-operation', 'expression'], compareNamedSets),
  ...continuedFractionRows,
  ...inLineRows,
  ...impliedRows,
  ...relationRows,
  ...collectionRows,
  ...logicRows,
  ...vectorRows,
  ...regionRows,
  ...familyRows,
  ...piecewiseRows,
  ...setRows,
  ...openRows,
];
