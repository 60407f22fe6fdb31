import type { Role } from './scan.js';
import { isDigit, isSpace } from './scan.js';

interface Mark {
  readonly at: number;
  readonly size: number;
  readonly side: 'either' | 'open' | 'close';
}

/** Delimiters of mathematics in the source, in order; an escaped one is none. */
function marksOf(source: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 36) {
      const size = source.charCodeAt(at + 1) === 36 ? 2 : 1;
      marks.push({ at, size, side: 'either' });
      at += size - 1;
    } else if (code === 92) {
      const next = source.charCodeAt(at + 1);
      if (next === 40 || next === 91) marks.push({ at, size: 2, side: 'open' });
      if (next === 41 || next === 93) marks.push({ at, size: 2, side: 'close' });
      at += 1;
    }
  }
  return marks;
}

/** `$5 and $10`, `$5-$10`: two dollar signs, each before a digit, are money. */
const isMoney = (source: string, open: Mark, close: Mark): boolean =>
  open.size === 1 &&
  close.size === 1 &&
  isDigit(source.charCodeAt(open.at + 1)) &&
  isDigit(source.charCodeAt(close.at + 1)) &&
  (isSpace(source.charCodeAt(close.at - 1)) || source.charCodeAt(close.at - 1) === 45);

/**
 * Pairs the delimiters from the left. A dollar sign without a partner is money in a source without commands or
 * scripts, else the rest of a pair that was cut: it is dropped like a stray `\(` or `\]` (its role is a close).
 */
export function mathRoles(source: string): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>();
  if (!source.includes('$') && !source.includes('\\(') && !source.includes('\\[')) return roles;
  const marks = marksOf(source);
  const typeset = source.includes('\\') || source.includes('^') || source.includes('_');
  for (let i = 0; i < marks.length; i += 1) {
    const open = marks[i] as Mark;
    const close = marks[i + 1];
    const pair =
      open.side !== 'close' &&
      close !== undefined &&
      (open.side === 'open' ? close.side === 'close' : close.side === 'either' && close.size === open.size);
    if (pair && !isMoney(source, open, close)) {
      roles.set(open.at, 'open');
      roles.set(close.at, 'close');
      i += 1;
    } else roles.set(open.at, open.side === 'either' && open.size === 1 && !typeset ? 'currency' : 'close');
  }
  return roles;
}
