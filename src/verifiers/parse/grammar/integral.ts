import { apply, type Expr, integer, symbol } from '../../expr.js';
import type { Token } from '../token.js';
import { exponent } from './exponent.js';
import { accept, deeper, peek, type Reader, refuse, within } from './reader.js';

/** ∫ f dx and ∫_a^b f dx; the differential may stand in a fraction, ∫ dx/(1 + x²). */
export function readIntegral(reader: Reader): Expr {
  const start = reader.at;
  return deeper(reader, () => {
    reader.at += 1;
    const bounds = readBounds(reader);
    const waiting = reader.shared.differentials.length;
    reader.integrals += 1;
    const body = differentialAhead(reader) ? integer(1) : reader.shared.rules.sum(reader);
    reader.integrals -= 1;
    const name = readDifferential(reader) ?? takeDifferential(reader, waiting);
    if (name === null) return refuse(reader, 'an integral without its differential', 'unsupported', start);
    const variable = symbol(name);
    return bounds === null ? apply('Integral', body, variable) : apply('Integral', body, variable, ...bounds);
  });
}

/** Bounds in scripts, the upper one possibly after `^`. */
function readBounds(reader: Reader): readonly [Expr, Expr] | null {
  const { value } = reader.shared.rules;
  let low: Expr | null = null;
  let high: Expr | null = null;
  for (let token = peek(reader); token?.kind === 'script'; token = peek(reader)) {
    reader.at += 1;
    if (token.sub !== null) low = within(reader, token.sub, value);
    if (token.sup !== null) high = within(reader, token.sup, value);
  }
  if (low !== null && high === null && accept(reader, '^')) high = exponent(reader);
  if (low === null && high === null) return null;
  if (low === null || high === null) return refuse(reader, 'an integral with one bound', 'unsupported');
  return [low, high];
}

/** `dx` is next. */
const differentialAhead = (reader: Reader): boolean => {
  const [d, name] = [peek(reader), peek(reader, 1)];
  return d?.kind === 'name' && d.name === 'd' && name?.kind === 'name';
};

/** Moves past `dx` and gives the name of its variable. */
export function readDifferential(reader: Reader): string | null {
  if (!differentialAhead(reader)) return null;
  const name = peek(reader, 1) as Extract<Token, { kind: 'name' }>;
  reader.at += 2;
  return name.name;
}

/** The variable of a differential that a fraction of the integrand held. */
function takeDifferential(reader: Reader, waiting: number): string | null {
  const { differentials } = reader.shared;
  return differentials.length > waiting ? (differentials.pop() ?? null) : null;
}

/** The numerator of a fraction in an integrand: a differential at its end is noted and left out. */
export function integrandTop(reader: Reader, tokens: readonly Token[]): Expr {
  return within(reader, tokens, (inner) => {
    inner.integrals = 1;
    const body = differentialAhead(inner) ? integer(1) : inner.shared.rules.value(inner);
    const name = readDifferential(inner);
    if (name !== null) inner.shared.differentials.push(name);
    return body;
  });
}
