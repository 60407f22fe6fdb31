import type { Context } from '../../../context.js';
import { add, divide, multiply, negate, subtract } from '../../../exact/build.js';
import { lcm } from '../../../exact/rational.js';
import { type Expr, integer, rational } from '../../../expr.js';
import { different, equal, type Finding, undecided } from '../../../verdict.js';
import { type Assumptions, compareExpressions, substitute } from '../../rules/index.js';
import { constantSign, isWhole, rationalRatio } from '../shared/constants.js';

/** The numbers `start + step·k` over all integers k. */
export interface Progression {
  readonly start: Expr;
  readonly step: Expr;
}

/** Classes modulo the common step that are compared, at most. */
const MAX_CLASSES = 240;

const RULE = 'progressions';

function linear(body: Expr, name: string, assume: Assumptions, context: Context): Progression | null {
  const at = (value: number): Expr => substitute(body, new Map([[name, integer(value)]]));
  const start = at(0);
  const step = subtract(at(1), start);
  const rebuilt = add(start, multiply(step, { node: 'symbol', name }));
  return compareExpressions(body, rebuilt, context, assume).kind === 'equal' ? { start, step } : null;
}

/**
 * The progressions that a body runs through as its parameter runs through ℤ: itself when it is linear, else its even
 * and odd members where these are (`(−1)^k`); null for any other.
 */
export function progressionsOf(body: Expr, name: string, context: Context): readonly Progression[] | null {
  const assume: Assumptions = new Map([[name, 'integer']]);
  const whole = linear(body, name, assume, context);
  if (whole !== null) return [whole];
  const k: Expr = { node: 'symbol', name };
  const halves = [0, 1].map((rest) =>
    linear(
      substitute(body, new Map([[name, add(multiply(integer(2), k), integer(rest))]])),
      name,
      assume,
      context,
    ),
  );
  return halves.includes(null) ? null : (halves as Progression[]);
}

/** Each step as a multiple of the first, as a positive rational; null when they have no common measure. */
function multiples(all: readonly Progression[], context: Context): { num: bigint; den: bigint }[] | null {
  const unit = all[0]!.step;
  const found: { num: bigint; den: bigint }[] = [];
  for (const { step } of all) {
    const ratio = rationalRatio(step, unit, context);
    if (ratio === null || ratio.num === 0n) return null;
    found.push({ num: ratio.num < 0n ? -ratio.num : ratio.num, den: ratio.den });
  }
  return found;
}

/** The classes modulo a common step that a list of progressions fills. */
function classes(
  list: readonly Progression[],
  ratios: readonly { num: bigint; den: bigint }[],
  common: { num: bigint; den: bigint },
): Expr[] | null {
  const found: Expr[] = [];
  for (const [i, { start, step }] of list.entries()) {
    const { num, den } = ratios[i]!;
    const count = (common.num * den) / (common.den * num);
    if (count > BigInt(MAX_CLASSES - found.length)) return null;
    for (let j = 0n; j < count; j += 1n) found.push(add(start, multiply(rational(j), step)));
  }
  return found;
}

/** Do two lists of progressions run through the same numbers? */
export function compareProgressions(
  a: readonly Progression[],
  b: readonly Progression[],
  context: Context,
): Finding {
  const all = [...a, ...b];
  const ratios = multiples(all, context);
  if (ratios === null) return compareSteps(a, b, context);
  const common = ratios.reduce((x, y) => ({ num: lcm(x.num * y.den, y.num * x.den), den: x.den * y.den }));
  const left = classes(a, ratios.slice(0, a.length), common);
  const right = classes(b, ratios.slice(a.length), common);
  if (left === null || right === null) return undecided('unsupported', 'too many classes of progressions');
  const period = multiply(rational(common.num, common.den), all[0]!.step);
  return compareClasses(left, right, period, context);
}

function compareClasses(
  left: readonly Expr[],
  right: readonly Expr[],
  period: Expr,
  context: Context,
): Finding {
  let open = false;
  const isIn = (value: Expr, list: readonly Expr[]): boolean =>
    list.some((other) => {
      const whole = isWhole(divide(subtract(value, other), period), context);
      if (whole === null) open = true;
      return whole === true;
    });
  const same = left.every((value) => isIn(value, right)) && right.every((value) => isIn(value, left));
  if (same) return equal(RULE);
  return open ? undecided('unsupported', 'members of two progressions') : different(RULE);
}

/** Steps without a rational ratio: one progression each, with the same step up to sign. */
function compareSteps(a: readonly Progression[], b: readonly Progression[], context: Context): Finding {
  if (a.length !== 1 || b.length !== 1)
    return undecided('unsupported', 'progressions without a common measure');
  const [x, y] = [a[0]!, b[0]!];
  const same = compareExpressions(x.step, y.step, context);
  const opposite = same.kind === 'equal' ? same : compareExpressions(x.step, negate(y.step), context);
  if (opposite.kind !== 'equal') return opposite;
  if (constantSign(x.step, context) === 0) return compareExpressions(x.start, y.start, context);
  const starts = compareExpressions(x.start, y.start, context);
  if (starts.kind === 'equal') return starts;
  return compareClasses([x.start], [y.start], x.step, context);
}
