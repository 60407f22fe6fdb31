import { root } from './roots.js';
import { isDigit, isLetter, numeralEnd, type Scan } from './scan.js';
import { readName } from './words.js';

/** Puts braces around the source up to `end`. */
function brace(scan: Scan, begin: number, end: number): void {
  scan.put('{', begin);
  scan.pos = end;
  scan.out.insert('}', end);
}

/** `\log_28` prints log₂8: the subscript of a logarithm is one digit, except in base ten. */
function isLogarithm(scan: Scan): boolean {
  return scan.lastCommand === 'log' && scan.lastCommandEnd === scan.pos;
}

/** End of a signed script (`-1`, `-n`, `+1`) that begins at `at`; `at` when only the sign is raised (`0^+`). */
function signedEnd(scan: Scan, at: number): number {
  const digits = numeralEnd(scan.source, at + 1);
  if (digits > at + 1) return digits;
  return scan.code(at) === 45 && isLetter(scan.code(at + 1)) ? at + 2 : at;
}

/**
 * A script mark. TeX raises one character; people who write `x^12`, `10^-3`, `2^0.5` or `x^(1/2)` mean the whole
 * number or parenthesis, so it is put in braces. Letters are left to TeX: `x^2y` raises the 2 alone.
 */
export function script(scan: Scan): void {
  const logarithm = isLogarithm(scan) && scan.code(scan.pos) === 95;
  const begin = scan.skipSpaces(scan.pos + 1);
  const code = scan.code(begin);
  scan.pos = begin;
  if (isDigit(code) || (code === 46 && isDigit(scan.code(begin + 1)))) {
    const end = numeralEnd(scan.source, begin);
    if (end - begin > 1 && (!logarithm || scan.source.slice(begin, end) === '10')) brace(scan, begin, end);
    else scan.pos = begin + 1;
  } else if (code === 45 || code === 43) {
    const end = signedEnd(scan, begin);
    if (end > begin) brace(scan, begin, end);
    else scan.pos = begin + 1;
  } else if (code === 40) {
    scan.put('{(', begin + 1);
    scan.push('parenthesis', '}');
    if (scan.top !== undefined) scan.top.depth = 1;
  } else if (code === 92) {
    const { name, end } = readName(scan, begin);
    if (name === 'sqrt') root(scan, end, '', true);
  }
}
