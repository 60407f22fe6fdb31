import { isLetter, isSpace, type Scan } from './scan.js';
import { readWords, type Words } from './words.js';

/** Normal white space: runs collapsed, none at the ends. */
export const collapse = (value: string): string =>
  value
    .split(/\s/)
    .filter((part) => part !== '')
    .join(' ');

/** Puts words in the place of the source up to `end`, keeping a space before or after them as a space. */
export function putWords(scan: Scan, value: string, end: number, font?: 'upright' | 'declared'): void {
  const normal = collapse(value.normalize('NFC'));
  if (normal === '') {
    scan.put(' ', end);
    return;
  }
  if (isSpace(value.charCodeAt(0))) scan.put(' ', scan.pos);
  scan.putTemplate(
    font === undefined ? { kind: 'upright', value: normal } : { kind: 'upright', value: normal, font },
    end,
  );
  if (isSpace(value.charCodeAt(value.length - 1))) scan.put(' ', scan.pos);
}

/** Goes on after some words: mathematics inside them, or what follows them. */
function continueAfter(scan: Scan, words: Words): void {
  if (words.stop === 'math') scan.fail('mathematics inside words', words.end, words.end + 1);
  putWords(scan, words.value, words.end);
  if (words.stop === 'dollar') scan.push('words');
}

/** `\text{…}` and its relatives: words, with mathematics between dollar signs. */
export function text(scan: Scan, argument: number): void {
  const { source } = scan;
  const brace = scan.skipSpaces(argument);
  if (source.charCodeAt(brace) === 123) {
    const words = readWords(scan, brace + 1);
    // `\text{\frac{1}{2}}` holds no words at all: it is mathematics set as text by mistake.
    if (words.stop === 'math' && collapse(words.value) === '') scan.put('', brace);
    else continueAfter(scan, words);
    return;
  }
  const end = isLetter(source.charCodeAt(brace)) ? brace + 1 : brace;
  putWords(scan, source.slice(brace, end), end);
}

/** At the dollar sign that ends mathematics inside words: reads on. */
export function resumeWords(scan: Scan, at: number): void {
  scan.frames.pop();
  continueAfter(scan, readWords(scan, at));
}

/**
 * `\mathrm{…}` and `\operatorname{…}`: letters alone become one symbol, whose role its neighbours decide. Other
 * contents stay mathematics; KaTeX then marks them as upright.
 */
export function upright(scan: Scan, argument: number, as: 'mathrm' | 'operatorname'): void {
  const { source } = scan;
  const star = source.charCodeAt(argument) === 42 ? argument + 1 : argument;
  const brace = scan.skipSpaces(star);
  if (source.charCodeAt(brace) !== 123) {
    const letter = isLetter(source.charCodeAt(brace));
    if (letter) putWords(scan, source.charAt(brace), brace + 1);
    else scan.put('', brace);
    return;
  }
  const words = readWords(scan, brace + 1, true);
  if (words.stop === 'brace') {
    putWords(scan, words.value, words.end, as === 'operatorname' ? 'declared' : 'upright');
    return;
  }
  scan.put(as === 'mathrm' ? '\\mathrm' : '', brace);
}

/** `{\rm cm}`: the letters up to the end of the group are upright. */
export function uprightSwitch(scan: Scan, argument: number): void {
  const { source } = scan;
  if (source.charCodeAt(scan.skipSpaces(argument)) === 123) {
    upright(scan, argument, 'mathrm');
    return;
  }
  let end = scan.skipSpaces(argument);
  while (isLetter(source.charCodeAt(end)) || isSpace(source.charCodeAt(end))) end += 1;
  putWords(scan, source.slice(scan.skipSpaces(argument), end), end);
}
