import { idsOf } from '../../exact/normal/poly.js';
import { isConstant, isZero } from '../../exact/normal/product.js';
import type { Generator, Product } from '../../exact/normal/types.js';
import type { Workspace } from '../../exact/normal/workspace.js';
import { different } from '../../verdict.js';
import { difference } from './normal-form.js';
import type { Rule } from './pair.js';

/**
 * True for generators that satisfy no relation beyond those the field knows, whatever set of them occurs: free
 * symbols, π, i, and roots of primes.
 */
function isIndependent(generator: Generator): boolean {
  const { meaning } = generator;
  switch (meaning.kind) {
    case 'symbol':
      return !meaning.integer;
    case 'pi':
    case 'imaginary':
    case 'prime':
      return true;
    case 'root':
      return isConstant(meaning.base) && meaning.base.coef.den === 1n && meaning.base.coef.num > 0n;
    default:
      return false;
  }
}

/** True for generators that vanish nowhere, or at isolated points only. */
const isUnit = ({ meaning }: Generator): boolean => meaning.kind === 'unit' && meaning.base === null;

/** True when a value in normal form that is not written as zero certainly is not zero. */
export function certainlyNonZero(ws: Workspace, value: Product): boolean {
  if (isZero(value)) return false;
  for (const id of value.powers.keys()) {
    const composite = ws.field.composite(id);
    const inner = composite === null ? [id] : idsOf(composite.poly);
    for (const factor of inner) {
      const generator = ws.field.generatorOf(factor);
      if (generator === null) return false;
      if (!isIndependent(generator) && !(composite === null && isUnit(generator))) return false;
    }
  }
  return true;
}

/** The difference is a non-zero polynomial in independent quantities. */
export const independence: Rule = (pair) => {
  const forms = pair.forms();
  const gap = difference(forms);
  return gap !== null && certainlyNonZero(forms.workspace, gap) ? different('normal-form') : null;
};
