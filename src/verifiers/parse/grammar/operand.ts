import { apply, type Expr, integer, text } from '../../expr.js';
import type { Token } from '../token.js';
import { readAccent } from './accent.js';
import { readArray } from './array.js';
import { letterDigits } from './bases.js';
import { readBracket } from './bracket.js';
import { readFraction } from './fraction.js';
import { readName } from './name.js';
import { readNumber } from './number.js';
import { readOperatorOperand } from './prefix.js';
import { deeper, describe, peek, type Reader, refuse, valueWithin, within } from './reader.js';
import { leadingScript } from './script.js';
import { readPhrase } from './words.js';

/** One operand without what is written after it. */
export function readOperand(reader: Reader): Expr {
  const token = peek(reader);
  if (token === undefined) return refuse(reader, 'an operand is missing');
  reader.shared.budget.spend();
  switch (token.kind) {
    case 'number':
      return readNumber(reader, token);
    case 'name':
      return readName(reader, token);
    case 'operator':
      return readOperatorOperand(reader, token.operator);
    case 'open':
    case 'close':
      return readBracket(reader, token);
    case 'group':
      return readGroup(reader, token.tokens);
    case 'fraction':
      return readFraction(reader, token);
    case 'binomial':
    case 'root':
      reader.at += 1;
      return token.kind === 'root' ? rootOf(reader, token) : binomialOf(reader, token);
    case 'script':
      return leadingScript(reader);
    case 'accent':
      return readAccent(reader, token);
    case 'array':
      return readArray(reader, token);
    case 'text':
      return readText(reader, token);
    case 'invalid':
      return refuse(reader, token.why);
  }
}

function rootOf(reader: Reader, token: Extract<Token, { kind: 'root' }>): Expr {
  const radicand = valueWithin(reader, token.radicand);
  return apply('Root', radicand, token.index === null ? integer(2) : valueWithin(reader, token.index));
}

function binomialOf(reader: Reader, token: Extract<Token, { kind: 'binomial' }>): Expr {
  return apply('Binomial', valueWithin(reader, token.top), valueWithin(reader, token.bottom));
}

/** A braced group; an empty one is only a place for scripts (`{}_nC_k`) or nothing at all. */
function readGroup(reader: Reader, tokens: readonly Token[]): Expr {
  reader.at += 1;
  if (tokens.length === 0) {
    for (let next = peek(reader); next?.kind === 'group' && next.tokens.length === 0; next = peek(reader))
      reader.at += 1;
    return deeper(reader, () => readOperand(reader));
  }
  return within(reader, tokens, reader.shared.rules.statement);
}

const SEPARATING: ReadonlySet<string> = new Set(', ; = != and or not in implies iff : | assign .'.split(' '));

const isBoundary = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === 'text' ||
  token.kind === 'open' ||
  token.kind === 'close' ||
  (token.kind === 'operator' && SEPARATING.has(token.operator));

/** Words are an operand only where they stand alone: an item of a list, a side of an equation. */
function readText(reader: Reader, token: Extract<Token, { kind: 'text' }>): Expr {
  const digits = letterDigits(reader);
  if (digits !== null) return digits;
  const before = reader.tokens[reader.at - 1];
  const after = peek(reader, 1);
  if (!isBoundary(before) || !(isBoundary(after) || after?.wide === true) || after?.kind === 'open') {
    return refuse(reader, `unexpected ${describe(token)}`);
  }
  reader.at += 1;
  if (readPhrase(token.value)?.role === 'otherwise') return text('otherwise');
  return text(token.value.trim().split(/\s+/u).join(' '));
}
