import { isBounded, type Value } from './complex.js';
import type { RealField } from './real-field.js';
import type { Sample, SampleValue } from './sample-points.js';

const realText = <B>(f: RealField<B>, x: B): string => f.approximate(x);

/** A value for a witness: an approximation for readers, not a proof. */
export function showValue<B>(f: RealField<B>, value: Value<B>): string {
  if (value === 'undefined') return 'undefined';
  if (!isBounded(f, value)) return 'unknown';
  if (value.real) return realText(f, value.re);
  const im = realText(f, value.im);
  const re = f.isZero(value.re) ? '' : `${realText(f, value.re)}${im.startsWith('-') ? '' : '+'}`;
  return `${re}${im}i`;
}

function fraction(x: number): string {
  if (Number.isInteger(x)) return String(x);
  let den = 1;
  while (!Number.isInteger(x * den)) den *= 2;
  return `${x * den}/${den}`;
}

const showSample = ({ re, im }: SampleValue): string =>
  im === 0 ? fraction(re) : `${fraction(re)}+${fraction(im)}i`;

/** The point of a witness: symbols with their exact values. */
export function showPoint(
  symbols: ReadonlyMap<string, number>,
  sample: Sample,
): Readonly<Record<string, string>> {
  const at: [string, string][] = [];
  for (const [name, slot] of symbols) {
    const value = sample[slot];
    if (value !== undefined) at.push([name, showSample(value)]);
  }
  return Object.fromEntries(at);
}
