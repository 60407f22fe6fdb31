import { fail, type Outcome, succeed } from '../../support/index.js';
import type { Answer } from '../answer.js';
import type { Context } from '../context.js';
import type { ApplyNode, Expr, Head } from '../expr.js';
import { Refusal } from './refusal.js';
import { hasArray, structureArray } from './structure/array-values.js';
import {
  structureBracket,
  structureHalfOpen,
  structureTuple,
  structureVector,
} from './structure/brackets.js';
import { structureForAll } from './structure/families.js';
import { structureImplication, structureList, structureLogic } from './structure/lists.js';
import { structureCases } from './structure/piecewise.js';
import {
  structureChain,
  structureCongruence,
  structureDivides,
  structureRelation,
} from './structure/relations.js';
import {
  asDifference,
  asMembership,
  structureElement,
  structureNotElement,
  structureSet,
  structureSetBuilder,
  structureSetOperation,
} from './structure/sets.js';
import { signVariants } from './structure/signs.js';
import { asExpression, type Structurer, type Structuring } from './structure/structuring.js';
import type { ParseFailure } from './token.js';

/** What each structural head denotes; every other head is arithmetic. */
const STRUCTURERS: ReadonlyMap<Head, Structurer> = new Map<Head, Structurer>([
  ['Tuple', structureTuple],
  ['Bracket', structureBracket],
  ['Vector', structureVector],
  ['HalfOpenLeft', structureHalfOpen],
  ['HalfOpenRight', structureHalfOpen],
  ['Set', structureSet],
  ['SetBuilder', structureSetBuilder],
  ['Union', structureSetOperation],
  ['Intersection', structureSetOperation],
  ['SetMinus', structureSetOperation],
  ['Element', structureElement],
  ['NotElement', structureNotElement],
  ['List', structureList],
  ['And', structureLogic],
  ['Or', structureLogic],
  ['Not', structureLogic],
  ['Implies', structureImplication],
  ['Iff', structureImplication],
  ['Equal', structureRelation],
  ['NotEqual', structureRelation],
  ['Less', structureRelation],
  ['LessEqual', structureRelation],
  ['Greater', structureRelation],
  ['GreaterEqual', structureRelation],
  ['Approx', structureRelation],
  ['Chain', structureChain],
  ['Congruent', structureCongruence],
  ['Divides', structureDivides],
  ['Cases', structureCases],
  ['ForAll', structureForAll],
  ['Ratio', ({ args }) => ({ kind: 'ratio', terms: args })],
  ['BaseNumeral', structureBaseNumeral],
]);

/** Heads whose items choose their signs one by one. */
const BY_ITEM: ReadonlySet<string> = new Set(
  'Set SetBuilder Union Intersection SetMinus Element NotElement List And Or Not Implies Iff Equal NotEqual Less LessEqual Greater GreaterEqual Approx Chain Cases ForAll'.split(
    ' ',
  ),
);

function structureBaseNumeral({ args }: ApplyNode): Answer {
  const [digits, base] = args as readonly [Expr, Expr];
  if (digits.node === 'text' && base.node === 'number' && base.den === 1n && base.num < 100n) {
    return { kind: 'base-numeral', digits: digits.value, base: Number(base.num) };
  }
  return asExpression({ node: 'apply', head: 'BaseNumeral', args });
}

function leaf(expr: Exclude<Expr, ApplyNode>): Answer {
  if (expr.node === 'text') return { kind: 'text', normal: expr.value.trim().toLowerCase() };
  if (expr.node === 'symbol' && expr.name === 'EmptySet') return { kind: 'set', elements: [] };
  return asExpression(expr);
}

function structureOf(expr: Expr, structuring: Structuring): Answer {
  structuring.context.budget.spend();
  if (expr.node !== 'apply') return leaf(expr);
  if (!BY_ITEM.has(expr.head)) {
    const variants = signVariants(expr, structuring.context.budget);
    if (variants.length > 1) return { kind: 'list', items: variants.map(structuring.structure) };
  }
  const structurer = STRUCTURERS.get(expr.head);
  if (structurer !== undefined) return structurer(expr, structuring);
  const respelled = asDifference(expr) ?? asMembership(expr);
  if (respelled !== null) return structuring.structure(respelled);
  // A function of arrays, `span{(1, 0), (0, 1)}`, has nothing to be worked out.
  return hasArray(expr) && expr.head !== 'Call' ? structureArray(expr, structuring) : asExpression(expr);
}

/** Turns a parsed tree into the typed answer it denotes: relation, interval, set, family, piecewise … */
export function structureAnswer(expr: Expr, context: Context): Outcome<Answer, ParseFailure> {
  const structuring: Structuring = { context, structure: (part) => structureOf(part, structuring) };
  try {
    return succeed(structureOf(expr, structuring));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure);
    throw error;
  }
}
