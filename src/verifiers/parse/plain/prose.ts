import { isForeignLetter, isLetter } from './characters.js';
import { emit, type Scan, skipSpaces } from './scan.js';
import { isWord, TRUTH_WORDS } from './words.js';

/** Verbs and joiners before which "a" is the name a. */
const VERBS: ReadonlySet<string> = new Set([
  'is',
  'are',
  'and',
  'or',
  'be',
  'to',
  'equals',
  'for',
  'if',
  'when',
  'where',
]);

const isWordCharacter = (c: string | undefined): boolean =>
  c !== undefined && (isLetter(c) || isForeignLetter(c));

/** Scripts written without spaces: a letter of another script beside them is a name. */
const isIdeograph = (c: string): boolean => c.charCodeAt(0) >= 0x2e80;

/** End of the letters at `at` that belong to one script. */
function lettersEnd(scan: Scan, at: number): number {
  const first = scan.chars[at];
  if (first === undefined) return at;
  const ideographs = isIdeograph(first);
  let end = at;
  while (isWordCharacter(scan.chars[end]) && isIdeograph(scan.chars[end]!) === ideographs) end += 1;
  return end;
}

/** End of a word with its inner apostrophes and hyphens: "don't", "non-zero". */
function wordEnd(scan: Scan, at: number): number {
  let end = at;
  for (;;) {
    end = lettersEnd(scan, end);
    const mark = scan.chars[end];
    const joins = mark === "'" || mark === '’' || mark === '-';
    if (!joins || end === at || !isWordCharacter(scan.chars[end + 1])) return end;
    if (mark === '-' && !isWord(wordFrom(scan, end + 1))) return end;
    end += 1;
  }
}

function wordFrom(scan: Scan, at: number): string {
  return scan.chars.slice(at, lettersEnd(scan, at)).join('');
}

/** One text token of all words from here to the next mathematics, single spaces between them. */
export function lexProse(scan: Scan): void {
  const found: string[] = [];
  let end = scan.at;
  for (let at = scan.at; ; ) {
    const stop = wordEnd(scan, at);
    found.push(scan.chars.slice(at, stop).join(''));
    scan.budget.spend(1 + (stop - at));
    end = stop;
    const next = skipSpaces(scan, stop);
    if (next === stop || TRUTH_WORDS.has(found[0]!) || !belongs(scan, next)) break;
    at = next;
  }
  emit(scan, { kind: 'text', value: found.join(' ') }, end);
}

/** True when the letters at `at` go on with the prose: a word, or a small word with a word after it. */
function belongs(scan: Scan, at: number): boolean {
  if (!isWordCharacter(scan.chars[at])) return false;
  const word = wordFrom(scan, at);
  if (isForeignLetter(word)) return true;
  if (TRUTH_WORDS.has(word)) return false;
  if (isWord(word)) return scan.chars[at + word.length] !== '(';
  const after = skipSpaces(scan, at + word.length);
  const next = after > at + word.length ? wordFrom(scan, after) : '';
  if (word.length === 1)
    return (word === 'a' || word === 'A' || word === 'I') && isWord(next) && !VERBS.has(next);
  return isWord(next);
}
