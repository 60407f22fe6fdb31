import { fold, isLetter, isOneOf, isQuestionMark, skipSpaces } from './characters.js';
import { checkedOption } from './checked-options.js';
import type { Range } from './clean.js';
import type { Claim } from './contract.js';
import { type Cues, cueList } from './cue-list.js';
import { denials, endsInCue, hasCue, isDisbelieved, isReported, lastCueEnd } from './cues.js';
import { isArticle, standsAlone } from './option-letters.js';
import { isApart, optionIn, optionWithText } from './options.js';
import type { Page } from './page.js';
import { programRanges } from './programs.js';
import { sentenceEnd } from './sentence-scan.js';
import { isLeftOut, namesSeveral } from './several-options.js';
import { opensStruck } from './struck.js';

/** Words right before a chosen option letter. */
const choosers: Cues = cueList(
  "it's|it is|is|be|option|choice|choose|pick|select|answer|with|therefore|thus|hence|so|clearly|definitely|surely|obviously|certainly|probably|likely|think|say|mark|tick|only|just|leaves|leaving|letter|letra|lettre|alternativa|opción|opção|буква|вариант|est|es|ist|è|é|选|選|选择|是|为|因此|所以".split(
    '|',
  ),
);

/**
 * A choice made without a marker: the text begins with an option letter, or (when a choice is expected) its last
 * choosing words are followed by one that is not denied.
 */
export function choiceClaim(page: Page): Claim | null {
  const checked = page.options.expects === 'choice' ? checkedOption(page) : null;
  if (checked !== null) return checked === 'several' ? null : claimAt(page, checked);
  const leading = leadingChoice(page);
  const weak = leading === null || isDiscussed(page.text, leading.end);
  if (leading !== null && !weak) return claimAt(page, leading);
  if (page.options.expects !== 'choice') return leading === null ? null : claimAt(page, leading);
  const affirmed = affirmedLetter(page);
  if (affirmed === 'several') return null;
  const stated = laterOf(chosenLetter(page), affirmed) ?? leading;
  return stated === null ? null : claimAt(page, stated);
}

const laterOf = (a: Range | null, b: Range | null): Range | null =>
  a === null || (b !== null && b.start > a.start) ? b : a;

/** Marks before a choice that opens the reply. */
const DECORATION = /^(?:[\s#•–—→⇒✅✔☑-]|\ufe0f|=>)*/;

/** Another option alone in the next sentence or line: "B. C.". */
const NEXT_ALONE =
  /^[\s.)\]*,;$!]*[\n.;!][\s(*$>•-]*(?:(?:then|and|or|also|plus|next)\b[\s,]*)?[(*$]*([A-J])[)*$.!]*\s*(?:$|\n)/i;

/** "B: right" and in the next line "C: right", "A. 3" and "B. 4": options gone through. */
const NEXT_LABEL = /^[)*]*:[^\n]{0,80}\n[\s(*•-]*[A-J][)*]*:/;
const NEXT_MARKED = /^\**([.)])[^\n]{0,80}\n[\s(*•-]*([A-J])\**\1/;

function opensList(text: string, at: number, end: number): boolean {
  const rest = text.slice(at + 1, Math.min(end, at + 100));
  const next = NEXT_MARKED.exec(rest)?.[2];
  return NEXT_LABEL.test(rest) || next?.charCodeAt(0) === text.charCodeAt(at) + 1;
}

/** The option that the reply begins with, in a sentence that does not ask. */
function leadingChoice(page: Page): Range | null {
  const { text, end } = page;
  const start = skipSpaces(text, page.start, end);
  const choice = page.options.expects === 'choice';
  const from = start + (choice ? (DECORATION.exec(text.slice(start, start + 16))?.[0].length ?? 0) : 0);
  const stop = sentenceEnd(text, from, end);
  const leading =
    (choice ? optionWithText(page, { start: from, end: stop }) : null) ?? openingOption(page, from, stop);
  if (leading === null) return null;
  if (isQuestionMark(text, stop)) return null;
  if (isDeniedLater(page, leading)) return null;
  if (opensList(text, leading.start, end)) return null;
  const next = NEXT_ALONE.exec(text.slice(leading.end, Math.min(end, leading.end + 24)));
  return next !== null && next[1] !== text[leading.start] ? null : leading;
}

/** How far on a choice that opens the reply may be denied. */
const denialReach = 400;

/** "B … the answer is not B": the letter is named again in a sentence that denies it. */
function isDeniedLater(page: Page, { start, end }: Range): boolean {
  const { text } = page;
  const stop = Math.min(page.end, end + denialReach);
  for (
    let at = text.indexOf(text.charAt(start), end);
    at >= 0 && at < stop;
    at = text.indexOf(text.charAt(start), at + 1)
  ) {
    if (isLetter(text.charCodeAt(at - 1)) || isLetter(text.charCodeAt(at + 1))) continue;
    const before = fold(text.slice(Math.max(end, at - 60), at));
    const clause = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf('\n')) + 1);
    if (endsInCue(clause.replace(COPULA, ''), denials) || endsInCue(clause, denials) || isDisbelieved(clause))
      return true;
  }
  return false;
}

