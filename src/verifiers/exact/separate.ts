import type { Budget } from '../../support/index.js';
import type { Expr } from '../expr.js';
import { different, equal, type Finding, type Witness } from '../verdict.js';
import type { Ball } from './ball.js';
import { BallField } from './ball-field.js';
import { breakpointSamples } from './breakpoints.js';
import type { Value } from './complex.js';
import { FloatField } from './float-field.js';
import { type Look, look, type Pair, planPair, sampleMachine } from './pair.js';
import type { RealField } from './real-field.js';
import { isWholeKind, mixedSamples, type Sample, type SampleKind, samplePoint } from './sample-points.js';
import {
  EVIDENCE_BITS,
  MOST_BITS,
  separateByFloats,
  separateBySharpBalls,
  separateConstants,
} from './separate-constants.js';
import { showPoint, showValue } from './show.js';

/** What is known of free symbols; unlisted ones are real. */
export type SampleKinds = ReadonlyMap<string, SampleKind>;

const FLOATS = new FloatField();

/** Samples drawn before breakpoints are looked at, and in all. */
const FIRST_SAMPLES = 3;
const SAMPLES = 24;
/** Points that must agree in 160 bits, and again at the full precision, before equality is called probable. */
const AGREEING = 12;
const AGREEING_DEEP = 4;
/** Agreement counts where both values are known at least to this many bits after the point (or relatively). */
const SHARP = 100;
/** Points where just one side has a value that prove nothing one by one but are telling together. */
const UNDEFINED_POINTS = 4;
/** Half-width of the box over which a difference of domain is shown. */
const OPEN_BLUR = -24;

/**
 * Settles by rigorous enclosures whether two expressions are the same function: `different` **proved** with a
 * witness at a point where both are defined and differ, or where one is real and the other is not on an open
 * set; `equal` **probable** after agreement at many points in hundreds of bits (proved for algebraic constants);
 * `null` when there is too little to go by.
 */
export function separate(a: Expr, b: Expr, assume: SampleKinds, budget: Budget): Finding | null {
  const pair = planPair(a, b, [...assume.values()].includes('complex'), budget);
  if (pair.planner.opaque) return null;
  if (pair.planner.symbols.size === 0) return separateConstants(pair);
  return new Separation(pair, assume).decide();
}

/**
 * The cheap part of {@link separate}: float64 enclosures at a few points. A proved difference, or `null`.
 */
export function separateQuickly(a: Expr, b: Expr, assume: SampleKinds, budget: Budget): Finding | null {
  const pair = planPair(a, b, [...assume.values()].includes('complex'), budget);
  if (pair.planner.opaque) return null;
  return pair.planner.symbols.size === 0 ? separateByFloats(pair) : new Separation(pair, assume).glance();
}

/** {@link separateQuickly} at all samples, those on the breakpoints of the expressions included. */
export function separateAtBreakpoints(a: Expr, b: Expr, assume: SampleKinds, budget: Budget): Finding | null {
  const pair = planPair(a, b, [...assume.values()].includes('complex'), budget);
  if (pair.planner.opaque || pair.planner.symbols.size === 0) return null;
  return new Separation(pair, assume).scan();
}

/**
 * Of two expressions that agree wherever both have values: do they have them in the same places? `different` when one has
 * none at several points drawn blindly, else `null`.
 */
export function separateByDomain(a: Expr, b: Expr, assume: SampleKinds, budget: Budget): Finding | null {
  const pair = planPair(a, b, [...assume.values()].includes('complex'), budget);
  if (pair.planner.opaque || pair.planner.symbols.size === 0) return null;
  const separation = new Separation(pair, assume);
  return separation.scan() ?? separation.gaps();
}

/** Tells two constants apart by enclosures of 160 bits: a proved difference, or `null` (also for functions). */
export function separateConstantsSharply(a: Expr, b: Expr, budget: Budget): Finding | null {
  const pair = planPair(a, b, false, budget);
  return pair.planner.opaque || pair.planner.symbols.size > 0 ? null : separateBySharpBalls(pair);
}

