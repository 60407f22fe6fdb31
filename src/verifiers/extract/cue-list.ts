import { isLatin, isLetter } from './characters.js';

/** Cues by one of their characters: of the characters of a text, few begin or end one. */
export interface CueIndex {
  /** By code unit below 128. */
  readonly ascii: readonly (readonly string[] | undefined)[];
  readonly other: ReadonlyMap<number, readonly string[]>;
}

/** Words and phrases that are looked for together, by their first and by their last character. It is a list of them as well. */
export interface Cues extends ReadonlyArray<string> {
  readonly beginnings: CueIndex;
  readonly endings: CueIndex;
}

function indexBy(words: readonly string[], codeOf: (word: string) => number): CueIndex {
  const ascii: (string[] | undefined)[] = new Array(128).fill(undefined);
  const other = new Map<number, string[]>();
  for (const word of words) {
    const code = codeOf(word);
    const list = (code < 128 ? ascii[code] : other.get(code)) ?? [];
    list.push(word);
    if (code < 128) ascii[code] = list;
    else other.set(code, list);
  }
  return { ascii, other };
}

/** Indexes words once, so that a text is passed over once for all of them and not once for each. */
export const cueList = (words: readonly string[]): Cues =>
  Object.assign([...words], {
    beginnings: indexBy(words, (word) => word.charCodeAt(0)),
    endings: indexBy(words, (word) => word.charCodeAt(word.length - 1)),
  });

const NONE: readonly string[] = [];

const under = ({ ascii, other }: CueIndex, code: number): readonly string[] =>
  (code < 128 ? ascii[code] : other.get(code)) ?? NONE;

/** The cues that begin with the character at `at`. */
export const cuesAt = (folded: string, at: number, cues: Cues): readonly string[] =>
  under(cues.beginnings, folded.charCodeAt(at));

/** True for a letter of a script that sets words apart by spaces. */
const isWordCode = (code: number): boolean => (code < 128 ? isLatin(code) : isLetter(code) && code < 0x3040);

/** True when the character at `at` is such a letter; false beyond the text. */
const isWordCharacter = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && isWordCode(text.charCodeAt(at));

/** True when `cue` stands at `at` and no word goes on beyond its end. */
const standsAt = (folded: string, cue: string, at: number): boolean =>
  folded.startsWith(cue, at) &&
  !(isWordCharacter(folded, at + cue.length) && isWordCharacter(cue, cue.length - 1));

/** True when one of `cues` ends right before `end`, as a whole word at its beginning. */
export const endsAt = (folded: string, end: number, cues: Cues): boolean =>
  under(cues.endings, folded.charCodeAt(end - 1)).some(
    (cue) =>
      cue.length <= end &&
      folded.startsWith(cue, end - cue.length) &&
      !(isWordCharacter(cue, 0) && isWordCharacter(folded, end - cue.length - 1)),
  );

/** The end of the longest of `candidates` that stands at `at` as a whole word, or −1. */
function longestEnd(folded: string, candidates: readonly string[], at: number): number {
  let best = -1;
  for (const cue of candidates) {
    if (at + cue.length > best && standsAt(folded, cue, at)) best = at + cue.length;
  }
  return best;
}

/** The offset of the first of `cues` in `folded` (lower case) as a whole word, or −1. */
export function findCue(folded: string, { beginnings }: Cues): number {
  let inWord = false;
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    const isWord = isWordCode(code);
    if (!(inWord && isWord) && longestEnd(folded, under(beginnings, code), at) >= 0) return at;
    inWord = isWord;
  }
  return -1;
}

/** True when any of `cues` occurs in `folded` as a whole word. */
export const hasCue = (folded: string, cues: Cues): boolean => findCue(folded, cues) >= 0;

/** The offset after the last of `cues` in `folded` as a whole word, or −1. */
export function lastCueEnd(folded: string, { beginnings }: Cues): number {
  let best = -1;
  let inWord = false;
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    const isWord = isWordCode(code);
    if (!(inWord && isWord)) best = Math.max(best, longestEnd(folded, under(beginnings, code), at));
    inWord = isWord;
  }
  return best;
}
