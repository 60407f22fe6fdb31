import { decimalNumeral } from '../numeral.js';
import type { Token } from '../token.js';

/**
 * Joins the groups of one numeral before anything else is read: `12,345`, `1{,}000`, `1 000 000`, `3{,}14`.
 *
 * A bare comma groups only outside brackets, only without a space after it, and only when every group it makes
 * is right: `12,345` is one number; `1,2,3`, `12,34`, `10, 20` are lists and `(1,234)` is a pair. A group that
 * begins with 0 is no list item, so `(1,000)` is one number everywhere.
 */
export function joinNumerals(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(continues)) return tokens;
  const joined: Token[] = [];
  let depth = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (token.kind === 'open') depth += 1;
    else if (token.kind === 'close') depth -= 1;
    const run = token.kind === 'number' ? numeralRun(tokens, i, depth > 0) : null;
    if (run === null) joined.push(token);
    else {
      joined.push({ ...token, raw: run.raw, value: decimalNumeral(run.raw), kind: 'number', end: run.end });
      i = run.last;
    }
  }
  return joined;
}

interface Run {
  readonly raw: string;
  readonly end: number;
  /** Index of the run's last token. */
  readonly last: number;
}

type NumberToken = Extract<Token, { kind: 'number' }>;

/** A number token directly after a number or after a comma or braced point that follows one. */
const continues = (token: Token, i: number, tokens: readonly Token[]): boolean => {
  if (token.kind !== 'number' || i === 0) return false;
  const before = tokens[i - 1]!;
  if (before.kind === 'number') return true;
  return (
    before.kind === 'operator' &&
    (before.operator === ',' || before.mark === 'grouping') &&
    tokens[i - 2]?.kind === 'number'
  );
};

function numeralRun(tokens: readonly Token[], at: number, bracketed: boolean): Run | null {
  const first = tokens[at] as NumberToken;
  const run =
    markedRun(tokens, at, first) ?? commaRun(tokens, at, first, bracketed) ?? spacedRun(tokens, at, first);
  // A period, as in `0.(7)`, ends its numeral: no group belongs to it.
  return run?.raw.includes('(') ? null : run;
}

const isWhole = (raw: string): boolean => !raw.includes('.') && !raw.includes('e') && !raw.includes('E');

/** Digits before the point of a numeral. */
const wholeLength = (raw: string): number => (isWhole(raw) ? raw.length : raw.indexOf('.'));

/** A first group: one to three digits, not starting with 0. */
const isFirstGroup = (raw: string): boolean =>
  isWhole(raw) && raw.length <= 3 && raw.length > 0 && raw.charCodeAt(0) !== 48;

/** Collects `first sep number sep number …`, where `separates` accepts a separator and the number after it. */
function collect(
  tokens: readonly Token[],
  at: number,
  separates: (separator: Token, next: NumberToken) => boolean,
): NumberToken[] {
  const groups = [tokens[at] as NumberToken];
  for (let i = at + 1; i + 1 < tokens.length; i += 2) {
    const next = tokens[i + 1]!;
    if (next.kind !== 'number' || !separates(tokens[i]!, next)) break;
    groups.push(next);
  }
  return groups;
}

/** Groups of three, the last one possibly with decimals. */
const areThousands = (groups: readonly NumberToken[]): boolean =>
  groups.length > 1 &&
  isFirstGroup(groups[0]!.raw) &&
  groups.every(
    (group, i) =>
      i === 0 || (wholeLength(group.raw) === 3 && (i === groups.length - 1 || isWhole(group.raw))),
  );

function runOf(groups: readonly NumberToken[], raw: string, last: number): Run {
  return { raw, end: groups[groups.length - 1]!.end, last };
}

/** `1{,}000{,}000` (thousands) and `3{,}14` or `3{.}14` (a decimal mark). */
function markedRun(tokens: readonly Token[], at: number, first: NumberToken): Run | null {
  const mark = tokens[at + 1];
  if (mark?.kind !== 'operator' || mark.mark !== 'grouping') return null;
  const same = (separator: Token): boolean =>
    separator.kind === 'operator' && separator.mark === 'grouping' && separator.operator === mark.operator;
  const groups = collect(tokens, at, same);
  const last = at + 2 * (groups.length - 1);
  const thousands = areThousands(groups) && (mark.operator === ',' || groups.length > 2);
  if (thousands) return runOf(groups, groups.map((group) => group.raw).join(''), last);
  const decimal = groups.length === 2 && isWhole(first.raw) && isWhole(groups[1]!.raw);
  return decimal ? runOf(groups, `${first.raw}.${groups[1]!.raw}`, last) : null;
}

const isBareComma = (token: Token | undefined): boolean =>
  token?.kind === 'operator' && token.operator === ',' && token.mark === undefined && !token.spaceBefore;

/** `12,345`, unless the comma goes on as a list: `1,234,x`, `x,123,456`. */
function commaRun(tokens: readonly Token[], at: number, first: NumberToken, bracketed: boolean): Run | null {
  if (!isBareComma(tokens[at + 1]) || !isFirstGroup(first.raw)) return null;
  if (!first.spaceBefore && isBareComma(tokens[at - 1])) return null;
  const groups = collect(tokens, at, (separator, next) => isBareComma(separator) && !next.spaceBefore);
  if (!areThousands(groups)) return null;
  const last = at + 2 * (groups.length - 1);
  const after = tokens[last + 2];
  if (isBareComma(tokens[last + 1]) && after !== undefined && !after.spaceBefore) return null;
  if (bracketed && !groups.some((group, i) => i > 0 && group.raw.charCodeAt(0) === 48)) return null;
  return runOf(groups, groups.map((group) => group.raw).join(''), last);
}

/** `1 000 000`, and decimals in groups of three: `3.141 592 653`. */
function spacedRun(tokens: readonly Token[], at: number, first: NumberToken): Run | null {
  const groups = [first];
  for (let i = at + 1; i < tokens.length; i += 1) {
    const next = tokens[i]!;
    if (next.kind !== 'number' || !next.spaceBefore || next.wide === true) break;
    groups.push(next);
  }
  if (groups.length === 1) return null;
  const point = first.raw.indexOf('.');
  const decimals = point >= 0 && (first.raw.length - point - 1) % 3 === 0 && first.raw.length - point > 1;
  const tail = groups.slice(1);
  const fits = decimals
    ? tail.every(
        (group, i) =>
          isWhole(group.raw) && (group.raw.length === 3 || i === tail.length - 1) && group.raw.length <= 3,
      )
    : areThousands(groups);
  if (!fits) return null;
  return runOf(groups, groups.map((group) => group.raw).join(''), at + groups.length - 1);
}
