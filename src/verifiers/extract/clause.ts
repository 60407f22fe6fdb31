/** Words that open a clause after a value: when it is taken, for what it holds, why; or put another value aside. */
const CLAUSE =
  /[\s,$](?:attained|achieved|reached|when|whenever|since|because|for (?:all|every|any)|with equality|and not|not) /g;

/** A figure or mathematics. */
const FIGURE = /[\d$\\]/;

/**
 * The length of a sentence without the clause at its end that says when, why or for what its value is so: "18, attained when
 * x = 3". `words` is the sentence (lower case) with its mathematics blanked out.
 */
export function mainClause(sentence: string, words: string): number {
  for (const { index, 0: opener } of words.matchAll(CLAUSE)) {
    const isContrast = opener.endsWith('not ');
    if (isContrast && words[index] !== ',' && words[index - 1] !== ',') continue;
    if (FIGURE.test(sentence.slice(0, index))) return index;
  }
  return sentence.length;
}

const BOLD_FIGURE = /\*\*[^*\n]{0,40}\d[^*\n]{0,40}\*\*/g;

/** Two bold figures or more: which of them is its value a sentence does not say. */
export const holdsBoldValues = (text: string, start: number, end: number): boolean =>
  text.includes('**', start) && (text.slice(start, end).match(BOLD_FIGURE)?.length ?? 0) > 1;
