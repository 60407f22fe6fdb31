import type {
  Answer,
  FamilyAnswer,
  IntervalAnswer,
  RelationAnswer,
  SetBuilderAnswer,
  SetOperationAnswer,
} from '../../../answer.js';
import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import { freeSymbols } from '../../rules/index.js';
import { assignmentOf } from '../collection/assignment.js';
import { statedValue } from '../relation/value.js';
import { congruencesFamily } from './congruences.js';

/** What a parameter ranges over. `set` is a domain that has to be worked out. */
export type Domain = 'integer' | 'real' | 'constant' | Answer;

/** An answer with parameters: each body is a value, pair or tuple in terms of them; together they are a union. */
export interface Family {
  readonly bodies: readonly Answer[];
  readonly parameters: ReadonlyMap<string, Domain>;
  /** All reals but these: `x ≠ kπ`. */
  readonly complement?: boolean;
}

const expression = (expr: Expr): Answer => ({ kind: 'expression', expr });

/** `kπ < x < kπ + 1` as an interval. */
export function chainInterval(relation: RelationAnswer): IntervalAnswer | null {
  const { sides, operators } = relation;
  if (sides.length !== 3 || sides[1]!.node !== 'symbol') return null;
  const rising = operators.every((operator) => operator === '<' || operator === '<=');
  if (!rising) return null;
  return {
    kind: 'interval',
    low: sides[0]!,
    high: sides[2]!,
    lowClosed: operators[0] === '<=',
    highClosed: operators[1] === '<=',
    ambiguous: false,
  };
}

/** The members of a body: lists, sets, alternatives and unions taken apart, names before values taken off. */
function bodiesOf(answer: Answer, context: Context): readonly Answer[] {
  // `x = 1 + t, y = 2 − t` is one point, not two values.
  const point = assignmentOf(answer);
  if (point !== null && answer.kind !== 'tuple')
    return [{ kind: 'tuple', items: point.values, notation: 'round' }];
  switch (answer.kind) {
    case 'list':
      return answer.items.flatMap((item) => bodiesOf(item, context));
    case 'set':
      return answer.elements.flatMap((item) => bodiesOf(item, context));
    case 'set-operation':
      return answer.operation === 'union'
        ? answer.parts.flatMap((part) => bodiesOf(part, context))
        : [answer];
    case 'logic':
      return answer.operation === 'or' ? answer.parts.flatMap((part) => bodiesOf(part, context)) : [answer];
    case 'relation': {
      const stated = statedValue(answer, context);
      if (stated !== null && stated !== 'contradiction') return [expression(stated.value)];
      return [chainInterval(answer) ?? answer];
    }
    default:
      return [answer];
  }
}

/** `{(a, −a) | a ∈ ℝ}` and `{x | x = 3k, k ∈ ℤ}`; null for a set-builder whose conditions do more. */
function builderFamily(answer: SetBuilderAnswer, context: Context): Family | null {
  const body =
    answer.conditions.find((condition) => definesElement(condition, answer.element)) ?? answer.element;
  if (body === answer.element && isSymbol(body)) return withoutBuilder(answer);
  const element = isSymbol(answer.element) ? symbolsOf(answer.element)[0] : undefined;
  const names = symbolsOf(body).filter((name) => name !== element);
  const conditions = new Map<string, Answer[]>();
  for (const condition of answer.conditions) {
    if (condition === body || (element !== undefined && memberOf(condition)?.name === element)) continue;
    const about = memberOf(condition)?.name ?? symbolsOf(condition).find((name) => names.includes(name));
    if (about === undefined || !names.includes(about)) return null;
    conditions.set(about, [...(conditions.get(about) ?? []), condition]);
  }
  const parameters = new Map(
    [...conditions].map(([name, list]): [string, Domain] => [name, domainOf(name, list)]),
  );
  return parameters.size === 0 ? null : { bodies: bodiesOf(body, context), parameters };
}

/** `{x | x ≠ kπ, k ∈ ℤ}`: all numbers but the members of a family; null for any other conditions on a symbol. */
function withoutBuilder({ element, conditions }: SetBuilderAnswer): Family | null {
  const name = symbolsOf(element)[0]!;
  const denied = conditions.flatMap((condition) => {
    const left = condition.kind === 'relation' ? condition.sides[0]! : null;
    return left?.node === 'symbol' && left.name === name ? (excluded(condition) ?? []) : [];
  });
  const members = conditions.map(memberOf).filter((member) => member !== null && member.name !== name);
  const whole = conditions.filter((condition) => memberOf(condition)?.name === name).length;
  if (denied.length === 0 || denied.length + members.length + whole !== conditions.length) return null;
  const parameters = new Map(members.map((member): [string, Domain] => [member!.name, member!.domain]));
  return parameters.size === 0 ? null : { bodies: denied, parameters, complement: true };
}

const isSymbol = (answer: Answer): boolean => answer.kind === 'expression' && answer.expr.node === 'symbol';

const INTEGERS: Answer = {
  kind: 'set-operation',
  operation: 'union',
  parts: [expression({ node: 'symbol', name: 'Integers' })],
};

