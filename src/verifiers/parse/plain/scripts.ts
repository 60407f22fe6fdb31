import { SUBSCRIPTS, SUPERSCRIPTS } from '../names.js';
import type { Token } from '../token.js';
import { isDigit, isLetter } from './characters.js';
import { charAt, digitsEnd, emit, emitOperator, refuseAt, type Scan } from './scan.js';

/** Lexes the characters of a script on their own; the lexer's main loop, passed in. */
export type Inner = (scan: Scan, chars: readonly string[], from: number) => readonly Token[];

/** A run of raised or lowered characters: `x²`, `10⁻³`, `x₁`. False when there is none here. */
export function lexRaised(scan: Scan, inner: Inner): boolean {
  const c = charAt(scan)!;
  if (c.charCodeAt(0) < 0x80) return false;
  const map = SUPERSCRIPTS.has(c) ? SUPERSCRIPTS : SUBSCRIPTS.has(c) ? SUBSCRIPTS : null;
  if (map === null) return false;
  const chars: string[] = [];
  let end = scan.at;
  for (let next = map.get(c); next !== undefined; next = map.get(scan.chars[end] ?? '')) {
    chars.push(next);
    end += 1;
  }
  const tokens = inner(scan, chars, scan.at);
  emit(
    scan,
    { kind: 'script', sub: map === SUBSCRIPTS ? tokens : null, sup: map === SUPERSCRIPTS ? tokens : null },
    end,
  );
  return true;
}

/** `^{…}` is a script, any other `^` an operator for the grammar. */
export function lexCaret(scan: Scan, inner: Inner): void {
  const group = groupAt(scan, scan.at + 1);
  if (group === null) emitOperator(scan, '^', scan.at + 1);
  else
    emit(
      scan,
      { kind: 'script', sub: null, sup: inner(scan, scan.chars.slice(scan.at + 2, group), scan.at + 2) },
      group + 1,
    );
}

/** `x_1`, `x_max`, `a_{n+1}`. */
export function lexUnderscore(scan: Scan, inner: Inner): void {
  const from = scan.at + 1;
  const group = groupAt(scan, from);
  if (group !== null) {
    emit(
      scan,
      { kind: 'script', sub: inner(scan, scan.chars.slice(from + 1, group), from + 1), sup: null },
      group + 1,
    );
    return;
  }
  const end = isDigit(scan.chars[from]) ? digitsEnd(scan, from) : lettersEnd(scan, from);
  if (end === from) {
    refuseAt(scan, 'a subscript is missing');
    return;
  }
  const sub = isDigit(scan.chars[from])
    ? inner(scan, scan.chars.slice(from, end), from)
    : scan.chars.slice(from, end).map((name, i): Token => nameToken(scan, name, from + i));
  emit(scan, { kind: 'script', sub, sup: null }, end);
}

const nameToken = (scan: Scan, name: string, at: number): Token => ({
  kind: 'name',
  name,
  start: scan.starts[at]!,
  end: scan.starts[at + 1]!,
  spaceBefore: false,
});

function lettersEnd(scan: Scan, from: number): number {
  let end = from;
  while (isLetter(scan.chars[end]) || isDigit(scan.chars[end])) end += 1;
  return end;
}

/** Index of the brace that closes the one at `at`; null when there is none. */
function groupAt(scan: Scan, at: number): number | null {
  if (scan.chars[at] !== '{') return null;
  let depth = 0;
  let i = at;
  for (; i < scan.chars.length; i += 1) {
    if (scan.chars[i] === '{') depth += 1;
    else if (scan.chars[i] === '}') {
      depth -= 1;
      if (depth === 0) break;
    }
    if ((i & 15) === 0) scan.budget.spend();
  }
  return i < scan.chars.length ? i : null;
}
