import { SUBSCRIPTS, SUPERSCRIPTS, VULGAR_FRACTIONS } from '../../names.js';
import { CHARACTER_MARKERS, isReserved } from '../commands/markers.js';
import { root } from './roots.js';
import { isDigit, isLetter, type Scan } from './scan.js';

/** Spaces of unicode; all are blanks. */
const isUnicodeSpace = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x2028;

/** Characters that print nothing. */
const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x2060 && code <= 0x2064) ||
  code === 0xfeff ||
  code === 0xfe0f;

/** Chinese, Japanese and Korean letters. */
const isIdeograph = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7af) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  code === 0x3005;

/** Latin letters with accents, which only words have. */
const isAccented = (code: number): boolean => code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;

/** End of the run of characters that `is` holds for. */
function runEnd(scan: Scan, is: (code: number) => boolean): number {
  let end = scan.pos;
  while (is(scan.code(end))) end += 1;
  return end;
}

/** `x²³` is a script of the characters it raises. */
function scriptRun(scan: Scan, table: ReadonlyMap<string, string>, mark: string): void {
  let end = scan.pos;
  let raised = '';
  for (
    let next = table.get(scan.source.charAt(end));
    next !== undefined;
    next = table.get(scan.source.charAt(end))
  ) {
    raised += next;
    end += 1;
  }
  scan.put(`${mark}{${raised}}`, end);
}

const ROOTS: ReadonlyMap<number, string> = new Map([
  [0x221a, ''],
  [0x221b, '[3]'],
  [0x221c, '[4]'],
]);

/** Styled and full-width letters and digits are the plain ones. */
function plainForm(codePoint: number, character: string): string {
  if (codePoint >= 0xff01 && codePoint <= 0xff5e) return String.fromCharCode(codePoint - 0xfee0);
  return codePoint >= 0x1d400 && codePoint <= 0x1d7ff ? character.normalize('NFKC') : character;
}

/** Letters and digits go as they are, ASCII signs with a meaning in LaTeX are not made here. */
function putPlain(scan: Scan, plain: string, end: number): void {
  const marker = CHARACTER_MARKERS.get(plain);
  if (marker !== undefined) scan.put(marker, end);
  else if (isLetter(plain.charCodeAt(0)) || isDigit(plain.charCodeAt(0))) scan.put(plain, end);
  else if (plain === '＾' || plain === '^') scan.put('^', end);
  else scan.fail(`unexpected character '${plain}'`, scan.pos, end);
}

/** The character beyond ASCII at the current offset. */
export function character(scan: Scan): void {
  const { source, pos } = scan;
  const codePoint = source.codePointAt(pos) ?? 0;
  const size = codePoint > 0xffff ? 2 : 1;
  const symbol = String.fromCodePoint(codePoint);
  const marker = CHARACTER_MARKERS.get(symbol);
  const fraction = VULGAR_FRACTIONS.get(symbol);
  const index = ROOTS.get(codePoint);
  if (marker !== undefined) scan.put(marker, pos + size);
  else if (isUnicodeSpace(codePoint)) scan.put(' ', pos + size);
  else if (isInvisible(codePoint)) scan.put('', pos + size);
  else if (SUPERSCRIPTS.has(symbol)) scriptRun(scan, SUPERSCRIPTS, '^');
  else if (SUBSCRIPTS.has(symbol)) scriptRun(scan, SUBSCRIPTS, '_');
  else if (fraction !== undefined) scan.put(`\\frac{${fraction[0]}}{${fraction[1]}}`, pos + size);
  else if (index !== undefined) root(scan, pos + size, index);
  else if (isIdeograph(codePoint)) putText(scan, runEnd(scan, isIdeograph));
  else if (isAccented(codePoint)) putText(scan, runEnd(scan, isAccented));
  else if (isReserved(codePoint)) scan.fail('unexpected private-use character', pos, pos + size);
  else putPlain(scan, plainForm(codePoint, symbol), pos + size);
}

function putText(scan: Scan, end: number): void {
  scan.putTemplate({ kind: 'text', value: scan.source.slice(scan.pos, end) }, end);
}
