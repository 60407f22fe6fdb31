import type { Answer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import { different, type Finding } from '../../../verdict.js';
import { compareExpressions, freeSymbols, mentions } from '../../rules/index.js';
import { type Compare, type Kind, type Row, row, rowsFor } from '../../table.js';
import { Unordered } from '../sets/cells.js';
import { numberSet } from '../sets/of-answer.js';
import { compareFamilies, finiteMembers } from './compare.js';
import { isCongruences, residueFamily, statedResidue } from './congruences.js';
import { compareFlatWithEquations } from './flat-equations.js';
import { compareFunctionFamilies } from './functions.js';
import { compareImpliedLists } from './implied.js';
import {
  type Domain,
  type Family,
  familyOf,
  INDEX_LETTERS,
  impliedFamily,
  PARAMETER_LETTERS,
  symbolsOf,
} from './view.js';

/** Symbols of a family's bodies that are not its parameters. */
const ownSymbols = (family: Family): ReadonlySet<string> =>
  new Set(family.bodies.flatMap(symbolsOf).filter((name) => !family.parameters.has(name)));

/** The one scalar body of a family of functions: it has other symbols than its parameters. */
function functionBody(family: Family): Expr | null {
  const [body] = family.bodies;
  if (family.bodies.length !== 1 || body?.kind !== 'expression') return null;
  const others = freeSymbols(body.expr).filter((name) => !family.parameters.has(name));
  const arbitrary = [...family.parameters.values()].every(
    (domain) => domain === 'real' || domain === 'constant',
  );
  return others.length > 0 && arbitrary ? body.expr : null;
}

/** Two families, as functions with arbitrary constants where that is what they are. */
function compareBoth(a: Family, b: Family, context: Context, recurse: Compare): Finding {
  if ((a.complement === true) !== (b.complement === true)) return different('family');
  // Without a word about it an index that is left out is a whole number: `x ≠ kπ` leaves numbers over.
  if (a.complement === true && (leavesNothing(a) || leavesNothing(b))) return different('family');
  const [x, y] = [functionBody(a), functionBody(b)];
  if (x !== null && y !== null) {
    return compareFunctionFamilies(x, used(a, x), y, used(b, y), context);
  }
  return compareFamilies(a, b, context, recurse);
}

/** All numbers but those that a real parameter gives. */
const leavesNothing = (family: Family): boolean =>
  [...family.parameters.values()].some((domain) => domain === 'real' || domain === 'constant');

const used = (family: Family, expr: Expr): readonly string[] =>
  [...family.parameters.keys()].filter((name) => mentions(expr, name));

/** Reads an answer without stated parameters in the terms of a family that states them. */
function impliedBy(answer: Answer, family: Family, context: Context): Family | null {
  const known = ownSymbols(family);
  const domains = [...family.parameters.values()];
  const integers = domains.every((domain) => domain !== 'real' && domain !== 'constant');
  const letters = integers ? INDEX_LETTERS : PARAMETER_LETTERS;
  const constants = domains.includes('constant');
  // `(x, 2x + 1)` for `(t, 2t + 1)`.
  const isGraph = !integers && (answer.kind === 'tuple' || answer.kind === 'interval');
  const symbols = new Set(impliedFamily(answer, new Map(), context).bodies.flatMap(symbolsOf));
  const candidates = [...symbols]
    .sort()
    .filter(
      (name) =>
        !known.has(name) &&
        (letters.has(name) ||
          family.parameters.has(name) ||
          (constants && isConstantName(name)) ||
          (isGraph && AXES.has(name))),
    );
  if (candidates.length !== domains.length) return null;
  const parameters = new Map(candidates.map((name, i): [string, Domain] => [name, domains[i]!]));
  return impliedFamily(answer, parameters, context);
}

const AXES: ReadonlySet<string> = new Set(['x', 'y', 'z']);

/** ℤ, ℤ⁺, `n ≥ 3` and other sets of integers as the family of their members; null for any other answer. */
function integerFamily(answer: Answer, context: Context): Family | null {
  const set = INTEGER_SETS.has(answer.kind) ? answer : boundedIndex(answer);
  if (set === null) return null;
  try {
    const found = numberSet(set, { context, variable: null, naturalsFrom: 1 });
    if (found === null || !found.integers) return null;
  } catch (error) {
    if (error instanceof Unordered) return null;
    throw error;
  }
  const member: Answer = { kind: 'expression', expr: { node: 'symbol', name: 'k_member' } };
  return { bodies: [member], parameters: new Map<string, Domain>([['k_member', set]]) };
}

const INTEGER_SETS: ReadonlySet<Kind> = new Set<Kind>(['expression', 'set-operation', 'set-builder']);

const INTEGERS: Answer = { kind: 'expression', expr: { node: 'symbol', name: 'Integers' } };

/** `n ≥ 3`, with or without `n ∈ ℤ`: inequalities of an index letter, which is a whole number. */
function boundedIndex(answer: Answer): Answer | null {
  const parts = answer.kind === 'logic' && answer.operation === 'and' ? answer.parts : ([answer] as const);
  const [name, ...others] = new Set(parts.flatMap(symbolsOf));
  const bounds = parts.filter((part) => part.kind === 'relation');
  if (name === undefined || others.length > 0 || !INDEX_LETTERS.has(name) || bounds.length === 0) return null;
  if (
    bounds.some(
      ({ operators }) => !operators.every((operator) => '<=>='.includes(operator) && operator !== '='),
    )
  )
    return null;
  const whole: Answer = { kind: 'set-operation', operation: 'union', parts: [INTEGERS], variable: name };
  return { kind: 'logic', operation: 'and', parts: [...parts, whole] };
}

const isConstantName = (name: string): boolean => /^[A-Za-z](?:_\{?\d+\}?)?$/u.test(name);

/** A family against an answer of any kind that can be one, or that lists its members. */
function compareFamilyWith(a: Answer, b: Answer, context: Context, recurse: Compare): Finding | null {
  const [x, y] = [familyOf(a, context), familyOf(b, context)];
  if (x !== null && y !== null) return compareBoth(x, y, context, recurse);
  if (x === null && y === null) return null;
  const family = (x ?? y)!;
  const other = x === null ? a : b;
  const implied =
    residueFamily(other) ??
    (boundedIndex(other) === null ? impliedBy(other, family, context) : null) ??
    integerFamily(other, context);
  if (implied !== null) {
    return x === null
      ? compareBoth(implied, family, context, recurse)
      : compareBoth(family, implied, context, recurse);
  }
  const members = family.complement === true ? null : finiteMembers(family, context);
  if (members === null) return a.kind === 'family' || b.kind === 'family' ? different('family') : null;
  const list: Answer = members.length === 1 ? members[0]! : { kind: 'set', elements: members };
  return x === null ? recurse(a, list) : recurse(list, b);
}

/** Kinds that families are compared with. */
const PARTNERS: readonly Kind[] = [
  'family',
  'set-builder',
  'expression',
  'relation',
  'interval',
  'set',
  'set-operation',
  'tuple',
  'list',
  'matrix',
  'logic',
];

/** Families, stated by words or in a set-builder, against one another and against what spells them out. */
export const familyRows: readonly Row[] = [
  ...rowsFor(['family', 'set-builder'], PARTNERS, compareFamilyWith),
  ...rowsFor(['set-operation'], ['set-operation', 'relation', 'list', 'logic'], compareFamilyWith),
];

/** Residue classes by `≡` against what spells them out; asked before the rules of relations and lists. */
function compareClasses(a: Answer, b: Answer, context: Context, recurse: Compare): Finding | null {
  if (!isCongruences(a) && !isCongruences(b)) return null;
  if (a.kind === 'relation' && b.kind === 'relation') return null;
  const finding = compareFamilyWith(a, b, context, recurse);
  return finding?.kind === 'undecided' ? null : finding;
}

/** Progressions without a word about their index against the parts that make them up; asked before the lists' own rules. */
export const impliedRows: readonly Row[] = [
  row('relation', 'expression', (a, b, context, recurse) => {
    const stated = statedResidue(a);
    if (stated === null || compareExpressions(...stated.sides, context).kind !== 'equal') return null;
    return recurse({ kind: 'expression', expr: stated.residue }, b);
  }),
  ...rowsFor(['relation', 'list', 'logic'], ['expression', 'relation', 'list', 'logic'], compareClasses),
  ...rowsFor(['expression', 'relation'], ['list', 'logic'], compareImpliedLists),
  ...rowsFor(
    ['relation', 'list', 'logic'],
    ['list', 'logic', 'tuple', 'interval', 'matrix', 'family'],
    compareFlatWithEquations,
  ),
];
