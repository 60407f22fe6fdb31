import { type Random, seededRandom } from '../../support/index.js';

/** What a sampled symbol may stand for. */
export type SampleKind = 'real' | 'integer' | 'natural' | 'positive' | 'complex';

/** True for kinds that take whole values only. */
export const isWholeKind = (kind: SampleKind | undefined): boolean =>
  kind === 'integer' || kind === 'natural';

/** One value: a short dyadic double, so that it is exact in every field. `im` is 0 but for complex symbols. */
export interface SampleValue {
  readonly re: number;
  readonly im: number;
}

/** Values by slot. */
export type Sample = readonly (SampleValue | undefined)[];

interface Regime {
  readonly low: number;
  readonly high: number;
  readonly signs: 'plus' | 'minus' | 'mixed';
}

const regime = (low: number, high: number, signs: Regime['signs']): Regime => ({ low, high, signs });

/**
 * Where points are drawn, in order: first an ordinary positive point, then both signs, small and large values.
 * Later points repeat the list with other draws.
 */
const REGIMES: readonly Regime[] = [
  regime(0.3, 1.9, 'plus'),
  regime(0.3, 2.2, 'mixed'),
  regime(1.2, 6, 'plus'),
  regime(0.3, 3, 'minus'),
  regime(2, 12, 'mixed'),
  regime(0.05, 0.3, 'plus'),
  regime(0.1, 0.9, 'mixed'),
  regime(5, 40, 'plus'),
  regime(0.4, 3, 'mixed'),
  regime(1, 3, 'plus'),
  regime(30, 300, 'mixed'),
  regime(0.1, 0.95, 'plus'),
];

/** Positions on an odd grid of 1/512, so that no draw is an integer or a half. */
const GRID = 256;

function magnitude(random: Random, { low, high }: Regime): number {
  const steps = Math.floor((low + random.unit() * (high - low)) * GRID);
  return (2 * steps + 1) / (2 * GRID);
}

function integerIn(random: Random, { low, high }: Regime): number {
  return Math.floor(low) + random.below(Math.ceil(high) - Math.floor(low) + 2);
}

function signed(random: Random, size: number, signs: Regime['signs']): number {
  if (signs === 'mixed') return random.below(2) === 0 ? size : -size;
  return signs === 'minus' ? -size : size;
}

function draw(random: Random, kind: SampleKind, from: Regime): SampleValue {
  if (kind === 'natural') return { re: integerIn(random, from), im: 0 };
  if (kind === 'integer') return { re: signed(random, integerIn(random, from), from.signs), im: 0 };
  const size = magnitude(random, from);
  if (kind === 'positive') return { re: size, im: 0 };
  const re = signed(random, size, from.signs);
  return { re, im: kind === 'complex' ? signed(random, magnitude(random, from), 'mixed') : 0 };
}

/** The `index`-th sample: the same for equal arguments, on any machine. */
export function samplePoint(index: number, kinds: readonly (SampleKind | undefined)[]): Sample {
  const random = seededRandom(0x5eed + index * 7919);
  const from = REGIMES[index % REGIMES.length] ?? regime(0.3, 2, 'mixed');
  return kinds.map((kind) => (kind === undefined ? undefined : draw(random, kind, from)));
}

/** Rounds to a short dyadic (about 12 significant bits), exact in every field. */
export function shortDyadic(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return 0;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(x))) - 12);
  return Math.round(x / unit) * unit;
}

/** Steps between two good samples, and beyond a lone one. */
const STEPS: readonly number[] = [0.41, 0.77, 0.19, 0.58, 0.9, 0.07];
const NUDGES: readonly number[] = [1 / 33, -1 / 41, 1 / 97, -1 / 129, 1 / 513, -1 / 770];
const MIXED_LIMIT = 24;

/** More samples in a domain that few samples hit: between pairs of the good ones and close around the first. */
export function mixedSamples(
  good: readonly Sample[],
  kinds: readonly (SampleKind | undefined)[],
): readonly Sample[] {
  const first = good[0];
  if (first === undefined || kinds.some(isWholeKind) || kinds.includes('complex')) return [];
  const mixed: Sample[] = NUDGES.map((by) =>
    first.map((v) => v && { re: shortDyadic(v.re * (1 + by)), im: 0 }),
  );
  for (const [k, other] of good.entries()) {
    if (k === 0) continue;
    for (const part of STEPS) {
      mixed.push(first.map((v, slot) => v && { re: between(v.re, other[slot]?.re ?? v.re, part), im: 0 }));
    }
  }
  return mixed.slice(0, MIXED_LIMIT);
}

const between = (a: number, b: number, part: number): number => shortDyadic(a + (b - a) * part);
