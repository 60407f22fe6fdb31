import { sameTree } from '../../exact/symbols.js';
import { apply, type Expr, isApply } from '../../expr.js';
import { isStatement } from './build.js';

const argument = (expr: Expr, index: number): Expr | undefined =>
  expr.node === 'apply' ? expr.args[index] : undefined;

/** What stands before the sign of the first item, and the modulus written after the last one; null when there is none. */
function written(items: readonly Expr[]): { readonly left: Expr; readonly modulus: Expr } | null {
  const [first, last] = [items[0]!, items[items.length - 1]!];
  if (!isApply(first, 'Equal')) return null;
  const place = isApply(last, 'Mod') ? 1 : 2;
  const modulus = place === 1 || isApply(last, 'Congruent') ? argument(last, place) : undefined;
  return modulus === undefined ? null : { left: first.args[0]!, modulus };
}

/** The residue that an item names: a value, or the right side of an equation of the same letter. */
function residue(item: Expr, left: Expr): Expr | null {
  if (item.node !== 'apply') return item.node === 'text' ? null : item;
  if (item.head === 'Mod') return item.args[0]!;
  if (item.head === 'Equal' || item.head === 'Congruent')
    return sameTree(item.args[0]!, left) ? item.args[1]! : null;
  return isStatement(item) ? null : item;
}

/** `x ≡ 2, 7 (mod 10)`: the modulus after the last residue is that of all; the items as they are where there is none. */
export function shareModulus(items: readonly Expr[]): readonly Expr[] {
  const shared = items.length < 2 ? null : written(items);
  if (shared === null) return items;
  const residues = items.map((item) => residue(item, shared.left));
  if (residues.includes(null)) return items;
  return residues.map((value) => apply('Congruent', shared.left, value!, shared.modulus));
}