/** A sample where both sides agreed in 160 bits, with the sizes that occurred there. */
interface Agreement {
  readonly sample: Sample;
  readonly span: number;
}

/** One comparison of two functions: the samples, what was seen, and the stages of rising precision. */
class Separation {
  readonly #pair: Pair;
  readonly #kinds: (SampleKind | undefined)[];
  readonly #useful: Sample[] = [];
  readonly #oneSided: { sample: Sample; seen: Look<unknown> }[] = [];
  #nonRealApart = 0;

  constructor(pair: Pair, assume: SampleKinds) {
    this.#pair = pair;
    this.#kinds = new Array<SampleKind | undefined>(pair.planner.slots).fill(undefined);
    for (const [name, slot] of pair.planner.symbols) this.#kinds[slot] = assume.get(name) ?? 'real';
  }

  decide(): Finding | null {
    return this.#byFloats() ?? this.#bySharpBalls() ?? this.#byDomain();
  }

  /** Float64 enclosures at the first samples. */
  glance(): Finding | null {
    for (let index = 0; index < FIRST_SAMPLES; index++) {
      const found = this.#look(FLOATS, samplePoint(index, this.#kinds), true);
      if (found !== null) return found;
    }
    return null;
  }

  /** Float64 enclosures at all samples. */
  scan(): Finding | null {
    return this.#byFloats();
  }

