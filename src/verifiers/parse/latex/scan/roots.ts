import { isDigit, numeralEnd, type Scan } from './scan.js';

/**
 * The argument of a root at the current offset. Digits are taken together (`\sqrt12` means √12, although TeX
 * prints √1 2), a sign stays with its digits, and parentheses are an argument (`\sqrt(2)`).
 */
export function radicand(scan: Scan, closer = ''): void {
  const begin = scan.skipSpaces(scan.pos);
  const code = scan.code(begin);
  if (code === 123) {
    if (closer === '') return;
    scan.put('{', begin + 1);
    scan.push('brace', closer);
    return;
  }
  scan.countBare();
  if (code === 40) {
    scan.put('{(', begin + 1);
    scan.push('parenthesis', `}${closer}`);
    if (scan.top !== undefined) scan.top.depth = 1;
    return;
  }
  const signed = code === 45 && isDigit(scan.code(begin + 1));
  const end = numeralEnd(scan.source, signed ? begin + 1 : begin);
  if (end > begin) {
    scan.put('{', begin);
    scan.pos = end;
    scan.put(`}${closer}`, end);
  } else if (closer !== '') scan.fail('expected the argument of a root', begin, begin + 1);
}

/** A root command: `wrapped` puts braces around the whole of it, for use as a script. */
export function root(scan: Scan, argument: number, index = '', wrapped = false): void {
  scan.put(`${wrapped ? '{' : ''}\\sqrt${index} `, argument);
  const closer = wrapped ? '}' : '';
  const begin = scan.skipSpaces(argument);
  if (index === '' && scan.code(begin) === 91) {
    scan.put('[', begin + 1);
    scan.push('option', ']', (after) => radicand(after, closer));
    if (scan.top !== undefined) scan.top.depth = 1;
  } else radicand(scan, closer);
}
