import type { Answer, PiecewiseAnswer } from '../../../answer.js';
import { type Expr, integer, isApply, symbol } from '../../../expr.js';
import { sameTree } from '../../rules/index.js';

type Case = PiecewiseAnswer['cases'][number];

/** The one condition that a family puts on its parameter, as a condition of a case; null for any other domain. */
function conditionOf(answer: Answer): Answer | null {
  const [parameter, ...others] = answer.kind === 'family' ? answer.parameters : [];
  if (parameter === undefined || others.length > 0 || typeof parameter.domain === 'string') return null;
  if (parameter.domain.kind !== 'set-builder') return null;
  const bounds = parameter.domain.conditions.filter((condition) => condition.kind === 'relation');
  return bounds.length === 1 ? bounds[0]! : null;
}

/** The items of a list; `a₁ = 1, aₙ = 2n (n ≥ 2)` has its condition on the last one. */
function itemsOf(answer: Answer): readonly Answer[] {
  if (answer.kind === 'list') return answer.items;
  if (answer.kind === 'set') return answer.elements;
  if (answer.kind === 'logic') return answer.operation === 'and' ? answer.parts : [];
  const condition = conditionOf(answer);
  if (answer.kind !== 'family' || condition === null) return [];
  const items = itemsOf(answer.body);
  const last = items[items.length - 1];
  if (last === undefined) return [];
  return [...items.slice(0, -1), { kind: 'piecewise', cases: [{ value: last, condition }] }];
}

const leftOf = (answer: Answer): Expr | null =>
  answer.kind === 'relation' && answer.sides.length === 2 && answer.operators[0] === '='
    ? answer.sides[0]!
    : null;

/** `aₙ` and its index n, `f(x)` and its argument x. */
interface Label {
  readonly name: Expr;
  readonly base: string;
  readonly variable: string;
}

const INDEXED = /^(.+)_\{?([A-Za-z]|\d{1,4})\}?$/u;

/** The function or sequence that an equation gives a value of, and where: `f(0)`, `a_1`, `a_n`. */
function partsOf(name: Expr): { readonly base: string; readonly at: Expr } | null {
  if (name.node === 'symbol') {
    const [, base = '', index = ''] = INDEXED.exec(name.name) ?? [];
    if (index === '') return null;
    return { base, at: /^\d/.test(index) ? integer(Number(index)) : symbol(index) };
  }
  if (!isApply(name, 'Call') || name.args.length !== 2 || name.args[0]!.node !== 'symbol') return null;
  return { base: name.args[0]!.name, at: name.args[1]! };
}

function labelOf(name: Expr): Label | null {
  const parts = partsOf(name);
  return parts?.at.node === 'symbol' ? { name, base: parts.base, variable: parts.at.name } : null;
}

/** `a₁ = 1` beside `aₙ = 2n`: the case n = 1. */
function caseAtPoint(answer: Answer, label: Label | null): Case | null {
  const left = leftOf(answer);
  const parts = left === null ? null : partsOf(left);
  if (label === null || parts === null || parts.base !== label.base || parts.at.node !== 'number')
    return null;
  return {
    value: answer,
    condition: { kind: 'relation', sides: [symbol(label.variable), parts.at], operators: ['='] },
  };
}

/** `aₙ = 1, n = 1` beside `aₙ = 2n`: the equation says which case it is. */
function caseAtIndex(answer: Answer, label: Label | null): Case | null {
  const [value, condition, ...rest] = answer.kind === 'logic' ? answer.parts : [];
  if (label === null || value === undefined || condition === undefined || rest.length > 0) return null;
  const [left, index] = [leftOf(value), leftOf(condition)];
  const named = left !== null && partsOf(left)?.base === label.base;
  return named && index?.node === 'symbol' && index.name === label.variable ? { value, condition } : null;
}

function casesOf(item: Answer, label: Label | null): readonly Case[] | null {
  if (item.kind === 'piecewise') return item.cases;
  const condition = conditionOf(item);
  if (item.kind === 'family' && condition !== null) return [{ value: item.body, condition }];
  const point = caseAtPoint(item, label) ?? caseAtIndex(item, label);
  return point === null ? null : [point];
}

/**
 * A function by cases that stand in one line: `x² if x < 1, 2 − x if x ≥ 1`, `a₁ = 1, aₙ = 2n (n ≥ 2)`. Null for
 * anything else, values of several functions among it.
 */
export function inLine(answer: Answer): PiecewiseAnswer | null {
  const items = itemsOf(answer);
  if (items.length < 2 || !items.some(({ kind }) => kind === 'piecewise' || kind === 'family')) return null;
  const names = items
    .flatMap((item) => (item.kind === 'piecewise' ? item.cases.map((part) => leftOf(part.value)) : []))
    .filter((name) => name !== null);
  const [name] = names;
  if (name !== undefined && !names.every((other) => sameTree(name, other))) return null;
  const cases = items.map((item) => casesOf(item, name === undefined ? null : labelOf(name)));
  return cases.includes(null) ? null : { kind: 'piecewise', cases: cases.flatMap((part) => part ?? []) };
}

/** Is the answer a function by cases in one line? */
export const isInLine = (answer: Answer): boolean => inLine(answer) !== null;
