import { afterSpace, isWhiteSpace } from './characters.js';

/** The words between white space, as Python's `str.split()` gives them. */
export function words(text: string): string[] {
  const found: string[] = [];
  for (let start = afterSpace(text, 0); start < text.length; ) {
    let end = start;
    while (end < text.length && !isWhiteSpace(text.charCodeAt(end))) end += 1;
    found.push(text.slice(start, end));
    start = afterSpace(text, end);
  }
  return found;
}

/**
 * One unit of meaning: a word, or a character of a script that writes no spaces, which is about half a word.
 */
export interface Unit {
  readonly text: string;
  readonly weight: 1 | 0.5;
}

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}]/u;

/** U+0E00 is the first character of a script without spaces: below it lies most text. */
const isSpaceless = (character: string): boolean =>
  (character.codePointAt(0) ?? 0) >= 0xe00 && SPACELESS.test(character);

/**
 * Units of a text in any language, lower-cased: words between white space, and single characters of the
 * scripts that write none (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan). No dictionary and no
 * locale: the same everywhere, in linear time. A Chinese or Japanese word has about two characters, hence the
 * weight of one half.
 */
export function unitsOf(text: string): Unit[] {
  return words(text.toLowerCase()).flatMap(splitWord);
}

function splitWord(word: string): Unit[] {
  const units: Unit[] = [];
  let run = '';
  const endRun = (): void => {
    if (run !== '') units.push({ text: run, weight: 1 });
    run = '';
  };
  for (const character of word) {
    if (isSpaceless(character)) {
      endRun();
      units.push({ text: character, weight: 0.5 });
    } else run += character;
  }
  endRun();
  return units;
}
