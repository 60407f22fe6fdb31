import { fold, isOneOf } from './characters.js';
import type { Claim } from './contract.js';
import { type Cues, cueList } from './cue-list.js';
import {
  alternatives,
  conclusions,
  consequences,
  finals,
  findCue,
  hasCue,
  lastCueEnd,
  retractions,
} from './cues.js';
import type { Page } from './page.js';

/** What a box that is itself the announced answer stands after. */
const answerWord: Cues = cueList(['answer']);

/** Characters of the text between two statements that are searched for cues, at each end. */
const cueWindow = 600;

/** Between two statements so far apart there was work: the earlier one was a step. */
const longGap = 300;

/** Two statements so close together, each announced as final, stand side by side. */
const shortGap = 40;

/** What the statements amount to: the one that counts, or the different ones that all stand. */
export type Settlement =
  | { readonly kind: 'one'; readonly claim: Claim }
  | { readonly kind: 'several'; readonly claims: readonly Claim[] };

/** Characters that stand for nothing in a spelling, or begin what may. */
const SILENT = /[ \n\t\r$`\\]/;

const isSilent = (code: number): boolean =>
  code === 32 || code === 36 || code === 96 || code === 9 || code === 10 || code === 13;

/** How many characters of the command at `at` a spelling leaves out. */
function silentLength(text: string, at: number): number {
  if (text.startsWith('\\left', at)) return 5;
  if (text.startsWith('\\right', at) && !/[a-z]/i.test(text.charAt(at + 6))) return 6;
  return isOneOf(' ,;!:()[]', text, at + 1) ? 2 : 0;
}

const isSizedFraction = (text: string, at: number): boolean =>
  text.startsWith('\\dfrac', at) || text.startsWith('\\tfrac', at);

/** A text without the characters of a spelling that say nothing; what stays is copied in stretches. */
function withoutSilent(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    const command = code === 92;
    // Of `\dfrac` the second character goes, of all else the first ones.
    const at = command && isSizedFraction(text, i) ? i + 1 : i;
    const length = at > i || isSilent(code) ? 1 : command ? silentLength(text, i) : 0;
    if (length > 0) {
      out += text.slice(from, at);
      from = at + length;
    }
    i = Math.max(i + 1, at + length);
  }
  return out + text.slice(from);
}

/** A spelling without white space, wrappers and final dots, to see whether two statements say the same. */
export function spelling(text: string): string {
  const kept = SILENT.test(text) ? withoutSilent(text) : text;
  return kept.endsWith('.') ? kept.slice(0, -1) : kept;
}

/**
 * Chooses among firm statements in order of their place. The last one counts. An earlier one that says
 * something else must have been superseded on the way: withdrawn, a step of the work, or followed by what is
 * announced as final. One that was not makes the response a hedge.
 */
export function settle(page: Page, claims: readonly Claim[]): Settlement | null {
  const last = claims.at(-1);
  if (last === undefined) return null;
  const same = spelling(last.text);
  const standing: Claim[] = [last];
  let next = last;
  for (let index = claims.length - 2; index >= 0; index -= 1) {
    const claim = claims[index];
    if (claim === undefined) break;
    if (supersedes(page, claim, next)) break;
    if (isValueOfOption(page, claim, last)) continue;
    if (spelling(claim.text) !== same && !standing.some((other) => sameAnswer(page, claim, other)))
      standing.push(claim);
    if (standing.length > 8) break;
    next = claim;
  }
  return standing.length === 1
    ? { kind: 'one', claim: last }
    : { kind: 'several', claims: standing.reverse() };
}

/** "The answer is 12. So the option is B.": the value of the option that is chosen in the end. */
const isValueOfOption = (page: Page, earlier: Claim, last: Claim): boolean =>
  page.options.expects === 'choice' &&
  /^\(?[A-J]\)?$/.test(last.text) &&
  /\d/.test(earlier.text) &&
  !/(?:^|[^A-Za-z\\])[A-J](?![A-Za-z])/.test(earlier.text);

const sameAnswer = (page: Page, a: Claim, b: Claim): boolean =>
  spelling(a.text) === spelling(b.text) || (page.options.sameAnswer?.(a.text, b.text) ?? false);

/** True when the text between two statements, or the words that announce the later one, replace the earlier. */
function supersedes(page: Page, earlier: Claim, later: Claim): boolean {
  const { text } = page;
  const gap = later.start - earlier.end;
  if (gap <= 0)
    return later.start >= earlier.start && later.end >= earlier.end && earlier.method !== later.method;
  const between = gapText(text, earlier.end, later);
  page.look(between.length * 4);
  const folded = fold(between);
  const answerOf = fold(text.slice(earlier.start, earlier.end));
  if (hasCue(folded, retractions)) return true;
  if (hasCue(folded, finals) && !(gap < shortGap && hasCue(answerOf, finals))) return true;
  if (isAlternative(folded)) return false;
  if (gap >= longGap) return true;
  const concluded =
    earlier.method !== 'boxed' && earlier.method !== 'fbox'
      ? true
      : hasCue(fold(text.slice(Math.max(page.start, earlier.start - 40), earlier.start)), answerWord);
  return !concluded && !answerOf.includes('answer') && hasCue(folded, consequences);
}

/** The text between two statements with the later one's announcement, shortened in the middle. */
function gapText(text: string, from: number, later: Claim): string {
  const to = later.spans[0]?.start ?? later.start;
  return to - from <= 2 * cueWindow
    ? text.slice(from, to)
    : `${text.slice(from, from + cueWindow)}\n${text.slice(to - cueWindow, to)}`;
}

/**
 * "or", "alternatively", "(… if order matters)" right after the earlier statement, without a conclusion after it ("or
 * so it seems; therefore …").
 */
function isAlternative(folded: string): boolean {
  const at = findCue(folded, alternatives);
  return at >= 0 && at <= 24 && lastCueEnd(folded, conclusions) <= at;
}
