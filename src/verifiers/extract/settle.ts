import { fold, isOneOf } from './characters.js';
import type { Claim } from './contract.js';
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

/** Characters of the text between two statements that are searched for cues, at each end. */
const cueWindow = 600;

/** Between two statements so far apart there was work: the earlier one was a step. */
const longGap = 300;

/** What the statements amount to: the one that counts, or the different ones that all stand. */
export type Settlement =
  | { readonly kind: 'one'; readonly claim: Claim }
  | { readonly kind: 'several'; readonly claims: readonly Claim[] };

/** A spelling without white space, wrappers and final dots, to see whether two statements say the same. */
export const spelling = (text: string): string => {
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '\\' && text.startsWith('\\left', i)) i += 4;
    else if (character === '\\' && text.startsWith('\\right', i) && !/[a-z]/i.test(text.charAt(i + 6)))
      i += 5;
    else if (character === '\\' && (text.startsWith('\\dfrac', i) || text.startsWith('\\tfrac', i))) {
      out += '\\frac';
      i += 5;
    } else if (character === '\\' && isOneOf(' ,;!:()[]', text, i + 1)) i += 1;
    else if (!' \n\t\r$`'.includes(character)) out += character;
  }
  return out.endsWith('.') ? out.slice(0, -1) : out;
};

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
    if (spelling(claim.text) !== same && !standing.some((other) => sameAnswer(page, claim, other)))
      standing.push(claim);
    if (standing.length > 8) break;
    next = claim;
  }
  return standing.length === 1
    ? { kind: 'one', claim: last }
    : { kind: 'several', claims: standing.reverse() };
}

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
  if (hasCue(folded, retractions) || hasCue(folded, finals)) return true;
  if (isAlternative(folded)) return false;
  if (gap >= longGap) return true;
  const concluded =
    earlier.method !== 'boxed' && earlier.method !== 'fbox'
      ? true
      : hasCue(fold(text.slice(Math.max(page.start, earlier.start - 40), earlier.start)), ['answer']);
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
