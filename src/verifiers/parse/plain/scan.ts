import type { Budget } from '../../../support/index.js';
import { type Operator, type ParseFailure, POSTFIX_OPERATORS, type Token } from '../token.js';
import { type Characters, isDigit } from './characters.js';

/** The lexer's place in its characters and what it has found. */
export interface Scan extends Characters {
  readonly budget: Budget;
  readonly tokens: Token[];
  at: number;
  /** White space stands before the next token. */
  space: boolean;
  /** A line break stands before the next token. */
  wide: boolean;
  /** Program notation (`**`, `2*I`): capital I and E may be constants. */
  readonly code: boolean;
  failure: ParseFailure | null;
}

/** A token's fields without its place. */
export type Bare = Token extends infer T
  ? T extends Token
    ? Omit<T, 'start' | 'end' | 'spaceBefore' | 'wide'>
    : never
  : never;

/** Emits a fresh token that takes the characters from `from` to `to`, and moves there. */
export function emit(scan: Scan, bare: Bare, to: number, from: number = scan.at): void {
  // Erasure point: a token without its place becomes the token when the place is written into it.
  const token = bare as { start?: number; end?: number; spaceBefore?: boolean; wide?: true };
  token.start = scan.starts[from] ?? 0;
  token.end = scan.starts[to] ?? 0;
  token.spaceBefore = scan.space;
  if (scan.wide && scan.tokens.length > 0) token.wide = true;
  scan.tokens.push(token as Token);
  scan.at = to;
  scan.space = false;
  scan.wide = false;
}

/** Emits an operator that ends before `to`. */
export const emitOperator = (scan: Scan, operator: Operator, to: number): void =>
  emit(scan, { kind: 'operator', operator }, to);

/** Emits a name from `from` to `to`. */
export const emitName = (scan: Scan, name: string, to: number, from: number = scan.at): void =>
  emit(scan, { kind: 'name', name }, to, from);

/** The character `ahead` places on; undefined past the end. */
export const charAt = (scan: Scan, ahead = 0): string | undefined => scan.chars[scan.at + ahead];

/** The token emitted last. */
export const lastToken = (scan: Scan): Token | undefined => scan.tokens[scan.tokens.length - 1];

/** Refuses the source at the current character. */
export function refuseAt(scan: Scan, message: string, length = 1): void {
  const start = scan.starts[scan.at] ?? 0;
  const end = scan.starts[Math.min(scan.at + length, scan.chars.length)] ?? start;
  scan.failure ??= { message, start, end, reason: 'parse-error' };
}

/** True when an operand is complete just before the current place. */
export function afterOperand(scan: Scan): boolean {
  const last = lastToken(scan);
  if (last === undefined || last.kind === 'open') return false;
  return last.kind !== 'operator' || POSTFIX_OPERATORS.has(last.operator);
}

/** Index of the first character at or after `at` that is no space. */
export function skipSpaces(scan: Scan, at: number): number {
  let i = at;
  while (scan.chars[i] === ' ') i += 1;
  return i;
}

/** End of the digits that start at `at`. */
export function digitsEnd(scan: Scan, at: number): number {
  let i = at;
  while (isDigit(scan.chars[i])) i += 1;
  return i;
}
