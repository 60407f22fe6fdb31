import { decimalNumeral } from '../numeral.js';
import type { Token } from '../token.js';
import { lastToken, refuseAt, type Scan } from './scan.js';

/** Combining marks → accent. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['\u0304', 'bar'],
  ['\u0305', 'overline'],
  ['\u20d7', 'vec'],
  ['\u0302', 'hat'],
  ['\u0307', 'dot'],
  ['\u0308', 'ddot'],
  ['\u0303', 'tilde'],
]);

/** True for a combining mark that is an accent in mathematics. */
export const isCombining = (c: string): boolean => MARKS.has(c);

/** Puts an accent over the name or digit just read; bars over neighbouring digits make one period. */
export function lexCombining(scan: Scan, mark: string): void {
  const accent = MARKS.get(mark)!;
  const last = lastToken(scan);
  if (last?.kind === 'name') {
    scan.tokens.pop();
    scan.tokens.push({
      kind: 'accent',
      accent,
      tokens: [last],
      start: last.start,
      end: last.end,
      spaceBefore: last.spaceBefore,
    });
  } else if (last?.kind === 'number') accentDigit(scan, last, accent);
  else refuseAt(scan, 'an accent over nothing');
  scan.at += 1;
}

type NumberToken = Extract<Token, { kind: 'number' }>;

function accentDigit(scan: Scan, last: NumberToken, accent: string): void {
  scan.tokens.pop();
  const head = last.raw.slice(0, -1);
  const digit = last.raw.slice(-1);
  const before = lastToken(scan);
  if (head !== '') scan.tokens.push({ ...last, raw: head, value: decimalNumeral(head), end: last.end - 1 });
  const joins =
    head === '' &&
    before?.kind === 'accent' &&
    before.accent === accent &&
    before.tokens[0]?.kind === 'number';
  const raw = joins ? (before.tokens[0] as NumberToken).raw + digit : digit;
  if (joins) scan.tokens.pop();
  const start = joins ? before.start : last.end - 1;
  const number: NumberToken = { ...last, raw, value: decimalNumeral(raw), start, spaceBefore: false };
  scan.tokens.push({ kind: 'accent', accent, tokens: [number], start, end: last.end, spaceBefore: false });
}
