import { HALF, order, ratio, whole } from '../rational.js';
import { dependsOn, factorDependsOn } from './depends.js';
import { ratesAt } from './exponential-terms.js';
import { symbolicPower } from './exponentials.js';
import { stop } from './field-helpers.js';
import { withoutFactor } from './linear.js';
import { exponentOf } from './poly.js';
import { constant, isConstant, NOUGHT, single, UNITY } from './product.js';
import { type Product, SCALE } from './types.js';
import type { Workspace } from './workspace.js';

/** What a product over an index needs. */
interface Range {
  readonly index: number;
  readonly low: Product;
  readonly high: Product;
  readonly factorial: (value: Product) => Product;
}

/** Π of a value over the index; `null` when no closed form is known. */
export function closedProduct(ws: Workspace, body: Product, range: Range): Product | null {
  const count = ws.field.add([range.high, UNITY, ws.field.multiply(constant(whole(-1)), range.low)]);
  let free = constant(body.coef);
  let out = UNITY;
  for (const [id, exponent] of body.powers) {
    if (!factorDependsOn(ws, id, range.index)) {
      free = ws.field.multiply(free, single(id, exponent));
      continue;
    }
    const part = factorProduct(ws, id, exponent, range, count);
    if (part === null) return null;
    out = ws.field.multiply(out, part);
  }
  return ws.field.multiply(out, symbolicPower(ws, free, count));
}

function factorProduct(
  ws: Workspace,
  id: number,
  exponent: number,
  range: Range,
  count: Product,
): Product | null {
  if (id === range.index) return linearProduct(ws, UNITY, NOUGHT, exponent, range, count);
  const meaning = ws.field.generatorOf(id)?.meaning;
  if (meaning?.kind === 'unit') {
    const rest = withoutFactor(meaning.exponent, range.index);
    if (rest === null || dependsOn(ws, rest, range.index)) return null;
    const scale = ratio(BigInt(exponent), BigInt(SCALE) * BigInt(meaning.parts));
    const rate = ws.field.multiply(constant(scale), rest);
    const total = ws.field.multiply(constant(HALF), count, ws.field.add([range.low, range.high]));
    return ratesAt(ws, [{ base: meaning.base, rate }], total);
  }
  const poly = ws.field.composite(id)?.poly;
  if (poly === undefined) return null;
  const slope: Product[] = [];
  const offset: Product[] = [];
  for (const { mono, coef } of poly.values()) {
    const degree = exponentOf(mono, range.index);
    const term = ws.field.fromTerm(mono, coef);
    const rest = degree === 1 ? ws.field.divide(term, single(range.index)) : term;
    if (degree > 1 || degree < 0 || dependsOn(ws, rest, range.index)) return null;
    (degree === 1 ? slope : offset).push(rest);
  }
  return linearProduct(ws, ws.field.add(slope), ws.field.add(offset), exponent, range, count);
}

/** Π (slope·k + offset)^exponent = (slope^count · (high + o)! / (low − 1 + o)!)^exponent with o = offset/slope. */
function linearProduct(
  ws: Workspace,
  slope: Product,
  offset: Product,
  exponent: number,
  range: Range,
  count: Product,
): Product | null {
  const field = ws.field;
  const shift = field.divide(offset, slope);
  const root = field.multiply(constant(whole(-1)), shift);
  if (isConstant(root) && isConstant(range.low) && order(root.coef, range.low.coef) >= 0) {
    if (root.coef.den === 1n && isConstant(range.high)) {
      if (order(root.coef, range.high.coef) <= 0) return exponent > 0 ? NOUGHT : stop('undefined');
      return null;
    }
    return null;
  }
  const top = range.factorial(field.add([range.high, shift]));
  const bottom = range.factorial(field.add([range.low, constant(whole(-1)), shift]));
  const all = field.multiply(symbolicPower(ws, slope, count), field.divide(top, bottom));
  return field.power(all, exponent);
}
