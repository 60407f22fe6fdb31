import { readFileSync } from 'node:fs';
import { apply, type Expr, type Head, rational, symbol } from '../../../../src/verifiers/expr.js';

/** A tree as the fixture spells it: ["num", p, q], ["sym", name] or [head, ...args]. */
type Tree = readonly [string, ...(string | number | Tree)[]];

/** A real known to 90 digits: `mid ± 10^-88 · |mid|`, as an exact fraction. */
export interface Digits {
  readonly num: bigint;
  readonly den: bigint;
}

export interface Row {
  readonly text: string;
  readonly expr: Expr;
  readonly re: Digits;
  readonly im: Digits;
}

function toExpr(tree: Tree): Expr {
  const [head, ...rest] = tree;
  if (head === 'num') return rational(BigInt(Number(rest[0])), BigInt(Number(rest[1])));
  if (head === 'sym') return symbol(String(rest[0]));
  return apply(head as Head, ...rest.map((arg) => toExpr(arg as Tree)));
}

function toDigits(text: string): Digits {
  const [mantissa = '0', exponent = '0'] = text.split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift >= 0
    ? { num: digits * 10n ** BigInt(shift), den: 1n }
    : { num: digits, den: 10n ** BigInt(-shift) };
}

/** The rows of fixtures/exact/enclosures.jsonl. */
export function fixtureRows(): readonly Row[] {
  const file = new URL('../../../../fixtures/exact/enclosures.jsonl', import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const row = JSON.parse(line) as { expr: Tree; re: string; im: string };
    return {
      text: JSON.stringify(row.expr),
      expr: toExpr(row.expr),
      re: toDigits(row.re),
      im: toDigits(row.im),
    };
  });
}

/** True when `mid · 2^exp ± rad · 2^exp` reaches the reference value within its own error. */
export function holds(mid: bigint, exp: number, rad: number, { num, den }: Digits): boolean {
  // Everything over den · 2^1200 · 10^88; the radius is rounded up to a multiple of 2^-40.
  const scale = BigInt(1200 + exp);
  const wide = (n: bigint): bigint => (scale >= 0n ? n << scale : n >> -scale);
  const gap = wide(mid) * den - (num << 1200n);
  const spread = (wide(BigInt(Math.ceil(rad * 2 ** 40))) >> 40n) + 1n;
  const error = (num < 0n ? -num : num) << 1200n;
  return (gap < 0n ? -gap : gap) * 10n ** 88n <= spread * den * 10n ** 88n + error;
}