  /** Float64 enclosures everywhere: cheap, and enough for nearly everything that differs. */
  #byFloats(): Finding | null {
    const bases: Sample[] = [];
    for (let index = 0; index < FIRST_SAMPLES; index++) {
      const sample = samplePoint(index, this.#kinds);
      bases.push(sample);
      const found = this.#look(FLOATS, sample, true);
      if (found !== null) return found;
    }
    const machineFor = (sample: Sample) => sampleMachine(FLOATS, this.#pair, sample);
    const around = breakpointSamples(
      [this.#pair.a, this.#pair.b],
      this.#kinds,
      bases.slice(0, 2),
      machineFor,
    );
    for (const sample of around) {
      const found = this.#look(FLOATS, sample);
      if (found !== null) return found;
    }
    for (let index = FIRST_SAMPLES; index < SAMPLES; index++) {
      const found = this.#look(FLOATS, samplePoint(index, this.#kinds), true);
      if (found !== null) return found;
    }
    return null;
  }

  /**
   * Looks at one sample and files it; a finding when it proves a difference by value. `generic`: the sample was
   * drawn blindly, so that a missing value there is no isolated accident.
   */
  #look<B>(field: RealField<B>, sample: Sample, generic = false): Finding | null {
    this.#pair.budget.spend();
    const seen = look(this.#pair, sampleMachine(field, this.#pair, sample));
    if (seen.sight === 'different') return this.#different('sample-point', field, sample, seen);
    if (seen.sight === 'half-real' && this.#halfRealAround(sample)) {
      return this.#different('real-domain', field, sample, seen);
    }
    this.#file(sample, seen, generic && !this.#kinds.some(isWholeKind));
    return null;
  }

  #file(sample: Sample, seen: Look<unknown>, generic: boolean): void {
    if (seen.sight === 'half-undefined') {
      if (generic) this.#oneSided.push({ sample, seen });
    } else if (seen.sight === 'non-real-apart') this.#nonRealApart += 1;
    else if (seen.sight === 'close' || seen.sight === 'nothing') this.#useful.push(sample);
  }

  /** True when one side is real and the other is not on a whole neighbourhood of the sample. */
  #halfRealAround(sample: Sample): boolean {
    const field = new BallField(160, this.#pair.budget);
    const machine = sampleMachine(field, this.#pair, sample, OPEN_BLUR, this.#kinds);
    return look(this.#pair, machine).sight === 'half-real';
  }

  #different<B>(by: string, field: RealField<B>, sample: Sample, seen: Look<B>): Finding {
    return different(by, 'proved', witness(this.#pair, field, sample, seen.a, seen.b));
  }

  /** 160 bits at a dozen points, then enough bits for the sizes that occur at a few of them. */
  #bySharpBalls(): Finding | null {
    const agreed: Agreement[] = [];
    const queue = [...this.#useful];
    for (let k = 0; k < queue.length && agreed.length < AGREEING; k++) {
      const sample = queue[k];
      if (sample === undefined) continue;
      const found = this.#sharpLook(sample, agreed);
      if (found !== null) return found;
      // Few points were inside the domain: look between those that were.
      if (k === queue.length - 1 && queue.length === this.#useful.length) {
        queue.push(
          ...mixedSamples(
            agreed.map((one) => one.sample),
            this.#kinds,
          ),
        );
      }
    }
    return agreed.length < AGREEING ? null : this.#deep(agreed);
  }

  #sharpLook(sample: Sample, agreed: Agreement[]): Finding | null {
    const field = new BallField(160, this.#pair.budget);
    const seen = look(this.#pair, sampleMachine(field, this.#pair, sample));
    if (seen.sight === 'different') return this.#different('sample-point', field, sample, seen);
    if (seen.sight === 'close' && isSharp(field, seen)) agreed.push({ sample, span: field.span });
    return null;
  }

  /** Again at full precision, at the points where values stay closest to 1 in size. */
  #deep(agreed: readonly Agreement[]): Finding | null {
    const best = [...agreed].sort((x, y) => x.span - y.span).slice(0, AGREEING_DEEP);
    const span = Math.max(this.#pair.planner.literalBits, ...best.map((one) => one.span));
    const bits = EVIDENCE_BITS + 2 * span;
    if (bits > MOST_BITS) return null;
    const field = new BallField(bits, this.#pair.budget);
    for (const { sample } of best) {
      const seen = look(this.#pair, sampleMachine(field, this.#pair, sample));
      if (seen.sight === 'different') return this.#different('sample-point', field, sample, seen);
      if (seen.sight !== 'close' || !isSharp(field, seen)) return null;
    }
    return this.#oneSided.length >= UNDEFINED_POINTS ? null : equal('sampled-agreement', 'probable');
  }

  /** Points without a value on one side, when there are enough of them. */
  gaps(): Finding | null {
    const first = this.#oneSided[0];
    if (this.#oneSided.length < UNDEFINED_POINTS || first === undefined) return null;
    const at = showPoint(this.#pair.planner.symbols, first.sample);
    const show = (value: Value<unknown>): string => (value === 'undefined' ? 'undefined' : 'defined');
    return different('undefined', 'probable', { at, gold: show(first.seen.a), given: show(first.seen.b) });
  }

  /** Nothing separated by value: are the domains telling? */
  #byDomain(): Finding | null {
    const gaps = this.gaps();
    if (gaps !== null) return gaps;
    if (this.#nonRealApart >= AGREEING && this.#useful.length === 0)
      return different('principal-values', 'probable');
    return null;
  }
}

/** True when the common value is known well enough for agreement to mean something. */
export function isSharp(
  field: RealField<Ball>,
  seen: { readonly a: Value<Ball>; readonly b: Value<Ball> },
): boolean {
  for (const value of [seen.a, seen.b]) {
    if (value === 'undefined') return false;
    for (const part of [value.re, value.im]) {
      if (field.error(part) > -SHARP && field.accuracy(part) < SHARP) return false;
    }
  }
  return true;
}

function witness<B>(pair: Pair, field: RealField<B>, sample: Sample, a: Value<B>, b: Value<B>): Witness {
  return {
    at: showPoint(pair.planner.symbols, sample),
    gold: showValue(field, a),
    given: showValue(field, b),
  };
}
