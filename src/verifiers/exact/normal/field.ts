import type { Budget } from '../../../support/index.js';
import { bitsOf, inverse, ONE, type Rational, ratio, same, times } from '../rational.js';
import {
  coefficientPower,
  isTooLong,
  MOST_TERMS,
  sharedContent,
  stop,
  termsOfPower,
} from './field-helpers.js';
import {
  accumulate,
  addPoly,
  commonMonomial,
  polyKey,
  signedContent,
  stripped,
  termPoly,
  timesMonomial,
  ZERO_POLY,
} from './poly.js';
import { isZero, NOUGHT, opposite, samePowers, scaled, UNITY } from './product.js';
import type { Composite, Generator, Monomial, Poly, Product, Term } from './types.js';

/** Term products one value may take. */
const MAX_WORK = 60_000;
/** Bits a coefficient may have. */
const MAX_COEFFICIENT = 40_000;
/** Exponents beyond this are not exact as doubles any more. */
const MAX_EXPONENT = 2 ** 50;

/** What a new generator needs to be told; the rest has defaults. */
export type GeneratorDraft = Pick<Generator, 'meaning'> & Partial<Omit<Generator, 'id' | 'meaning'>>;

/**
 * The arithmetic of one call: the rationals extended by generators (symbols, π, roots, exponentials, …), each
 * with at most one relation. Values are products of powers, so that long powers stay short; sums are expanded,
 * reduced by the relations and interned. A value written as zero *is* zero; the converse holds only as far as the
 * generators are independent, so nothing is concluded from it here.
 */
export class Field {
  readonly budget: Budget;
  readonly #factors: (Generator | Composite)[] = [];
  readonly #byKey = new Map<string, number>();
  #ordered = false;
  #primes = false;
  #work = 0;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  /** The generator named by `key`, made from `draft` the first time; `draft` makes no generators itself. */
  generator(key: string, draft: (id: number) => GeneratorDraft): Generator {
    const known = this.#byKey.get(`g${key}`);
    if (known !== undefined) return this.#factors[known] as Generator;
    const made = draft(this.#factors.length);
    const id = this.#factors.length;
    const generator: Generator = {
      order: 0,
      value: null,
      conjugate: 'same',
      positive: false,
      integer: false,
      degree: 0,
      table: [],
      ...made,
      id,
    };
    if (generator.order !== 0) this.#ordered = true;
    if (generator.meaning.kind === 'prime') this.#primes = true;
    this.#factors.push(generator);
    this.#byKey.set(`g${key}`, id);
    return generator;
  }

  /** Every generator made so far. */
  generators(): readonly Generator[] {
    return this.#factors.filter((factor): factor is Generator => 'meaning' in factor);
  }

  /** The generator or sum behind an id. */
  factor(id: number): Generator | Composite {
    return this.#factors[id] as Generator | Composite;
  }

  /** The sum behind an id, or `null` for a generator. */
  composite(id: number): Composite | null {
    const factor = this.#factors[id];
    return factor !== undefined && 'poly' in factor ? factor : null;
  }

  /** The generator behind an id, or `null` for a sum. */
  generatorOf(id: number): Generator | null {
    const factor = this.#factors[id];
    return factor !== undefined && 'meaning' in factor ? factor : null;
  }

  multiply(...values: readonly Product[]): Product {
    const [first = UNITY, second = UNITY] = values;
    if (values.length < 3) return this.#times(first, second);
    let coef: Rational = ONE;
    const powers = new Map<number, number>();
    for (const value of values) {
      if (isZero(value)) return NOUGHT;
      coef = times(coef, value.coef);
      this.#join(powers, value);
    }
    return this.#tidy(coef, powers);
  }

  /** Adds a value's exponents. */
  #join(powers: Map<number, number>, value: Product): void {
    this.budget.spend(value.powers.size);
    for (const [id, exponent] of value.powers) {
      const sum = (powers.get(id) ?? 0) + exponent;
      if (sum === 0) powers.delete(id);
      else powers.set(id, sum);
    }
  }

