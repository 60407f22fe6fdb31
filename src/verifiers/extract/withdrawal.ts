import { fold, isQuestionMark, isSpace } from './characters.js';
import { cleanRange, type Range, skipLeadIns } from './clean.js';
import { boldClaim, sentenceClaim } from './closing-statement.js';
import type { Claim } from './contract.js';
import {
  AS_GOOD,
  BOTH,
  denials,
  FILLER,
  IN_ANOTHER_CASE,
  JUDGED,
  JUDGED_BY_NAME,
  NOT_THIS,
  OTHERWISE,
  openers,
  PLAIN_NO,
  plainly,
  REVISED,
  SETTLED,
  SLIP,
  WAIT,
  WAIT_NO,
} from './corrections.js';
import { type Cues, cueList, cuesAt, hasCue } from './cue-list.js';
import type { Page } from './page.js';
import { runAt } from './run.js';
import { sentenceEnd } from './sentence-scan.js';
import { spelling } from './settle.js';

/** Sentences after the last statement that may take it back. */
const sentenceLimit = 8;

/** Marks between the last statement and the sentence after it. */
const skipped = '.。!！$*)]}\\—–-,;，；:';

const isSame = (page: Page, a: Claim, b: Claim): boolean =>
  spelling(a.text) === spelling(b.text) || page.options.sameAnswer?.(a.text, b.text) === true;

const judgements: Cues = cueList(['wrong', 'incorrect']);

/** What the text after the last statement does to it. */
export type Aftermath =
  | { readonly kind: 'stands' }
  | { readonly kind: 'replaced'; readonly claim: Claim }
  /** Another value stands beside the one stated. */
  | { readonly kind: 'beside'; readonly claim: Claim }
  | { readonly kind: 'withdrawn' };

/**
 * Reads on after the last statement. It is taken back by a sentence that opens with "wait", "no", "actually",
 * "correction" … and says that it was wrong, or goes straight on to another value. What the rest then states
 * replaces it; a check that only opens with "wait" does not touch it.
 */
export function aftermath(page: Page, claim: Claim): Aftermath {
  const { text, end } = page;
  let at = claim.end;
  let asked = false;
  let waits = false;
  for (let count = 0; count < sentenceLimit && at < end; count += 1) {
    while (at < end && (isSpace(text.charCodeAt(at)) || skipped.includes(text.charAt(at)))) at += 1;
    const stop = Math.min(end, Math.max(at + 1, sentenceEnd(text, at, end)));
    page.look(stop - at);
    const isQuestion = isQuestionMark(text, stop);
    const after = isQuestion
      ? null
      : (takeBack(page, at, stop, claim) ?? afterWait(page, at, stop, claim, waits));
    if (after !== null) return after;
    const word = fold(text.slice(at, Math.min(stop, at + 24)));
    if ((!asked && PLAIN_NO.test(word)) || WAIT_NO.test(word)) return replacement(page, stop);
    waits = WAIT.test(word);
    asked = isQuestion;
    at = stop + 1;
  }
  return { kind: 'stands' };
}

/** "Hmm. It's 35.": the sentence after such a word is another value. */
function afterWait(page: Page, start: number, end: number, claim: Claim, waits: boolean): Aftermath | null {
  const direct = waits ? directValue(page, { start, end }, claim) : null;
  return direct === null || direct.text.includes('=') || isSame(page, claim, direct)
    ? null
    : { kind: 'replaced', claim: direct };
}

/** The longest words of correction that a sentence opens with. */
const openerOf = (folded: string): string | undefined =>
  cuesAt(folded, 0, openers)
    .filter((each) => folded.startsWith(each))
    .sort((a, b) => b.length - a.length)[0];

/** The length of words that put the statement right and lead to another value, or undefined. */
function leadOf(folded: string, claim: Claim): number | undefined {
  const revised = REVISED.exec(folded);
  if (revised !== null) return revised[0].length;
  const denied = NOT_THIS.exec(folded);
  const isThis = denied !== null && spelling(denied[1] ?? '') === spelling(fold(claim.text));
  return isThis ? denied[0].length : undefined;
}

