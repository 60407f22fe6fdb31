import { apply, type Expr, integer, symbol } from '../../expr.js';
import type { Token } from '../token.js';
import { literalInteger } from './build.js';
import { deeper, peek, peekOperator, type Reader, refuse, within } from './reader.js';

/** Variables of a derivative with the order of each: ∂x ∂y² is [x, 1], [y, 2]. */
type Variables = readonly { readonly name: string; readonly order: number }[];

const MAX_ORDER = 100;

const isD = (token: Token | undefined): boolean =>
  (token?.kind === 'name' && token.name === 'd') ||
  (token?.kind === 'operator' && token.operator === 'partial');

/** The whole exponent of a script, 1 where there is none, 0 where it is something else. */
function orderOf(token: Token | undefined): number {
  if (token?.kind !== 'script') return 1;
  const only = token.sub === null && token.sup?.length === 1 ? token.sup[0]! : null;
  const value = only?.kind === 'number' ? literalInteger(only.value) : undefined;
  return value === undefined || value < 1n || value > BigInt(MAX_ORDER) ? 0 : Number(value);
}

/** Reads `dx`, `dx^2`, `∂x ∂y`; null when the tokens are anything else. */
function variablesOf(tokens: readonly Token[]): Variables | null {
  const found: { name: string; order: number }[] = [];
  for (let i = 0; i < tokens.length; ) {
    const name = tokens[i + 1];
    if (!isD(tokens[i]) || name?.kind !== 'name') return null;
    const order = orderOf(tokens[i + 2]);
    if (order === 0) return null;
    found.push({ name: name.name, order });
    i += tokens[i + 2]?.kind === 'script' ? 3 : 2;
  }
  return found.length > 0 && found.length <= 8 ? found : null;
}

/** `\frac{dy}{dx}`, `\frac{d^2}{dx^2} f`: null when the fraction is an ordinary one. */
export function derivativeFraction(reader: Reader, token: Extract<Token, { kind: 'fraction' }>): Expr | null {
  if (!isD(token.top[0]) || !isD(token.bottom[0])) return null;
  const variables = variablesOf(token.bottom);
  const order = orderOf(token.top[1]);
  if (variables === null || order !== variables.reduce((total, v) => total + v.order, 0)) return null;
  const rest = token.top.slice(token.top[1]?.kind === 'script' ? 2 : 1);
  if (rest.length > 0) {
    const body = within(reader, rest, reader.shared.rules.term);
    reader.at += 1;
    return derive(dependent(body, variables), variables);
  }
  reader.at += 1;
  return deeper(reader, () => derive(reader.shared.rules.term(reader), variables));
}

/** A bare `y` in `dy/dx` depends on x; anything else is written out. */
const dependent = (body: Expr, variables: Variables): Expr =>
  body.node === 'symbol' && !variables.some((v) => v.name === body.name)
    ? apply('Call', body, ...variables.map((v) => symbol(v.name)))
    : body;

const derive = (body: Expr, variables: Variables): Expr =>
  variables.reduceRight((inner, v) => apply('Derivative', inner, symbol(v.name), integer(v.order)), body);

/** `dy/dx` and `d/dx f` with a slash, from the name d; null when it is only a letter. */
export function differentialQuotient(reader: Reader): Expr | null {
  const body = peek(reader, 1);
  const bare = peekOperator(reader, 1) === '/';
  const slash = bare ? 1 : 2;
  if (!bare && (body?.kind !== 'name' || body.spaceBefore)) return null;
  if (peekOperator(reader, slash) !== '/' || !isD(peek(reader, slash + 1))) return null;
  const name = peek(reader, slash + 2);
  if (name?.kind !== 'name' || name.spaceBefore) return null;
  const variables = [{ name: name.name, order: 1 }];
  reader.at += slash + 3;
  if (bare) return deeper(reader, () => derive(reader.shared.rules.term(reader), variables));
  return derive(dependent(symbol((body as { name: string }).name), variables), variables);
}

/** `∂f/∂x` with a slash. */
export const partialQuotient = (reader: Reader): Expr =>
  differentialQuotient(reader) ?? refuse(reader, '∂ outside a derivative', 'unsupported');