/** A verb between a denial and the letter. */
const COPULA = /\b(?:be|equal|equal to)[\s$*:({\\[]*(?:boxed\{)?[(]?$/;

/** The option that stands at `from`. */
function openingOption(page: Page, from: number, stop: number): Range | null {
  const option = optionIn(page, from, stop);
  return option === null || option.start - from > 2 ? null : option;
}

/** "A is odd": a letter that opens a clause of its own may be one of several options gone through. */
const isDiscussed = (text: string, after: number): boolean =>
  /^\)? (?!because |since |as |for |by |with |due |it is)[a-z]/.test(text.slice(after, after + 12));

/** The letter after the last choosing words that states a choice. */
function chosenLetter(page: Page): Range | null {
  const { text, end } = page;
  const from = page.wordsStart;
  const folded = fold(text.slice(from, end));
  const programs = programRanges(page, from);
  for (let stop = folded.length; stop > 0; ) {
    const after = lastChooser(folded, stop);
    page.look(choosers.length * 8);
    if (after < 0) return null;
    let at = skipSpaces(text, from + after, end);
    while (at < end && isOneOf('*($,:：， ', text, at)) at += 1;
    if (
      standsAlone(text, at, from, end, true) &&
      !isArticle(text, at) &&
      !namesSeveral(text, at + 1, end) &&
      isStated(page, programs, at) &&
      !isDeniedChoice(folded.slice(Math.max(0, after - 40), after))
    ) {
      return { start: at, end: at + 1 };
    }
    stop = after - 1;
    if (folded.length - stop > 2_000) return null;
  }
  return null;
}

/** How far back the choosing words are looked for at first, in characters. */
const nearby = 400;

/** The offset after the last choosing words before `stop`, or −1. */
function lastChooser(folded: string, stop: number): number {
  const from = Math.max(0, stop - nearby);
  const near = lastCueEnd(folded.slice(from, stop), choosers);
  // A word that is cut off at the edge may look like one.
  if (near <= 24 && from > 0) return lastCueEnd(folded.slice(0, stop), choosers);
  return near < 0 ? -1 : from + near;
}

/** "B is correct", "(B) must be the right one", and "B is." at the end; "C ist richtig", "B est la bonne réponse", B是正确的. */
const AFFIRMED =
  /([A-J])[)*$]*(?:,? (?:is|are|must be|has to be|should be|seems|appears to be)(?: (?:indeed|clearly|definitely|obviously|therefore|thus|the only|the))*(?: (?:one that is )?(?:correct|right|true|best|valid|answer)(?![a-z-])|\.?\s*$)| (?:ist|est|es|è|é) (?:la |die |a |das )?(?:richtig|korrekt|correcta?|corrett[ao]|corret[ao]|cert[ao]|bonne|juste|exacte?)(?![a-z])| (?:верен|верно|верный|правильный|правильно)|\s?[是为](?:正确|对)的?(?![\u4e00-\u9fff])|が(?:正しい|正解)|[이가] (?:정답|맞))/g;

/** "A and ", "(A), ", "A vs. ", "every option except (": another option stands before, in one row with this one. */
const JOINED_BEFORE =
  /(?:^|[^A-Za-z])[A-J][)*$]*\s*(?:,|&|\/|(?:,\s*)?(?:and|y|et|und|e|и|vs\.?|versus))\s*[(*$]*$/;

/** The letter that is said to be right; `several` where others are as well. */
function affirmedLetter(page: Page): Range | null | 'several' {
  const { text, end } = page;
  const from = page.wordsStart;
  const programs = programRanges(page, from);
  const found = [...text.slice(from, end).matchAll(AFFIRMED)].reverse().slice(0, 8);
  let last: Range | null = null;
  for (const { index } of found) {
    const at = from + index;
    const before = text.slice(Math.max(from, at - 40), at);
    if (isLeftOut(before) || endsInCue(fold(before), denials)) continue;
    if (!standsAlone(text, at, from, end, true) || !isStated(page, programs, at)) continue;
    if (JOINED_BEFORE.test(before) || (last !== null && text[last.start] !== text[at])) return 'several';
    last ??= { start: at, end: at + 1 };
  }
  return last;
}

const openSentence: Cues = cueList(
  'if|suppose|supposing|assume|unless|whether|had|guess|would be|impossible|unlikely|doubt'.split('|'),
);

/** The letter stands in a sentence of its own that neither asks nor supposes, outside programs. */
function isStated(page: Page, programs: readonly Range[], at: number): boolean {
  const { text } = page;
  if (programs.some((range) => at > range.start && at < range.end)) return false;
  let start = at;
  while (start > page.start && at - start < 400 && !isOneOf('.!?\n。！？', text, start - 1)) start -= 1;
  const end = sentenceEnd(text, at, page.end);
  const before = fold(text.slice(start, at));
  if (
    isQuestionMark(text, end) ||
    hasCue(before, openSentence) ||
    isReported(before) ||
    isDisbelieved(before)
  )
    return false;
  if (opensStruck(text, start) || hasCue(before.slice(lastClause(before)), doubts)) return false;
  return isApart(text, at, start, end);
}

/** Words of the letter's own clause by which it is no choice. */
const doubts: Cues = cueList('could|might|may|perhaps|maybe|possibly|wrong|incorrect'.split('|'));

const lastClause = (before: string): number =>
  Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(':')) + 1;

/** What denies an act of choosing, beside what denies a value. */
const refusals: Cues = cueList([
  ...denials,
  "don't",
  'don’t',
  'do not',
  "didn't",
  'never',
  "shouldn't",
  'avoid',
  '别',
  '不要',
]);

/** The choosing words that end `before` are denied: "cannot be", "I would not choose", "don't pick". */
function isDeniedChoice(before: string): boolean {
  const chooser = choosers.find((word) => before.endsWith(word)) ?? '';
  return endsInCue(before, denials) || endsInCue(before.slice(0, before.length - chooser.length), refusals);
}

const claimAt = (page: Page, range: Range): Claim => ({
  method: 'choice',
  text: page.text.slice(range.start, range.end),
  spans: [range],
  start: range.start,
  end: range.end,
  firm: true,
});
