import type { Budget } from '../../../support/index.js';
import type { Expr } from '../../expr.js';
import { Refusal } from '../refusal.js';
import type { Operator, ParseFailure, Token } from '../token.js';
import { matchBrackets } from './match.js';
import { joinNumerals } from './numerals.js';

/** Nested constructs (brackets, fractions, exponents, function arguments) an answer may have. */
export const MAX_DEPTH = 200;

/** The grammar's levels that files reach through the reader, so that mutually recursive rules import no cycle. */
export interface Rules {
  /** Everything: statements separated by `;`, commas, "and", "or", with trailing conditions. */
  readonly statement: Rule;
  /** One item of a bracketed list: all but `,` and `;`. */
  readonly item: Rule;
  /** A value: set operations and all below, no relation. */
  readonly value: Rule;
  /** Sums and differences. */
  readonly sum: Rule;
  /** Products and quotients. */
  readonly term: Rule;
  /** One factor with its exponents and postfix operators. */
  readonly factor: Rule;
  /** One operand without what is written after it. */
  readonly operand: Rule;
}

/** Reads one construct at the reader's place and moves past it. */
export type Rule = (reader: Reader) => Expr;

/** What all readers of one parse share. */
export interface Shared {
  readonly rules: Rules;
  readonly budget: Budget;
  /** Names used as functions on the left of an equation: `y(x) = …`. */
  readonly calls: Set<string>;
  /** Variables of differentials found inside fractions, for the integral that waits for one. */
  readonly differentials: string[];
  /** Indices of the sums whose terms are being read: under them `x_k` is x at k. */
  readonly bound: string[];
  depth: number;
}

/** A place in one token list. `end` is the end of the innermost bracket being read. */
export interface Reader {
  readonly shared: Shared;
  readonly tokens: readonly Token[];
  /** Index of the matching bracket, or −1. */
  readonly partner: readonly number[];
  /** Openers whose bracket holds a relation or words at its own level. */
  readonly relational: ReadonlySet<number>;
  at: number;
  end: number;
  /** Absolute-value bars open in this bracket. */
  bars: number;
  /** The element of a set-builder is being read: `|` and `:` end it. */
  element: boolean;
  /** Integrals whose differential has not come yet. */
  integrals: number;
}

/** Refuses at a token, or at the end of the list where there is none. */
export function refuse(
  reader: Reader,
  message: string,
  reason: ParseFailure['reason'] = 'parse-error',
  at: number = reader.at,
): never {
  const token = at < reader.end ? reader.tokens[at] : undefined;
  const last = reader.tokens[Math.min(reader.end, reader.tokens.length) - 1];
  const start = token?.start ?? last?.end ?? 0;
  throw new Refusal({ message, start, end: token?.end ?? start, reason });
}

/** The token at the reader's place, or undefined at the end of the bracket. */
export const peek = (reader: Reader, ahead = 0): Token | undefined =>
  reader.at + ahead < reader.end ? reader.tokens[reader.at + ahead] : undefined;

/** The operator at the reader's place, or undefined. */
export function peekOperator(reader: Reader, ahead = 0): Operator | undefined {
  const token = peek(reader, ahead);
  return token?.kind === 'operator' ? token.operator : undefined;
}

/** Moves past `operator` if it is next. */
export function accept(reader: Reader, operator: Operator): boolean {
  if (peekOperator(reader) !== operator) return false;
  reader.at += 1;
  return true;
}

/** A reader over a nested token list. */
export function openReader(shared: Shared, tokens: readonly Token[]): Reader {
  shared.budget.spend(tokens.length + 1);
  const joined = joinNumerals(tokens);
  const { partner, relational, fault } = matchBrackets(joined);
  const reader: Reader = {
    shared,
    tokens: joined,
    partner,
    relational,
    at: 0,
    end: joined.length,
    bars: 0,
    element: false,
    integrals: 0,
  };
  if (fault >= 0) refuse(reader, 'this bracket has no partner', 'parse-error', fault);
  return reader;
}

/** Goes one level deeper; refuses beyond {@link MAX_DEPTH}. */
function enter(reader: Reader): void {
  const { shared } = reader;
  shared.depth += 1;
  if (shared.depth > MAX_DEPTH) refuse(reader, `nested deeper than ${MAX_DEPTH} levels`, 'unsupported');
  shared.budget.spend();
}

/** Runs `work` one level deeper; refuses beyond {@link MAX_DEPTH}. */
export function deeper<T>(reader: Reader, work: () => T): T {
  enter(reader);
  const result = work();
  reader.shared.depth -= 1;
  return result;
}

/** Refuses unless the whole list or bracket has been read. */
export function finish(reader: Reader): void {
  if (reader.at < reader.end) refuse(reader, `unexpected ${describe(reader.tokens[reader.at])}`);
}

/** Reads a nested token list with `rule`, all of it. */
export function within<T>(reader: Reader, tokens: readonly Token[], rule: (inner: Reader) => T): T {
  if (tokens.length === 0) refuse(reader, 'an operand is missing');
  return deeper(reader, () => {
    const inner = openReader(reader.shared, tokens);
    const result = rule(inner);
    finish(inner);
    return result;
  });
}

/** Reads a nested token list as a value, all of it. A lone numeral, such as most exponents, is read without the grammar. */
export function valueWithin(reader: Reader, tokens: readonly Token[]): Expr {
  const only = tokens.length === 1 ? tokens[0] : undefined;
  if (only?.kind !== 'number') return within(reader, tokens, reader.shared.rules.value);
  enter(reader);
  // The steps of a list of one token and of its operand.
  reader.shared.budget.spend(2);
  reader.shared.budget.spend();
  reader.shared.depth -= 1;
  return only.value;
}

/** Reads the inside of the bracket that opens at the reader's place with `rule`, and moves past its closer. */
export function bracketed<T>(reader: Reader, rule: (inner: Reader) => T): T {
  const close = reader.partner[reader.at] ?? -1;
  if (close < reader.at) refuse(reader, 'this bracket has no partner');
  return deeper(reader, () => {
    const { end, bars, element, integrals } = reader;
    reader.at += 1;
    reader.end = close;
    reader.bars = 0;
    reader.element = false;
    reader.integrals = 0;
    const result = rule(reader);
    finish(reader);
    reader.at = close + 1;
    reader.end = end;
    reader.bars = bars;
    reader.element = element;
    reader.integrals = integrals;
    return result;
  });
}

/** A token in words, for messages. */
export function describe(token: Token | undefined): string {
  if (token === undefined) return 'end';
  switch (token.kind) {
    case 'number':
      return `number ${token.raw.slice(0, 20)}`;
    case 'name':
      return `name ${token.name}`;
    case 'operator':
      return `'${token.operator}'`;
    case 'open':
    case 'close':
      return `'${token.bracket}'`;
    case 'text':
      return `words "${token.value.slice(0, 30)}"`;
    case 'invalid':
      return token.why;
    default:
      return token.kind;
  }
}
