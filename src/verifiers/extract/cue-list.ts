import { isLatin, isLetter } from './characters.js';

/** Cues by the character they begin with: of the characters of a text, few begin one. */
export interface CueIndex {
  /** By code unit below 128. */
  readonly ascii: readonly (readonly string[] | undefined)[];
  readonly other: ReadonlyMap<number, readonly string[]>;
}

/** Words and phrases that are looked for together, with their index. It is a list of them as well. */
export interface Cues extends ReadonlyArray<string> {
  readonly index: CueIndex;
}

function indexOf(words: readonly string[]): CueIndex {
  const ascii: (string[] | undefined)[] = new Array(128).fill(undefined);
  const other = new Map<number, string[]>();
  for (const word of words) {
    const code = word.charCodeAt(0);
    const list = (code < 128 ? ascii[code] : other.get(code)) ?? [];
    list.push(word);
    if (code < 128) ascii[code] = list;
    else other.set(code, list);
  }
  return { ascii, other };
}

/** Indexes words once, so that a text is passed over once for all of them and not once for each. */
export const cueList = (words: readonly string[]): Cues =>
  Object.assign([...words], { index: indexOf(words) });

/** The cues that begin with the character at `at`. */
export function cuesAt(folded: string, at: number, { index }: Cues): readonly string[] {
  const code = folded.charCodeAt(at);
  return (code < 128 ? index.ascii[code] : index.other.get(code)) ?? NONE;
}

const NONE: readonly string[] = [];

const isIndexed = (cues: readonly string[]): cues is Cues => 'index' in cues;

/** The index of a list; a list without one is indexed for this use alone. */
const indexFor = (cues: readonly string[]): CueIndex => (isIndexed(cues) ? cues.index : indexOf(cues));

/** True for a letter of a script that sets words apart by spaces. */
const isWordCode = (code: number): boolean => (code < 128 ? isLatin(code) : isLetter(code) && code < 0x3040);

/** True when the character at `at` is such a letter; false beyond the text. */
export const isWordCharacter = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && isWordCode(text.charCodeAt(at));

/** True when `cue` stands at `at` and no word goes on beyond its end. */
const standsAt = (folded: string, cue: string, at: number): boolean =>
  folded.startsWith(cue, at) &&
  !(isWordCharacter(folded, at + cue.length) && isWordCharacter(cue, cue.length - 1));

/** The end of the longest cue that stands at `at` as a whole word, or −1; `inWord`: a word goes on there. */
function cueEndAt(folded: string, { ascii, other }: CueIndex, at: number, inWord: boolean): number {
  const code = folded.charCodeAt(at);
  const candidates = code < 128 ? ascii[code] : other.get(code);
  if (candidates === undefined || (inWord && isWordCode(code))) return -1;
  let best = -1;
  for (const cue of candidates) {
    if (at + cue.length > best && standsAt(folded, cue, at)) best = at + cue.length;
  }
  return best;
}

/** The offset of the first of `cues` in `folded` (lower case) as a whole word, or −1. */
export function findCue(folded: string, cues: readonly string[]): number {
  const index = indexFor(cues);
  let inWord = false;
  for (let at = 0; at < folded.length; at += 1) {
    if (cueEndAt(folded, index, at, inWord) >= 0) return at;
    inWord = isWordCode(folded.charCodeAt(at));
  }
  return -1;
}

/** True when any of `cues` occurs in `folded` as a whole word. */
export const hasCue = (folded: string, cues: readonly string[]): boolean => findCue(folded, cues) >= 0;

/** The offset after the last of `cues` in `folded` as a whole word, or −1. */
export function lastCueEnd(folded: string, cues: readonly string[]): number {
  const index = indexFor(cues);
  let best = -1;
  let inWord = false;
  for (let at = 0; at < folded.length; at += 1) {
    best = Math.max(best, cueEndAt(folded, index, at, inWord));
    inWord = isWordCode(folded.charCodeAt(at));
  }
  return best;
}
