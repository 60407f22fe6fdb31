import { isApply } from '../expr.js';
import type { FloatBall } from './float-field.js';
import { type Machine, type PlanNode, run } from './machine.js';
import { type Sample, type SampleKind, shortDyadic } from './sample-points.js';

/** A quantity whose zero is a breakpoint: `node − offset`, or `node − other`. */
interface Critical {
  readonly node: PlanNode;
  readonly other: PlanNode | null;
  readonly offset: number;
}

/** Heads whose (first) argument matters where it passes these values. */
const CRITICAL_VALUES: ReadonlyMap<string, readonly number[]> = new Map([
  ['Abs', [0]],
  ['Sign', [0]],
  ['Ln', [0]],
  ['Log', [0]],
  ['Root', [0]],
  ['Power', [0]],
  ['Floor', [0, 1, -2]],
  ['Ceiling', [0, 1, -2]],
  ['Round', [0.5, 1.5, -0.5]],
  ['Mod', [0]],
  ['Arcsin', [-1, 1]],
  ['Arccos', [-1, 1]],
  ['Arcsec', [-1, 1]],
  ['Arccsc', [-1, 1]],
  ['Arcosh', [1]],
  ['Artanh', [-1, 1]],
  ['Arcoth', [-1, 1]],
  ['Arsech', [0, 1]],
]);

/** Heads that break where their two arguments meet: C(n, k) is 0 as long as n < k. */
const MEETING: ReadonlySet<string> = new Set(['Min', 'Max', 'Binomial', 'Permutation']);

const CRITICAL_LIMIT = 10;
const POINT_LIMIT = 48;

/** Where sign changes are looked for when the quantity is not linear. */
const LADDER: readonly number[] = [0.125, 0.5, 1, 2, 3, 5, 8, 13, 25, 60, 150, 500, 2000, 20000];
const GRID: readonly number[] = [...LADDER.map((x) => -x).reverse(), 0, ...LADDER];

/** Fractions of the way between two neighbouring breakpoints. */
const BETWEEN: readonly number[] = [0.47, 0.13, 0.82, 0.29, 0.66];

function collect(node: PlanNode, found: Critical[]): void {
  if (found.length >= CRITICAL_LIMIT) return;
  for (const arg of node.args) collect(arg, found);
  const [first, second] = node.args;
  if (node.expr.node !== 'apply' || first === undefined || node.constant) return;
  const { head } = node.expr;
  if (head === 'Power' && second?.literal?.den === 1n) return;
  if (MEETING.has(head) && second !== undefined) found.push({ node: first, other: second, offset: 0 });
  if (first.constant) return;
  for (const offset of CRITICAL_VALUES.get(head) ?? []) {
    for (const node of offset === 0 ? factors(first) : [first]) found.push({ node, other: null, offset });
  }
}

/** What a product vanishes with: its factors, the bases of powers; so an even power hides no zero. */
function factors(node: PlanNode): readonly PlanNode[] {
  if (node.constant) return [];
  const { expr, args } = node;
  if (isApply(expr, 'Multiply') || isApply(expr, 'Divide') || isApply(expr, 'Negate'))
    return args.flatMap(factors);
  return isApply(expr, 'Power') && args[0] !== undefined ? factors(args[0]) : [node];
}

function realValue(machine: Machine<FloatBall>, node: PlanNode): number {
  const value = run(machine, node);
  return value === 'undefined' || !value.real || !(value.re.rad < 1e6) ? Number.NaN : value.re.mid;
}

function quantity(machine: Machine<FloatBall>, critical: Critical, slot: number, t: number): number {
  machine.values[slot] = { re: { mid: t, rad: 0 }, im: { mid: 0, rad: 0 }, real: true };
  const value = realValue(machine, critical.node) - critical.offset;
  return critical.other === null ? value : value - realValue(machine, critical.other);
}

/** Zeros of a function of one variable: exactly where it is linear, else by sign changes on a fixed grid. */
function zeros(g: (t: number) => number): readonly number[] {
  const [g0, g1, g2] = [g(0), g(1), g(2)];
  const slope = g1 - g0;
  if (Math.abs(g2 - g1 - slope) <= 1e-9 * (Math.abs(g0) + Math.abs(g1) + Math.abs(g2))) {
    return slope === 0 ? [] : [-g0 / slope];
  }
  const found: number[] = [];
  let previous = Number.NaN;
  for (const [k, t] of GRID.entries()) {
    const here = g(t);
    if (here === 0) found.push(t);
    else if (previous * here < 0) found.push(bisect(g, GRID[k - 1] ?? t, t, previous));
    previous = here;
    if (found.length >= 4) break;
  }
  return found;
}

function bisect(g: (t: number) => number, from: number, to: number, atFrom: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2;
    if (g(middle) * atFrom > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Values on a breakpoint (where it is short), close to it on both sides, and further out. */
function around(t: number): readonly number[] {
  const unit = Math.max(1, Math.abs(t));
  return [t, t - unit / 17, t + unit / 17, t + 0.61 * unit, t - 0.73 * unit, t + 2.9 * unit, t - 3.1 * unit];
}

/** Values between neighbouring breakpoints, where a domain may be short. */
function between(sorted: readonly number[]): readonly number[] {
  return sorted.slice(1).flatMap((high, k) => {
    const low = sorted[k] ?? high;
    return BETWEEN.map((part) => low + (high - low) * part);
  });
}

/** The values a symbol should take, given its breakpoints. */
function candidates(breaks: readonly number[], kind: SampleKind): readonly number[] {
  const sorted = [...new Set(breaks.map(shortDyadic))].sort((a, b) => a - b);
  const values = [...between(sorted), ...sorted.flatMap(around)];
  if (kind === 'natural') return [...new Set(values.map(Math.round).filter((value) => value >= 0))];
  if (kind === 'integer') return [...new Set(values.map(Math.round))];
  return (kind === 'positive' ? values.filter((x) => x > 0) : values).map(shortDyadic);
}

/**
 * Extra samples around the points where the expressions themselves break (zeros of the arguments of |·|, ln,
 * roots; ±1 for arcsin; integers for ⌊·⌋ …): for each symbol in turn, the others held at a base sample.
 */
export function breakpointSamples(
  nodes: readonly PlanNode[],
  kinds: readonly (SampleKind | undefined)[],
  bases: readonly Sample[],
  machineFor: (sample: Sample) => Machine<FloatBall>,
): readonly Sample[] {
  const criticals: Critical[] = [];
  for (const node of nodes) collect(node, criticals);
  if (criticals.length === 0) return [];
  const samples: Sample[] = [];
  for (const base of bases) {
    for (const [slot, kind] of kinds.entries()) {
      if (kind === undefined || kind === 'complex' || samples.length >= POINT_LIMIT) continue;
      const machine = machineFor(base);
      const breaks = criticals.flatMap((critical) => zeros((t) => quantity(machine, critical, slot, t)));
      for (const re of candidates(breaks, kind)) {
        samples.push(base.map((value, k) => (k === slot ? { re, im: 0 } : value)));
      }
    }
    if (kinds.length === 1) break;
  }
  return samples.slice(0, POINT_LIMIT);
}