/** Marks around the name of an answer: "**(B)**", "$12$". */
const AROUND_NAME = /^[$*([`"“]+|[$*)\]`"”]+$/g;

const bareName = (text: string): string => spelling(fold(text).replaceAll(AROUND_NAME, ''));

/** "Note that (B) is not correct": the sentence denies the stated answer by its name. */
function isJudgedByName(page: Page, folded: string, claim: Claim): boolean {
  const name = JUDGED_BY_NAME.exec(folded.slice(0, 160))?.[1];
  if (name === undefined || bareName(name) === '') return false;
  return bareName(name) === bareName(claim.text) || page.options.sameAnswer?.(name, claim.text) === true;
}

/** A condition after a value: "35 if we exclude zero". */
const CONDITION = / (?:if|when|where|in case|for|with|without|should|assuming)\b/;

/** Where a sentence names values that stand beside the one stated. */
function besideAt(folded: string): Range[] {
  const otherwise = OTHERWISE.exec(folded) ?? IN_ANOTHER_CASE.exec(folded);
  if (otherwise !== null) {
    const start = otherwise[0].length;
    const condition = CONDITION.exec(folded.slice(start, start + 60));
    const whole = { start, end: folded.length };
    return condition === null ? [whole] : [whole, { start, end: start + condition.index }];
  }
  const [all, ...values] = AS_GOOD.exec(folded.slice(0, 400)) ?? BOTH.exec(folded.slice(0, 400)) ?? [];
  let from = all === undefined ? 0 : folded.indexOf(all);
  return values.map((value) => {
    from = folded.indexOf(value, from);
    return { start: from, end: from + value.length };
  });
}

/** The value of one of `ranges` that differs from the one stated. */
function otherIn(page: Page, start: number, ranges: readonly Range[], claim: Claim): Claim | null {
  for (const range of ranges) {
    const other = directValue(page, { start: start + range.start, end: start + range.end }, claim);
    if (other !== null && !isSame(page, claim, other)) return other;
  }
  return null;
}

/** What a sentence does that opens by taking back, or null when it takes nothing back. */
function takeBack(page: Page, start: number, end: number, claim: Claim): Aftermath | null {
  const folded = fold(page.text.slice(start, end));
  if (JUDGED.test(folded) || isJudgedByName(page, folded, claim)) return replacement(page, start);
  if (SLIP.test(folded)) return replacement(page, start);
  const settled = SETTLED.exec(folded)?.[1];
  const beside = settled === undefined ? besideAt(folded) : [];
  if (beside.length > 0) {
    const other = otherIn(page, start, beside, claim);
    return other === null ? null : { kind: 'beside', claim: other };
  }
  if (settled !== undefined) {
    const at = start + folded.lastIndexOf(settled);
    const value = directValue(page, { start: at, end: at + settled.length }, claim);
    return value === null || isSame(page, claim, value) ? null : { kind: 'replaced', claim: value };
  }
  const opener = openerOf(folded);
  const lead = leadOf(folded, claim) ?? opener?.length;
  if (lead === undefined) return null;
  const direct = directValue(page, { start: start + lead, end }, claim);
  if (direct !== null) return { kind: 'replaced', claim: direct };
  if (opener === undefined) return null;
  const next = fold(page.text.slice(end, Math.min(page.end, end + 60)));
  const denied =
    hasCue(folded, denials) || hasCue(next.slice(0, Math.max(0, next.indexOf('.', 1))), judgements);
  return denied || plainly.includes(opener) ? replacement(page, start) : null;
}

/** "no wait, 8", "actually it is 8", "no, A": the value that the opener goes straight on to. */
function directValue(page: Page, { start, end }: Range, claim: Claim): Claim | null {
  const { text } = page;
  let rest = skipLeadIns(text, cleanRange(text, start, end));
  for (let round = 0; round < 4; round += 1) {
    const found = FILLER.exec(text.slice(rest.start, Math.min(rest.end, rest.start + 40)));
    if (found === null) break;
    rest = skipLeadIns(text, cleanRange(text, rest.start + found[0].length, rest.end));
  }
  if (isName(text.slice(rest.start, rest.end)) && page.read(claim.text) === 'words')
    return claimAt(text, rest);
  const value =
    isOption(text, rest) && isOption(claim.text, whole(claim.text))
      ? rest
      : runAt(page, rest.start, rest.end);
  if (value === null || value.end < rest.end) return null;
  return claimAt(text, value);
}

const claimAt = (text: string, { start, end }: Range): Claim => ({
  method: 'sentence',
  text: text.slice(start, end),
  spans: [{ start, end }],
  start,
  end,
  firm: true,
});

/** Words that all begin with a capital, such as a name. */
const isName = (text: string): boolean =>
  text.length < 40 && /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}$/u.test(text);

const whole = (text: string): Range => ({ start: 0, end: text.length });

/** An option's letter, in brackets perhaps. */
const isOption = (text: string, { start, end }: Range): boolean =>
  end - start < 12 && /^(?:option |choice )?\(?[A-J]\)?$/i.test(text.slice(start, end));

/** What the text from the withdrawal on states. */
function replacement(page: Page, from: number): Aftermath {
  const rest = page.narrow(from, page.end);
  const claim = boldClaim(rest) ?? sentenceClaim(rest);
  page.look(rest.steps * 64);
  return claim === null ? { kind: 'withdrawn' } : { kind: 'replaced', claim };
}
