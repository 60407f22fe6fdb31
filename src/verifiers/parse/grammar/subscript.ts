import { apply, type Expr, symbol } from '../../expr.js';
import type { Token } from '../token.js';
import { applyAll, operand } from './build.js';
import { accept, type Reader, refuse, within } from './reader.js';

const MAX_LENGTH = 60;

/** A symbol with a subscript as part of its name: `x_1`, `a_{n+1}`. */
export function subscripted(reader: Reader, base: Expr, sub: readonly Token[]): Expr {
  if (dependsOnIndex(reader, sub)) return atIndex(reader, base, sub);
  const label = labelOf(reader, sub);
  const suffix = isWord(label) ? `_${label}` : `_{${label}}`;
  if (base.node === 'symbol') return symbol(base.name + suffix);
  if (base.node === 'apply' && (base.head === 'Conjugate' || base.head === 'Prime')) {
    const [inner, ...rest] = base.args;
    if (inner?.node === 'symbol') return apply(base.head, symbol(inner.name + suffix), ...rest);
  }
  // `[v]_B`, `(x)_n`: a function of what stands before, named by its subscript.
  return apply('Call', symbol(`_${label}`), operand(base));
}

/** True when the subscript names the index of a sum around it. */
const dependsOnIndex = (reader: Reader, sub: readonly Token[]): boolean =>
  reader.shared.bound.length > 0 &&
  sub.some((token) => token.kind === 'name' && reader.shared.bound.includes(token.name));

/** `x_k` under a sum over k: x as a function of k; `x_{ij}` of i and j. */
function atIndex(reader: Reader, base: Expr, sub: readonly Token[]): Expr {
  const { item, value } = reader.shared.rules;
  const letters = sub.length > 1 && sub.every((token) => token.kind === 'name' || token.kind === 'number');
  if (letters) return applyAll('Call', [base, ...sub.map((token) => within(reader, [token], value))]);
  const place = within(reader, sub, (inner) => {
    const found = [item(inner)];
    while (accept(inner, ',')) found.push(item(inner));
    return found;
  });
  return applyAll('Call', [base, ...place]);
}

/** Letters and digits only: such a subscript needs no braces. */
function isWord(label: string): boolean {
  for (const c of label) if (!((c >= '0' && c <= '9') || c.toLowerCase() !== c.toUpperCase())) return false;
  return label.length > 0;
}

/** A subscript as text, the same for every spelling of the same tokens. */
export function labelOf(reader: Reader, tokens: readonly Token[]): string {
  let label = '';
  for (const token of tokens) {
    label += pieceOf(reader, token);
    if (label.length > MAX_LENGTH) refuse(reader, 'a subscript this long', 'unsupported');
  }
  return label;
}

function pieceOf(reader: Reader, token: Token): string {
  reader.shared.budget.spend();
  switch (token.kind) {
    case 'number':
      return token.raw;
    case 'name':
      return token.name;
    case 'operator':
      return token.operator;
    case 'open':
    case 'close':
      return token.bracket;
    case 'text':
      return token.value.trim().replaceAll(' ', '');
    case 'group':
      return labelOf(reader, token.tokens);
    case 'fraction':
      return `${labelOf(reader, token.top)}/${labelOf(reader, token.bottom)}`;
    case 'script': {
      const sub = token.sub === null ? '' : `_${labelOf(reader, token.sub)}`;
      return token.sup === null ? sub : `${sub}^${labelOf(reader, token.sup)}`;
    }
    default:
      return refuse(reader, `${token.kind} in a subscript`, 'unsupported');
  }
}