/** The range that the conditions on one parameter leave it; an index letter without a stated range is an integer. */
function domainOf(name: string, conditions: readonly Answer[]): Domain {
  const members = conditions.map(memberOf);
  if (conditions.length === 1 && members[0] !== null) return members[0]!.domain;
  const stated = members.some((member) => member !== null) || !INDEX_LETTERS.has(name);
  return {
    kind: 'set-builder',
    element: expression({ node: 'symbol', name }),
    conditions: stated ? conditions : [INTEGERS, ...conditions],
  };
}

const definesElement = (condition: Answer, element: Answer): boolean =>
  condition.kind === 'logic' && condition.operation === 'or'
    ? condition.parts.every((part) => definesElement(part, element))
    : element.kind === 'expression' &&
      element.expr.node === 'symbol' &&
      condition.kind === 'relation' &&
      condition.operators[0] === '=' &&
      condition.sides[0]!.node === 'symbol' &&
      condition.sides[0]!.name === element.expr.name;

/** `k ∈ ℤ`. */
function memberOf(condition: Answer): { readonly name: string; readonly domain: Domain } | null {
  if (condition.kind !== 'set-operation' && condition.kind !== 'interval' && condition.kind !== 'set')
    return null;
  const { variable, ...set } = condition;
  if (variable === undefined) return null;
  return { name: variable, domain: plainDomain(set) };
}

/** ℤ and ℝ by name. */
function plainDomain(set: Answer): Domain {
  if (set.kind !== 'set-operation' || set.parts.length !== 1) return set;
  const [only] = set.parts;
  if (only?.kind !== 'expression' || only.expr.node !== 'symbol') return set;
  if (only.expr.name === 'Integers') return 'integer';
  return only.expr.name === 'Reals' || only.expr.name === 'Complexes' ? 'real' : set;
}

/** What `x ≠ a, x ≠ b` leaves out; null for any other body. */
function excluded(body: Answer): readonly Answer[] | null {
  if (body.kind === 'list' || (body.kind === 'logic' && body.operation === 'and')) {
    const parts = (body.kind === 'list' ? body.items : body.parts).map(excluded);
    return parts.includes(null) ? null : parts.flatMap((part) => part!);
  }
  if (body.kind !== 'relation' || body.operators.length !== 1 || body.operators[0] !== '!=') return null;
  return body.sides[0]!.node === 'symbol' ? [expression(body.sides[1]!)] : null;
}

function declaredFamily(answer: FamilyAnswer, context: Context): Family {
  const parameters = new Map(answer.parameters.map(({ name, domain }) => [name, domain]));
  const without = excluded(answer.body);
  if (without !== null) return { bodies: without, parameters, complement: true };
  return { bodies: bodiesOf(answer.body, context), parameters };
}

/** `ℝ ∖ {kπ | k ∈ ℤ}`. */
function withoutFamily(answer: SetOperationAnswer, context: Context): Family | null {
  const [whole, ...removed] = answer.parts;
  const isReals = whole?.kind === 'expression' && whole.expr.node === 'symbol' && whole.expr.name === 'Reals';
  if (answer.operation !== 'difference' || !isReals || removed.length !== 1) return null;
  const family = familyOf(removed[0]!, context);
  return family === null ? null : { ...family, complement: family.complement !== true };
}

/** The answer as a family with stated parameters; null when it states none. */
export function familyOf(answer: Answer, context: Context): Family | null {
  if (answer.kind === 'family') return declaredFamily(answer, context);
  if (answer.kind === 'set-builder') return builderFamily(answer, context);
  if (answer.kind === 'set-operation') return withoutFamily(answer, context);
  return congruencesFamily(answer);
}

/** Letters that number things. */
export const INDEX_LETTERS: ReadonlySet<string> = new Set(['k', 'n', 'm', 'j', 'l', 'N']);

/** Letters that commonly stand for a real parameter. */
export const PARAMETER_LETTERS: ReadonlySet<string> = new Set(
  'k n m j l t s r u v a b c p q lambda mu alpha beta tau theta phi'.split(' '),
);

/** Free symbols of every expression in an answer. */
export function symbolsOf(answer: Answer): readonly string[] {
  const found = new Set<string>();
  const visit = (part: Answer): void => {
    for (const expr of expressionsOf(part)) for (const name of freeSymbols(expr)) found.add(name);
  };
  visit(answer);
  return [...found].sort();
}

/** All scalar expressions of an answer, in order. */
export function expressionsOf(answer: Answer): readonly Expr[] {
  switch (answer.kind) {
    case 'expression':
      return [answer.expr];
    case 'interval':
      return [answer.low, answer.high];
    case 'tuple':
    case 'list':
      return answer.items.flatMap(expressionsOf);
    case 'set':
      return answer.elements.flatMap(expressionsOf);
    case 'matrix':
      return answer.rows.flat();
    case 'relation':
      return answer.sides;
    case 'set-operation':
    case 'logic':
      return answer.parts.flatMap(expressionsOf);
    default:
      return [];
  }
}

/** An answer without stated parameters, read as a family in the given ones. */
export function impliedFamily(
  answer: Answer,
  parameters: ReadonlyMap<string, Domain>,
  context: Context,
): Family {
  const without = excluded(answer);
  if (without !== null) return { bodies: without, parameters, complement: true };
  return { bodies: bodiesOf(answer, context), parameters };
}
