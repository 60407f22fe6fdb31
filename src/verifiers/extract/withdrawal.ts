import { fold, isSpace } from './characters.js';
import { cleanRange, skipLeadIns } from './clean.js';
import { boldClaim, sentenceClaim } from './closing-statement.js';
import type { Claim } from './contract.js';
import { type Cues, cueList, hasCue } from './cue-list.js';
import type { Page } from './page.js';
import { runAt } from './run.js';
import { sentenceEnd } from './sentence-scan.js';

/** Sentences after the last statement that may take it back. */
const sentenceLimit = 8;

/** Marks between the last statement and the sentence after it. */
const skipped = '.。!！$*)]}\\—–-,;，；:';

/** "That is wrong", "this was incorrect", "which is not right": the last statement judged. */
const JUDGED =
  /^(?:but |and |so )?(?:this|that|it|which|the above)(?:'s| is| was)(?: all| also| clearly| obviously)? (?:wrong|incorrect|false|a mistake|an error|not (?:right|correct|true))\b/;

/** How a sentence begins that takes something back. */
const openers: readonly string[] = [
  'wait',
  'no wait',
  'no, wait',
  'no,',
  'actually',
  'actually no',
  'actually, no',
  'correction',
  'oops',
  'sorry',
  'hmm',
  'hold on',
  'scratch that',
  'on second thought',
  'on reflection',
  'i made a mistake',
  'i made an error',
  '等等',
  '不对',
  '更正',
  '等一下',
];

/** Openers that take it back by themselves. */
const plainly: readonly string[] = [
  'scratch that',
  'correction',
  'i made a mistake',
  'i made an error',
  '更正',
  '不对',
];

/** Words that say so. */
const denials: Cues = cueList([
  'wrong',
  'incorrect',
  'mistake',
  'error',
  'not right',
  'not correct',
  "isn't right",
  "isn't correct",
  'scratch',
  'should be',
  'should have been',
  'misread',
  '错',
  '错误',
]);

const judgements: Cues = cueList(['wrong', 'incorrect']);

/** What the text after the last statement does to it. */
export type Aftermath =
  | { readonly kind: 'stands' }
  | { readonly kind: 'replaced'; readonly claim: Claim }
  | { readonly kind: 'withdrawn' };

/**
 * Reads on after the last statement. It is taken back by a sentence that opens with "wait", "no", "actually",
 * "correction" … and says that it was wrong, or goes straight on to another value. What the rest then states
 * replaces it; a check that only opens with "wait" does not touch it.
 */
export function aftermath(page: Page, claim: Claim): Aftermath {
  const { text, end } = page;
  let at = claim.end;
  for (let count = 0; count < sentenceLimit && at < end; count += 1) {
    while (at < end && (isSpace(text.charCodeAt(at)) || skipped.includes(text.charAt(at)))) at += 1;
    const stop = Math.min(end, Math.max(at + 1, sentenceEnd(text, at, end)));
    page.look(stop - at);
    const isQuestion = text[stop] === '?' || text[stop] === '？';
    const after = isQuestion ? null : takeBack(page, at, stop);
    if (after !== null) return after;
    at = stop + 1;
  }
  return { kind: 'stands' };
}

/** What a sentence does that opens by taking back, or null when it takes nothing back. */
function takeBack(page: Page, start: number, end: number): Aftermath | null {
  const folded = fold(page.text.slice(start, end));
  if (JUDGED.test(folded)) return replacement(page, start);
  const opener = openers.filter((words) => folded.startsWith(words)).sort((a, b) => b.length - a.length)[0];
  if (opener === undefined) return null;
  const direct = directValue(page, start + opener.length, end);
  if (direct !== null) return { kind: 'replaced', claim: direct };
  const next = fold(page.text.slice(end, Math.min(page.end, end + 60)));
  const denied =
    hasCue(folded, denials) || hasCue(next.slice(0, Math.max(0, next.indexOf('.', 1))), judgements);
  return denied || plainly.includes(opener) ? replacement(page, start) : null;
}

/** "no wait, 8", "actually it is 8": the value that the opener goes straight on to. */
function directValue(page: Page, start: number, end: number): Claim | null {
  const rest = skipLeadIns(page.text, cleanRange(page.text, start, end));
  const from = /^it(?:'s| is) /i.test(page.text.slice(rest.start, rest.start + 6))
    ? page.text.indexOf(' ', rest.start + 3) + 1
    : rest.start;
  const value = runAt(page, from, end);
  if (value === null || value.end < rest.end) return null;
  const span = { start: value.start, end: value.end };
  return {
    method: 'sentence',
    text: page.text.slice(span.start, span.end),
    spans: [span],
    ...span,
    firm: true,
  };
}

/** What the text from the withdrawal on states. */
function replacement(page: Page, from: number): Aftermath {
  const rest = page.narrow(from, page.end);
  const claim = boldClaim(rest) ?? sentenceClaim(rest);
  page.look(rest.steps * 64);
  return claim === null ? { kind: 'withdrawn' } : { kind: 'replaced', claim };
}
