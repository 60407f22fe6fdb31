import type { Budget } from '../../support/index.js';
import type { Expr } from '../expr.js';
import { box, type Complex, isBounded, sub, type Value } from './complex.js';
import { type Machine, type PlanNode, run } from './machine.js';
import { Planner } from './plan.js';
import type { RealField } from './real-field.js';
import { isWholeKind, type Sample, type SampleKind } from './sample-points.js';

/** Two expressions planned together, ready to be compared at points. */
export interface Pair {
  readonly planner: Planner;
  readonly a: PlanNode;
  readonly b: PlanNode;
  /** The imaginary unit is written or a symbol is complex: there is no natural real domain, compare in ℂ. */
  readonly complex: boolean;
  readonly budget: Budget;
}

/** Plans both expressions over one set of symbols. */
export function planPair(a: Expr, b: Expr, assumeComplex: boolean, budget: Budget): Pair {
  const planner = new Planner(budget);
  const first = planner.plan(a);
  const second = planner.plan(b);
  return { planner, a: first, b: second, complex: planner.usesI || assumeComplex, budget };
}

/** A machine whose slots hold a sample. `blur` spreads each value of a non-integer symbol by 2^blur. */
export function sampleMachine<B>(
  field: RealField<B>,
  pair: Pair,
  sample: Sample,
  blur: number | null = null,
  kinds: readonly (SampleKind | undefined)[] = [],
): Machine<B> {
  const values: (Complex<B> | undefined)[] = [];
  for (const [slot, value] of sample.entries()) {
    if (value === undefined) continue;
    const exact = field.fromNumber(value.re);
    const re = blur === null || isWholeKind(kinds[slot]) ? exact : field.blur(exact, blur);
    values[slot] = box(field, re, value.im === 0 ? field.zero : field.fromNumber(value.im));
  }
  return { field, values, principal: pair.complex, budget: pair.budget };
}

/**
 * What one point shows.
 * - `different`: both have a value there (real ones, in the real domain) and the values are apart.
 * - `half-real`: one is real, the other certainly not, and the values are apart.
 * - `half-undefined`: one has a value, the other certainly none.
 * - `non-real`: neither is real there: no evidence, `apart` or not.
 * - `close`: the enclosures overlap.
 * - `nothing`: undefined on both sides, or not known.
 */
export type Sight =
  | 'different'
  | 'half-real'
  | 'half-undefined'
  | 'non-real'
  | 'non-real-apart'
  | 'close'
  | 'nothing';

/** True when no number is in both boxes. */
export function apart<B>(f: RealField<B>, z: Complex<B>, w: Complex<B>): boolean {
  const gap = sub(f, z, w);
  return Boolean(f.sign(gap.re)) || (!gap.real && Boolean(f.sign(gap.im)));
}

const certainlyNotReal = <B>(f: RealField<B>, z: Complex<B>): boolean => !z.real && Boolean(f.sign(z.im));

function sightOf<B>(f: RealField<B>, a: Value<B>, b: Value<B>, inComplex: boolean): Sight {
  if (a === 'undefined' || b === 'undefined') {
    const other = a === 'undefined' ? b : a;
    return other !== 'undefined' && isBounded(f, other) ? 'half-undefined' : 'nothing';
  }
  if (!isBounded(f, a) || !isBounded(f, b)) return 'nothing';
  const separate = apart(f, a, b);
  if (inComplex || (a.real && b.real)) return separate ? 'different' : 'close';
  const aNot = certainlyNotReal(f, a);
  const bNot = certainlyNotReal(f, b);
  if (aNot && bNot) return separate ? 'non-real-apart' : 'non-real';
  if (!separate) return 'close';
  return (a.real && bNot) || (b.real && aNot) ? 'half-real' : 'nothing';
}

/** Both values at a sample and what they show. */
export interface Look<B> {
  readonly a: Value<B>;
  readonly b: Value<B>;
  readonly sight: Sight;
}

/** Compares both sides on a machine that holds a sample. */
export function look<B>(pair: Pair, machine: Machine<B>): Look<B> {
  if (!callsAreApart(pair, machine)) return { a: 'undefined', b: 'undefined', sight: 'nothing' };
  const a = run(machine, pair.a);
  const b = run(machine, pair.b);
  const sight = sightOf(machine.field, a, b, pair.complex);
  if (sight !== 'half-real') return { a, b, sight };
  const real = a !== 'undefined' && a.real ? pair.a : pair.b;
  return { a, b, sight: staysReal(machine, real) ? sight : 'non-real-apart' };
}

/** Heads whose first argument has a bound variable and cannot be evaluated by itself. */
const BINDING: ReadonlySet<string> = new Set(['Sum', 'Product', 'Integral', 'Limit']);

/** False where a step on the way to a value certainly is not real: |√x| is real below 0, and still outside its domain. */
function staysReal<B>(machine: Machine<B>, node: PlanNode): boolean {
  if (node.literal !== null) return true;
  if (node.expr.node === 'apply' && BINDING.has(node.expr.head)) return true;
  const value = run(machine, node);
  if (value !== 'undefined' && certainlyNotReal(machine.field, value)) return false;
  return node.args.every((arg) => staysReal(machine, arg));
}

/**
 * Calls of one unknown function may get independent values only at arguments that certainly differ (there is
 * then a function with those values); otherwise the sample shows nothing.
 */
function callsAreApart<B>(pair: Pair, machine: Machine<B>): boolean {
  const { calls } = pair.planner;
  for (let i = 0; i < calls.length; i++) {
    for (let j = 0; j < i; j++) {
      const [one, other] = [calls[i], calls[j]];
      if (one === undefined || other === undefined || one.name !== other.name) continue;
      if (one.args.length === other.args.length && !argsApart(machine, one.args, other.args)) return false;
    }
  }
  return true;
}

function argsApart<B>(machine: Machine<B>, xs: readonly PlanNode[], ys: readonly PlanNode[]): boolean {
  return xs.some((x, k) => {
    const y = ys[k];
    if (y === undefined) return false;
    const [v, w] = [run(machine, x), run(machine, y)];
    if (v === 'undefined' || w === 'undefined') return false;
    return isBounded(machine.field, v) && isBounded(machine.field, w) && apart(machine.field, v, w);
  });
}
