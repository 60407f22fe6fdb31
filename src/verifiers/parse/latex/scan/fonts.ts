import { NUMBER_SETS } from '../../names.js';
import { isLetter, type Scan } from './scan.js';

/** A lone letter in braces or bare at `at`: the letter and where its argument ends; null for anything else. */
function loneLetter(scan: Scan, at: number): { readonly letter: string; readonly end: number } | null {
  const braced = scan.code(at) === 123;
  const begin = braced ? scan.skipSpaces(at + 1) : at;
  if (!isLetter(scan.code(begin))) return null;
  const end = braced ? scan.skipSpaces(begin + 1) : begin + 1;
  if (braced && scan.code(end) !== 125) return null;
  return { letter: scan.source.charAt(begin), end: braced ? end + 1 : end };
}

/**
 * A mathematics font: marks a lone letter (a vector, a set), and is layout for anything longer.
 */
export function font(scan: Scan, argument: number, style: 'bold' | 'script' | 'blackboard'): void {
  const begin = scan.skipSpaces(argument);
  const lone = loneLetter(scan, begin);
  if (lone === null) {
    scan.put('', begin);
    return;
  }
  const set = style === 'blackboard' ? NUMBER_SETS.get(lone.letter) : undefined;
  if (set !== undefined) scan.putTemplate({ kind: 'name', name: set }, lone.end);
  else
    scan.putTemplate(
      { kind: 'name', name: lone.letter, style: style === 'blackboard' ? 'bold' : style },
      lone.end,
    );
}
