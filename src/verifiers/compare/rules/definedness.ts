import { isNumber } from '../../exact/normal/conjugate.js';
import { idsOf } from '../../exact/normal/poly.js';
import { single } from '../../exact/normal/product.js';
import { productExpr } from '../../exact/normal/to-expr.js';
import type { Product } from '../../exact/normal/types.js';
import type { Workspace } from '../../exact/normal/workspace.js';
import { separate } from '../../exact/separate.js';
import { integer } from '../../expr.js';
import type { Forms } from './pair.js';

/**
 * True when no denominator of either form is secretly zero: sums of free symbols cannot be (they are not the zero
 * polynomial); any other is shown to be non-zero somewhere by an enclosure.
 */
export function denominatorsHold(forms: Forms): boolean {
  const { workspace } = forms;
  for (const side of [forms.gold, forms.given]) {
    if (typeof side === 'string') return false;
    for (const [id, exponent] of side.powers) {
      if (exponent < 0 && !cannotVanish(workspace, id)) return false;
    }
  }
  return true;
}

function cannotVanish(ws: Workspace, id: number): boolean {
  const composite = ws.field.composite(id);
  if (composite === null) return true;
  if (idsOf(composite.poly).every((factor) => isFree(ws, factor))) return true;
  const value: Product = single(id);
  const kinds = isNumber(ws, value) ? new Map() : ws.facts;
  const finding = separate(productExpr(ws.field, value), integer(0), kinds, ws.budget);
  return finding?.kind === 'different' && finding.certainty === 'proved';
}

/** Symbols and π are independent of each other over the rationals. */
function isFree(ws: Workspace, id: number): boolean {
  const kind = ws.field.generatorOf(id)?.meaning.kind;
  return kind === 'symbol' || kind === 'pi';
}
