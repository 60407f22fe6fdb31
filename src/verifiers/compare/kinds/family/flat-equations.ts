import type { Answer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { subtract, ZERO } from '../../../exact/build.js';
import type { Expr } from '../../../expr.js';
import { allOf, different, type Finding } from '../../../verdict.js';
import { compareExpressions, freeSymbols, substitute } from '../../rules/index.js';
import { assignmentOf } from '../collection/assignment.js';
import { solutionDimension } from '../logic/system.js';
import { flatDimension } from './affine.js';
import { expressionsOf, familyOf, PARAMETER_LETTERS } from './view.js';

const RULE = 'parametrisation';

/** Coordinates in terms of parameters, under their names. */
interface Point {
  readonly names: readonly string[];
  readonly coordinates: readonly Expr[];
  readonly parameters: readonly string[];
}

/** What coordinates are called where nothing says it. */
const AXES: readonly string[] = ['x', 'y', 'z'];

const lettersOf = (exprs: readonly Expr[]): readonly string[] => [...new Set(exprs.flatMap(freeSymbols))];

/** A point of coordinates that some parameter moves; null when nothing moves it, or an axis does. */
function pointOf(names: readonly string[], values: readonly Answer[]): Point | null {
  if (!values.every((value) => value.kind === 'expression')) return null;
  const coordinates = values.flatMap(expressionsOf);
  const parameters = lettersOf(coordinates);
  const moved = parameters.length > 0 && parameters.length < names.length;
  const own = parameters.every((name) => PARAMETER_LETTERS.has(name) && !names.includes(name));
  return moved && own ? { names, coordinates, parameters } : null;
}

/** `x = 1 + 2t, y = t`, `(1 + 2t, t)`, with or without `t ∈ ℝ`; null for any other answer. */
function parametrised(answer: Answer, context: Context): Point | null {
  const named = assignmentOf(answer);
  if (named !== null) return pointOf(named.names, named.values);
  if (answer.kind === 'family') {
    const family = familyOf(answer, context);
    const real = family !== null && [...family.parameters.values()].every((domain) => domain === 'real');
    const [body, ...others] = family?.bodies ?? [];
    return real && body !== undefined && others.length === 0 ? parametrised(body, context) : null;
  }
  const pair = answer.kind === 'interval' && answer.ambiguous;
  const column = answer.kind === 'matrix' && answer.rows.every((row) => row.length === 1);
  if (answer.kind !== 'tuple' && !pair && !column) return null;
  const values = expressionsOf(answer).map((expr): Answer => ({ kind: 'expression', expr }));
  if (values.length < 2 || values.length > AXES.length) return null;
  return pointOf(AXES.slice(0, values.length), values);
}

/** The zero forms of equations, of a chain of them or of several; null for any other answer. */
function formsOf(answer: Answer): readonly Expr[] | null {
  if (answer.kind === 'list' || (answer.kind === 'logic' && answer.operation === 'and')) {
    const parts = (answer.kind === 'list' ? answer.items : answer.parts).map(formsOf);
    return parts.includes(null) ? null : parts.flatMap((part) => part!);
  }
  if (answer.kind !== 'relation' || answer.operators.some((operator) => operator !== '=')) return null;
  return answer.sides.slice(1).map((side, i) => subtract(answer.sides[i]!, side));
}

/**
 * A line or plane in parameters against linear equations of its coordinates: every point satisfies them, and they
 * leave as many dimensions as the point moves in. Null where one of the two is no such thing.
 */
export function compareFlatWithEquations(a: Answer, b: Answer, context: Context): Finding | null {
  return flatIn(a, b, context) ?? flatIn(b, a, context);
}

function flatIn(moved: Answer, fixed: Answer, context: Context): Finding | null {
  const point = parametrised(moved, context);
  const forms = point === null ? null : formsOf(fixed);
  if (point === null || forms === null || forms.length === 0) return null;
  if (!lettersOf(forms).every((name) => point.names.includes(name))) return null;
  const left = solutionDimension(forms, point.names, context);
  const moves = left === null ? null : flatDimension(point.coordinates, point.parameters, context);
  if (left === null || moves === null) return null;
  if (left !== moves) return different(RULE);
  const places = new Map(point.names.map((name, i): [string, Expr] => [name, point.coordinates[i]!]));
  return allOf(
    RULE,
    forms.map((form) => compareExpressions(substitute(form, places), ZERO, context)),
  );
}