  #times(a: Product, b: Product): Product {
    if (isZero(a) || isZero(b)) return NOUGHT;
    if (a.powers.size === 0) return same(a.coef, ONE) ? b : this.#tidy(times(a.coef, b.coef), b.powers);
    if (b.powers.size === 0) return this.#tidy(times(a.coef, b.coef), a.powers);
    const powers = new Map(a.powers);
    this.#join(powers, b);
    return this.#tidy(times(a.coef, b.coef), powers);
  }

  /** `a^exponent` for a whole exponent. */
  power(a: Product, exponent: number): Product {
    if (exponent === 0) return isZero(a) ? stop('undefined') : UNITY;
    if (exponent === 1) return a;
    if (isZero(a)) return exponent > 0 ? NOUGHT : stop('undefined');
    const size = Math.max(bitsOf(a.coef.num), bitsOf(a.coef.den));
    if (size > 1 && size * Math.abs(exponent) > MAX_COEFFICIENT) stop('too-large');
    const powers = new Map<number, number>();
    for (const [id, e] of a.powers) powers.set(id, e * exponent);
    return this.#tidy(coefficientPower(a.coef, exponent), powers);
  }

  invert(a: Product): Product {
    return this.power(a, -1);
  }

  divide(a: Product, b: Product): Product {
    return this.#times(a, this.invert(b));
  }

  /** Brings the exponents of generators with a relation into range. */
  #tidy(coef: Rational, powers: ReadonlyMap<number, number>): Product {
    for (const exponent of powers.values()) if (Math.abs(exponent) > MAX_EXPONENT) stop('too-large');
    if (this.#primes) return this.#tidyPrimes(coef, powers);
    return this.#ordered ? this.#tidyOrders({ coef, powers }) : { coef, powers };
  }

  #tidyOrders(a: Product): Product {
    let rest: Map<number, number> | null = null;
    let extra = UNITY;
    for (const [id, exponent] of a.powers) {
      const { order, value } = this.#order(id);
      if (order === 0 || value === null || (exponent >= 0 && exponent < order)) continue;
      const whole = Math.floor(exponent / order);
      rest ??= new Map(a.powers);
      const left = exponent - whole * order;
      if (left === 0) rest.delete(id);
      else rest.set(id, left);
      extra = this.#times(extra, this.power(value, whole));
    }
    return rest === null ? a : this.#times({ coef: a.coef, powers: rest }, extra);
  }

  #order(id: number): { readonly order: number; readonly value: Product | null } {
    const factor = this.#factors[id];
    return factor !== undefined && 'order' in factor ? factor : NO_ORDER;
  }

  /** Moves powers of a long prime between the coefficient and its generator, so that there is one spelling. */
  #tidyPrimes(coef: Rational, powers: ReadonlyMap<number, number>): Product {
    const out = new Map(powers);
    let { num, den } = coef;
    for (const [id, exponent] of powers) {
      const meaning = this.generatorOf(id)?.meaning;
      if (meaning?.kind !== 'prime') continue;
      let e = exponent;
      for (; num !== 0n && num % meaning.value === 0n; e++) num /= meaning.value;
      for (; den % meaning.value === 0n; e--) den /= meaning.value;
      out.delete(id);
      if (Math.abs(e) * bitsOf(meaning.value) > MAX_COEFFICIENT / 8) out.set(id, e);
      else if (e > 0) num *= meaning.value ** BigInt(e);
      else den *= meaning.value ** BigInt(-e);
    }
    return this.#ordered
      ? this.#tidyOrders({ coef: ratio(num, den), powers: out })
      : { coef: ratio(num, den), powers: out };
  }

  subtract(a: Product, b: Product): Product {
    return this.add([a, opposite(b)]);
  }

  /** The sum: what the terms share is kept as factors, the rest is expanded and reduced. */
  add(values: readonly Product[]): Product {
    const terms = values.filter((value) => !isZero(value));
    const first = terms[0];
    if (first === undefined) return NOUGHT;
    if (terms.length === 1) return first;
    const shared = this.#shared(terms);
    const content = sharedContent(terms);
    const undo = this.power(shared, -1);
    let sum: Map<string, Term> = new Map();
    for (const term of terms) {
      const rest = this.multiply(scaled(term, inverse(content)), undo);
      const poly = this.#plain(rest) ?? this.expand(rest);
      if (sum.size === 0) sum = new Map(poly);
      else for (const { mono, coef } of poly.values()) accumulate(sum, mono, coef);
      if (sum.size > MOST_TERMS) stop('too-large');
    }
    return this.#times(scaled(shared, content), this.fromPoly(sum));
  }

  /** A product of generators only, as a polynomial; `null` when it needs expanding. */
  #plain(value: Product): Poly | null {
    if (value.coef.den !== 1n) return null;
    const mono: number[] = [];
    for (const id of [...value.powers.keys()].sort((a, b) => a - b)) {
      const factor = this.#factors[id];
      if (factor === undefined || 'poly' in factor || factor.degree !== 0) return null;
      mono.push(id, value.powers.get(id) as number);
    }
    this.budget.spend();
    return termPoly(mono, value.coef.num);
  }

  /** The factors that every term has, each to its least exponent. */
  #shared(terms: readonly Product[]): Product {
    const least = new Map<number, number>();
    const seen = new Map<number, number>();
    for (const { powers } of terms) {
      for (const [id, exponent] of powers) {
        const before = least.get(id);
        least.set(id, before === undefined ? exponent : Math.min(before, exponent));
        seen.set(id, (seen.get(id) ?? 0) + 1);
      }
    }
    for (const [id, exponent] of least) {
      const value = seen.get(id) === terms.length ? exponent : Math.min(exponent, 0);
      if (value === 0) least.delete(id);
      else least.set(id, value);
    }
    return { coef: ONE, powers: least };
  }

  /** A polynomial as a value: common parts pulled out, the rest interned. */
  fromPoly(poly: Poly): Product {
    if (poly.size === 0) return NOUGHT;
    const content = signedContent(poly);
    const common = commonMonomial(poly);
    const rest = stripped(poly, common, content);
    const outside = this.#monomial(common, ratio(content, 1n));
    if (rest.size === 1) return outside;
    const key = polyKey(rest);
    let id = this.#byKey.get(`p${key}`);
    if (id === undefined) {
      id = this.#factors.length;
      this.#factors.push({ id, poly: rest });
      this.#byKey.set(`p${key}`, id);
    }
    return this.#times(outside, { coef: ONE, powers: new Map([[id, 1]]) });
  }

  #monomial(mono: Monomial, coef: Rational): Product {
    const powers = new Map<number, number>();
    for (let i = 0; i < mono.length; i += 2) powers.set(mono[i] as number, mono[i + 1] as number);
    return this.#tidy(coef, powers);
  }

  /** One term as a value. */
  fromTerm(mono: Monomial, coef: bigint): Product {
    return this.#monomial(mono, ratio(coef, 1n));
  }

  /** A value with its sums multiplied out into one, unless some are below the bar. */
  expanded(value: Product): Product {
    for (const [id, exponent] of value.powers) if (exponent < 0 && this.composite(id) !== null) return value;
    return this.#times(
      { coef: value.coef, powers: new Map() },
      this.fromPoly(this.expand({ coef: ONE, powers: value.powers })),
    );
  }

  /** Multiplies a value out; its coefficient must be whole and its sums must have positive exponents. */
  expand(value: Product): Poly {
    if (value.coef.den !== 1n) stop('too-large');
    const mono: number[] = [];
    const sums: [Poly, number][] = [];
    for (const id of [...value.powers.keys()].sort((a, b) => a - b)) {
      const exponent = value.powers.get(id) as number;
      const composite = this.composite(id);
      if (composite === null) mono.push(id, exponent);
      else if (exponent > 0) sums.push([composite.poly, exponent]);
      else stop('too-large');
    }
    if (sums.reduce((cost, [poly, exponent]) => cost * termsOfPower(poly.size, exponent), 1) > MOST_TERMS)
      stop('too-large');
    let out: Poly = this.#reduced(mono, value.coef.num);
    if (sums.some(([poly, exponent]) => exponent > 1 && isTooLong(poly.size, exponent))) stop('too-large');
    for (const [poly, exponent] of sums) out = this.#timesPower(out, poly, exponent);
    return out;
  }

  #timesPower(start: Poly, poly: Poly, exponent: number): Poly {
    let out = start;
    for (let k = 0; k < exponent; k++) out = this.multiplyPoly(out, poly);
    return out;
  }

  /** The product of two polynomials, reduced by the relations. */
  multiplyPoly(a: Poly, b: Poly): Poly {
    const cost = a.size * b.size;
    this.budget.spend(1 + cost);
    this.#work += cost;
    if (this.#work > MAX_WORK) stop('too-large');
    const out = new Map<string, Term>();
    for (const x of a.values()) {
      for (const y of b.values()) {
        const mono = timesMonomial(x.mono, y.mono);
        const coef = x.coef * y.coef;
        if (!this.#ordered || this.#settled(mono)) accumulate(out, mono, coef);
        else for (const term of this.#reduced(mono, coef).values()) accumulate(out, term.mono, term.coef);
      }
    }
    if (out.size > MOST_TERMS) stop('too-large');
    return out;
  }

  /** True when no exponent of a monomial is out of its generator's range. */
  #settled(mono: Monomial): boolean {
    for (let i = 0; i < mono.length; i += 2) {
      const factor = this.#factors[mono[i] as number] as Generator;
      const exponent = mono[i + 1] as number;
      const limit = factor.degree === 0 ? factor.order : factor.degree;
      if (limit !== 0 && (exponent >= limit || exponent < 0)) return false;
    }
    return true;
  }

  /** One term, reduced by the relations of its generators. */
  #reduced(mono: Monomial, coef: bigint): Poly {
    if (this.#settled(mono)) return termPoly(mono, coef);
    const value = this.#monomial(mono, ratio(coef, 1n));
    if (isZero(value)) return ZERO_POLY;
    const rest: number[] = [];
    let out: Poly | null = null;
    for (const id of [...value.powers.keys()].sort((a, b) => a - b)) {
      const exponent = value.powers.get(id) as number;
      const factor = this.factor(id);
      if ('poly' in factor) {
        if (exponent < 0) stop('too-large');
        out = this.#timesPower(out ?? termPoly([], 1n), factor.poly, exponent);
      } else if (factor.degree !== 0 && exponent >= factor.degree) {
        out = this.multiplyPoly(out ?? termPoly([], 1n), factor.table[exponent] ?? ZERO_POLY);
      } else rest.push(id, exponent);
    }
    if (value.coef.den !== 1n) stop('too-large');
    const plain = termPoly(rest, value.coef.num);
    return out === null ? plain : this.multiplyPoly(out, plain);
  }

  /** Sum of polynomials. */
  addPoly(a: Poly, b: Poly): Poly {
    this.budget.spend(1 + b.size);
    return addPoly(a, b);
  }

  /** True when the two are written alike or their difference is. */
  equal(a: Product, b: Product): boolean {
    if (same(a.coef, b.coef) && samePowers(a.powers, b.powers)) return true;
    return isZero(this.subtract(a, b));
  }
}

const NO_ORDER = { order: 0, value: null };
