import { apply, type Expr, integer } from '../../expr.js';
import type { Token } from '../token.js';
import { accept, deeper, finish, openReader, peek, type Reader, refuse } from './reader.js';

/** `lim_{x → a} f`, with the side in `a^+` or `a^-`. */
export function readLimit(reader: Reader): Expr {
  const start = reader.at;
  return deeper(reader, () => {
    reader.at += 1;
    const [side, name, point] = bracketLimit(reader) ?? scriptLimit(reader, start);
    const body = reader.shared.rules.term(reader);
    return side === 0 ? apply('Limit', body, name, point) : apply('Limit', body, name, point, integer(side));
  });
}

type Approach = readonly [side: -1 | 0 | 1, name: Expr, point: Expr];

function scriptLimit(reader: Reader, start: number): Approach {
  const script = peek(reader);
  if (script?.kind !== 'script' || script.sub === null) {
    return refuse(reader, 'a limit without its point', 'unsupported', start);
  }
  reader.at += 1;
  return approach(reader, script.sub);
}

/** `lim(x -> 0)`: the point in a bracket that holds an arrow. */
function bracketLimit(reader: Reader): Approach | null {
  const close = reader.partner[reader.at] ?? -1;
  if (peek(reader)?.kind !== 'open' || close < reader.at) return null;
  const inside = reader.tokens.slice(reader.at + 1, close);
  if (!inside.some((token) => token.kind === 'operator' && token.operator === 'to')) return null;
  reader.at = close + 1;
  return approach(reader, inside);
}

/** Reads `x → a`, with the side of `a^+`. */
function approach(reader: Reader, tokens: readonly Token[]): Approach {
  const [side, rest] = splitSide(tokens);
  const inner = openReader(reader.shared, rest);
  const name = inner.shared.rules.operand(inner);
  if (name.node !== 'symbol' || !accept(inner, 'to')) {
    return refuse(inner, 'a limit needs a name and its point', 'unsupported');
  }
  const point = inner.shared.rules.value(inner);
  finish(inner);
  return [side, name, point];
}

/** Takes the `+` or `-` of a one-sided limit off the end of its tokens. */
function splitSide(tokens: readonly Token[]): readonly [side: -1 | 0 | 1, rest: readonly Token[]] {
  const last = tokens[tokens.length - 1];
  const sign = last?.kind === 'script' && last.sub === null && last.sup?.length === 1 ? last.sup[0]! : last;
  if (sign?.kind !== 'operator' || (sign.operator !== '+' && sign.operator !== '-')) return [0, tokens];
  return [sign.operator === '+' ? 1 : -1, tokens.slice(0, -1)];
}
