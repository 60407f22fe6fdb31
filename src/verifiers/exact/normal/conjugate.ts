import { constant, MINUS_UNITY, single } from './product.js';
import type { Generator, Product } from './types.js';
import type { Workspace } from './workspace.js';

/** The complex conjugate at real points, or `null` when some factor's is not known. */
export function conjugate(ws: Workspace, value: Product): Product | null {
  let out = constant(value.coef);
  for (const [id, exponent] of value.powers) {
    const base = factorConjugate(ws, id);
    if (base === null) return null;
    out = ws.field.multiply(out, ws.field.power(base, exponent));
  }
  return out;
}

function factorConjugate(ws: Workspace, id: number): Product | null {
  const generator = ws.field.generatorOf(id);
  if (generator !== null) return generatorConjugate(ws, generator);
  const known = ws.memo.conjugates.get(id);
  if (known !== undefined) return known;
  const poly = ws.field.composite(id)?.poly;
  if (poly === undefined) return null;
  const terms: Product[] = [];
  for (const { mono, coef } of poly.values()) {
    const term = conjugate(ws, ws.field.fromTerm(mono, coef));
    if (term === null) return null;
    terms.push(term);
  }
  const found = ws.field.add(terms);
  ws.memo.conjugates.set(id, found);
  return found;
}

function generatorConjugate(ws: Workspace, generator: Generator): Product | null {
  const self = single(generator.id);
  switch (generator.conjugate) {
    case 'same':
      return self;
    case 'inverse':
      return ws.field.invert(self);
    case 'negative':
      return ws.field.multiply(MINUS_UNITY, self);
    case 'unknown':
      return null;
  }
}

/** True when the value is provably real at real points. */
export function isReal(ws: Workspace, value: Product): boolean {
  let plain = true;
  for (const id of value.powers.keys()) {
    if (ws.field.generatorOf(id)?.conjugate !== 'same') plain = false;
  }
  if (plain) return true;
  const other = conjugate(ws, value);
  return other !== null && ws.field.equal(other, value);
}

/** True when no free symbol (nor anything that may depend on one) occurs. */
export function isNumber(ws: Workspace, value: Product): boolean {
  for (const id of value.powers.keys()) if (!isNumberFactor(ws, id)) return false;
  return true;
}

function isNumberFactor(ws: Workspace, id: number): boolean {
  const composite = ws.field.composite(id);
  if (composite !== null) {
    for (const { mono } of composite.poly.values()) {
      for (let i = 0; i < mono.length; i += 2) if (!isNumberFactor(ws, mono[i] as number)) return false;
    }
    return true;
  }
  const meaning = ws.field.generatorOf(id)?.meaning;
  switch (meaning?.kind) {
    case 'pi':
    case 'imaginary':
    case 'prime':
    case 'unity':
      return true;
    case 'root':
      return isNumber(ws, meaning.base);
    case 'unit':
      return (meaning.base === null || isNumber(ws, meaning.base)) && isNumber(ws, meaning.exponent);
    case 'abs':
    case 'ln':
      return isNumber(ws, meaning.of);
    case 'atom':
      return (
        meaning.args.length > 0 && meaning.args.every((arg) => isNumber(ws, arg)) && meaning.head !== 'Call'
      );
    default:
      return false;
  }
}
