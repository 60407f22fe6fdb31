import type { Monomial, Product } from './types.js';
import type { Workspace } from './workspace.js';

/** True when the generator `id` occurs anywhere in the value, inside arguments included. */
export function dependsOn(ws: Workspace, value: Product, id: number, depth = 0): boolean {
  for (const factor of value.powers.keys()) if (factorDependsOn(ws, factor, id, depth)) return true;
  return false;
}

/** True when a factor is, or contains, the generator `id`. */
export function factorDependsOn(ws: Workspace, factor: number, id: number, depth = 0): boolean {
  if (factor === id) return true;
  if (depth > 60) return true;
  const composite = ws.field.composite(factor);
  if (composite !== null) {
    for (const { mono } of composite.poly.values())
      if (monomialDependsOn(ws, mono, id, depth + 1)) return true;
    return false;
  }
  const meaning = ws.field.generatorOf(factor)?.meaning;
  const inside = (value: Product): boolean => dependsOn(ws, value, id, depth + 1);
  switch (meaning?.kind) {
    case 'unit':
      return inside(meaning.exponent) || (meaning.base !== null && inside(meaning.base));
    case 'root':
      return inside(meaning.base);
    case 'abs':
    case 'ln':
      return inside(meaning.of);
    case 'atom':
      return meaning.args.some(inside);
    default:
      return false;
  }
}

function monomialDependsOn(ws: Workspace, mono: Monomial, id: number, depth: number): boolean {
  for (let i = 0; i < mono.length; i += 2) if (factorDependsOn(ws, mono[i] as number, id, depth)) return true;
  return false;
}
