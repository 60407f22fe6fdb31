import type { Context } from '../../../context.js';
import { add, multiply, subtract, ZERO } from '../../../exact/build.js';
import { apply, type Expr, integer, rational, symbol } from '../../../expr.js';
import { compareExpressions, mentions, substitute } from '../../rules/index.js';

/** Constants that are tried as an amplitude and a phase, at most. */
const MAX_CONSTANTS = 4;

/**
 * The same family of functions with its constants where they enter linearly: a constant that stands in logarithms only is
 * written as an exponential (`ln(C|x|)` as `ln|x| + C`), an amplitude and a phase as two coefficients (`A sin(x + φ)` as
 * `A sin x + φ cos x`). Null when there is nothing of the kind.
 */
export function withLinearConstants(expr: Expr, names: readonly string[], context: Context): Expr | null {
  let out = expr;
  for (const name of names) if (standsInLogarithms(out, name)) out = exponentialConstant(out, name);
  if (names.length <= MAX_CONSTANTS) out = withoutPhases(out, names, context);
  return out === expr ? null : out;
}

/** True when a name occurs, and nowhere but in arguments of logarithms. */
function standsInLogarithms(expr: Expr, name: string): boolean {
  const outside = (part: Expr): boolean => {
    if (part.node === 'symbol') return part.name === name;
    return part.node === 'apply' && part.head !== 'Ln' && part.head !== 'Log' && part.args.some(outside);
  };
  return mentions(expr, name) && !outside(expr);
}

/** The constant of a logarithm is positive, so it is the exponential of any real one. */
const exponentialConstant = (expr: Expr, name: string): Expr =>
  substitute(expr, new Map([[name, apply('Power', symbol('e'), symbol(name))]]));

function withoutPhases(expr: Expr, names: readonly string[], context: Context): Expr {
  let out = expr;
  const free = new Set(names);
  for (const phase of names) {
    if (!free.has(phase) || !standsInWaves(out, phase)) continue;
    const amplitude = [...free].find((name) => name !== phase && isAmplitude(out, name, phase));
    const split = amplitude === undefined ? null : asWave(out, amplitude, phase, context);
    if (split === null || amplitude === undefined) continue;
    out = split;
    free.delete(phase);
    free.delete(amplitude);
  }
  return out;
}

/** True when a name occurs, and nowhere but in arguments of sines and cosines. */
function standsInWaves(expr: Expr, name: string): boolean {
  const outside = (part: Expr): boolean => {
    if (part.node === 'symbol') return part.name === name;
    return part.node === 'apply' && part.head !== 'Sin' && part.head !== 'Cos' && part.args.some(outside);
  };
  return mentions(expr, name) && !outside(expr);
}

/** A name that stands outside the waves may be their amplitude. */
const isAmplitude = (expr: Expr, name: string, phase: string): boolean =>
  name !== phase && mentions(expr, name) && !standsInWaves(expr, name);

const HALF_PI: Expr = multiply(rational(1n, 2n), symbol('pi'));

/**
 * `rest + A·g(φ)` with `g(φ) = g(0) cos φ + g(π/2) sin φ` takes up every `rest + a·g(0) + b·g(π/2)`, and nothing else: any
 * a and b are A cos φ and A sin φ.
 */
function asWave(expr: Expr, amplitude: string, phase: string, context: Context): Expr | null {
  const at = (a: Expr, angle: Expr): Expr =>
    substitute(
      expr,
      new Map([
        [amplitude, a],
        [phase, angle],
      ]),
    );
  const [scale, angle] = [symbol(amplitude), symbol(phase)];
  const rest = at(ZERO, ZERO);
  const [along, across] = [subtract(at(integer(1), ZERO), rest), subtract(at(integer(1), HALF_PI), rest)];
  const turned = add(multiply(along, apply('Cos', angle)), multiply(across, apply('Sin', angle)));
  const rebuilt = add(rest, multiply(scale, turned));
  if (compareExpressions(expr, rebuilt, context).kind !== 'equal') return null;
  return add(rest, add(multiply(scale, along), multiply(angle, across)));
}
