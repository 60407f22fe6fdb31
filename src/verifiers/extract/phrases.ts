import { hasAlternative } from './alternative.js';
import {
  type Anchor,
  englishAnchors,
  firstNoun,
  foreignAnchors,
  hintsForeign,
  lineLabels,
} from './anchors.js';
import { contrastEnd, isSupposed, openingOf, verbEnd } from './announcement.js';
import { opensList } from './bullets.js';
import { fold, isLetter, isOneOf, isQuestionMark, isSpace, lineStart, skipSpaces } from './characters.js';
import { beforeRemark } from './clause.js';
import { cleanRange, insideBrackets, type Range, skipLeadIns } from './clean.js';
import type { Claim, Method } from './contract.js';
import { hasCue, isReported, negations, suppositions } from './cues.js';
import { isBounded, isRejected, OF_ANOTHER } from './denied.js';
import { standsApart } from './edges.js';
import { fieldEnd, isResultField, opensField } from './fields.js';
import { leadingValue, reasonedValue } from './leading-value.js';
import { optionIn, optionLead, optionWithText } from './options.js';
import type { Page } from './page.js';
import { programRanges } from './programs.js';
import { isPlaceholder, proseWords } from './reading.js';
import { mathAt, sentenceEnd } from './sentence-scan.js';
import { isStruck } from './struck.js';
import { valueIn } from './value.js';

/** Occurrences of one noun that are looked at, from the end. */
const occurrenceLimit = 64;

/** Where a statement's answer begins, and how it was announced. */
interface Announcement {
  readonly start: number;
  readonly content: number;
  readonly method: Method;
  /** Only all of what follows may be the answer. */
  readonly whole?: boolean;
}

/** Statements in words: "the answer is …", "Answer: …", "A: …", "### Final Answer", "… is the answer". */
export function phraseClaims(page: Page): Claim[] {
  const from = page.wordsStart;
  const folded = page.folded(from, page.end);
  page.look(folded.length);
  const announced = anchorClaims(page, folded, from);
  const claims = [...announced, ...labelClaims(page, folded, from, announced.length === 0)];
  if (claims.length === 0) return claims;
  const programs = programRanges(page, from);
  const ordered = claims
    .filter(({ start }) => !programs.some((range) => start > range.start && start < range.end))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return ordered
    .filter((claim, index) => !announcesNext(claim, ordered[index + 1]))
    .map((claim, index, all) => upTo(page, claim, all[index + 1]));
}

/** `"answer": "7", "answer": "8"`: the line holds another label, which is not part of what the first one states. */
function upTo(page: Page, claim: Claim, next: Claim | undefined): Claim {
  const span = claim.spans[0];
  const apart = next !== undefined && span !== undefined && next.start >= span.end && next.start < claim.end;
  // Words in one field of a JSON object give way to the field of the answer.
  if (
    claim.method === 'answer-phrase' &&
    next !== undefined &&
    opensField(page.text, claim.end, next.start, apart)
  )
    return { ...claim, end: Math.min(claim.end, next.start), firm: false };
  return apart && claim.method === 'answer-line' && next.method === 'answer-line'
    ? { ...claim, end: next.start }
    : claim;
}

/** A noun for "answer" in the folded text. */
interface Occurrence {
  readonly anchor: Anchor;
  readonly at: number;
}

/** The statements announced by a noun, read from the last to the first. */
function anchorClaims(page: Page, folded: string, offset: number): Claim[] {
  const first = page.ascii ? firstNoun(folded) : 0;
  const anchors = anchorsFor(page, folded, first);
  if (first < 0) return [];
  const found: Occurrence[] = [];
  for (const anchor of anchors)
    for (const at of lastOccurrences(folded, anchor.noun, first)) found.push({ anchor, at });
  if (found.length > 1) found.sort((a, b) => b.at - a.at);
  const claims: Claim[] = [];
  for (const occurrence of found) {
    const claim = anchorClaim(page, folded, offset, occurrence, claims.at(-1));
    if (claim !== null) claims.push(claim);
  }
  return claims;
}

/** "Final Answer: The final answer is $7$": the outer announcement gives way to the one it introduces. */
function announcesNext(claim: Claim, next: Claim | undefined): boolean {
  const span = claim.spans[0];
  return next !== undefined && span !== undefined && next.start >= span.start - 4 && next.start < span.end;
}

const allAnchors: readonly Anchor[] = [...englishAnchors, ...foreignAnchors];

/** English nouns always; the others when a character beyond ASCII, or the beginning of a plain-letter noun of theirs, occurs. */
function anchorsFor(page: Page, folded: string, first: number): readonly Anchor[] {
  const anchors = first >= 0 && hintsForeign(folded) ? allAnchors : englishAnchors;
  page.look(folded.length * anchors.length);
  return anchors;
}

/** Offsets from `first` on of a noun as a word or its plural, the last ones, from the end. */
function lastOccurrences(folded: string, noun: string, first: number): number[] {
  const found: number[] = [];
  const cjk = noun.charCodeAt(0) >= 0x3040;
  for (let at = folded.indexOf(noun, first); at >= 0; at = folded.indexOf(noun, at + 1)) {
    const inWord =
      !cjk && (isLetter(folded.charCodeAt(at - 1)) || isLetter(folded.charCodeAt(at + noun.length)));
    if (!inWord || folded.startsWith('s', at + noun.length)) found.push(at);
  }
  return found.length > 1 ? found.slice(-occurrenceLimit).reverse() : found;
}

/** What one noun announces. An announcement of just the statement that comes `next` gives way to it unread. */
function anchorClaim(
  page: Page,
  folded: string,
  offset: number,
  { anchor, at }: Occurrence,
  next: Claim | undefined,
): Claim | null {
  const opening = openingOf(folded, at);
  const verb = verbEnd(folded, at, anchor, opening.opens);
  if (verb === null) return anchor.noun === 'answer' ? reversedClaim(page, folded, offset, at) : null;
  const end = contrastEnd(folded, verb.end);
  if (isSupposed(folded, opening.start, at, end, verb.label)) return null;
  const method: Method = opening.heading
    ? 'heading'
    : verb.label && opening.opens
      ? 'answer-line'
      : 'answer-phrase';
  const content = contentStart(page, offset + end);
  if (next?.firm === true && next.start <= content && content < next.end) return null;
  return readClaim(page, { start: offset + opening.start, content, method, whole: verb.whole === true });
}

/** "$x \le 2$ is our answer", "C is the correct answer": what stands before. */
function reversedClaim(page: Page, folded: string, offset: number, at: number): Claim | null {
  const opening = openingOf(folded, at);
  const before = folded.slice(Math.max(0, opening.start - 400), opening.start);
  const verb = ['is', 'are', 'be'].find((word) => before.trimEnd().endsWith(` ${word}`));
  if (verb === undefined || opening.start === at) return null;
  if (isQuestionMark(page.text, sentenceEnd(page.text, offset + at, page.end))) return null;
  if (OF_ANOTHER.test(folded.slice(at, at + 40))) return null;
  const verbAt = offset + opening.start - (before.length - before.trimEnd().length) - verb.length;
  const start = Math.max(before.lastIndexOf('\n'), lastStop(before)) + 1;
  const sentenceStart = offset + opening.start - before.length + start;
  let range = skipLeadIns(page.text, cleanRange(page.text, sentenceStart, verbAt));
  if (hasCue(fold(page.text.slice(range.start, verbAt)), suppositions)) return null;
  const clause = openingClause(page.text, range);
  if (clause > 0) range = cleanRange(page.text, range.start + clause, range.end);
  const whole = page.text.slice(range.start, range.end);
  const value =
    whole.length <= 200 && page.isAnswer(whole) ? range : valueIn(page, range.start, range.end, 'last');
  const subject = value ?? subjectOption(page, range) ?? subjectName(page, range);
  if (subject === null || subject.end <= subject.start) return null;
  return claimOf(page, 'answer-phrase', sentenceStart, offset + at + 6, subject, true);
}

/** "Not A, B": options that are denied, and the one that is the subject. */
const SUBJECT =
  /^(?:\(?(?:not|neither|nor|isn't|and not|non|nicht|pas)\)? [(*$]*[A-J][)*$]*[,; ]+(?:but |and )?)+[(*$]*([A-J])[)*$]*$/i;

/** The option before "is the answer" when others are denied before it. */
function subjectOption(page: Page, { start, end }: Range): Range | null {
  const letter =
    page.options.expects === 'choice'
      ? SUBJECT.exec(page.text.slice(start, Math.min(end, start + 80)))?.[1]
      : undefined;
  if (letter === undefined || !/[A-J]/.test(letter)) return null;
  const at = page.text.lastIndexOf(letter, end - 1);
  return { start: at, end: at + 1 };
}

/** "Tom is the answer": a name before the verb. */
const NAME = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}$/u;

const subjectName = (page: Page, range: Range): Range | null => {
  const name = page.text.slice(range.start, Math.min(range.end, range.start + 40));
  return NAME.test(name) && range.end - range.start < 40 && page.read(name) === 'words' ? range : null;
};

/** "All told, 7", "Putting it together, 7": words alone, up to a comma. */
const CLAUSE = /^[\p{L}'’ ]{3,60}, /u;

/** How many characters of a range such words take, where a value follows. */
function openingClause(text: string, { start, end }: Range): number {
  const clause = CLAUSE.exec(text.slice(start, Math.min(end, start + 64)))?.[0] ?? '';
  return proseWords(clause, 1) > 0 && !hasCue(fold(clause), negations) ? clause.length : 0;
}

/** The last full stop before a space, past the one of "vs.". */
function lastStop(text: string): number {
  let at = text.lastIndexOf('. ');
  while (at > 2 && text.startsWith(' vs', at - 3)) at = text.lastIndexOf('. ', at - 1);
  return at;
}

/** Offsets of the colons that something stands before. */
function colonsOf(folded: string): number[] {
  const found: number[] = [];
  for (let at = folded.indexOf(':', 1); at >= 0; at = folded.indexOf(':', at + 1)) found.push(at);
  return found;
}

/** Labels such as "A:" at the beginning of a line. */
function labelClaims(page: Page, folded: string, offset: number, fields: boolean): Claim[] {
  const found: Claim[] = [];
  for (const at of colonsOf(folded).slice(-occurrenceLimit).reverse()) {
    const line = lineStart(folded, at, Math.max(0, at - 40));
    if (line > 0 && folded[line - 1] !== '\n') continue;
    const label = folded.slice(line, at).replaceAll('*', '').replaceAll('#', '').trim();
    if (!(lineLabels.includes(label) || (fields && isResultField(label)))) continue;
    if (label === 'a' && labelsOptions(folded, at)) continue;
    const claim = readClaim(page, {
      start: offset + line,
      content: contentStart(page, offset + at + 1),
      method: 'answer-line',
    });
    if (claim?.firm === true) found.push(claim);
  }
  return found;
}

/** "A: wrong" and in the next line "B: right": options gone through. */
const labelsOptions = (folded: string, at: number): boolean => {
  const next = folded.indexOf('\n', at);
  return next >= 0 && /^\s*(?:[-*•] ?)?\**\(?b\)?\**[:.)]/.test(folded.slice(next, next + 16));
};

/** Reads the answer that follows an announcement. */
function readClaim(page: Page, announcement: Announcement): Claim | null {
  const { text, end } = page;
  const { method, start, content: at } = announcement;
  if (at >= end) return null;
  const math = mathAt(text, at, end);
  const full = fieldEnd(text, at, Math.max(sentenceEnd(text, at, end), math === null ? 0 : math.end));
  if (isQuestionMark(text, full)) return null;
  const stop = at + beforeRemark(fold(text.slice(at, full)));
  const range = pastOptionLead(page, skipLeadIns(text, cleanRange(text, at, stop)));
  if (range.end <= range.start || opensList(page, range, stop)) return null;
  const whole = text.slice(range.start, range.end);
  if (isPlaceholder(whole)) return null;
  const chosen = page.options.expects === 'choice' ? chosenIn(page, range, whole) : null;
  if (chosen !== null) return claimOf(page, method, start, stop, chosen, true);
  if (isStruck(text, start) || isReported(fold(whole.slice(0, 200)))) return null;
  const reasoned = reasonedValue(page, range.start, stop);
  if (reasoned !== null) return claimOf(page, method, start, stop, reasoned, true);
  if (page.isAnswer(whole)) return claimOf(page, method, start, stop, insideBrackets(text, range), true);
  if (announcement.whole === true) return null;
  if (
    math !== null &&
    math.end < stop &&
    standsApart(text, { start: at, end: math.end }, range.start, range.end) &&
    !isRejected(text, math.end, stop) &&
    !isBounded(text, math.end, stop) &&
    !hasAlternative(page, { start: at, end: math.end }, range.start, stop) &&
    page.isAnswer(text.slice(math.contentStart, math.contentEnd))
  ) {
    return claimOf(page, method, start, stop, { start: at, end: math.end }, true);
  }
  const option = optionIn(page, range.start, range.end);
  if (option !== null) return claimOf(page, method, start, stop, option, true);
  const leading = leadingValue(page, range.start, stop);
  if (leading !== null) return claimOf(page, method, start, stop, leading, true);
  const value = valueIn(page, range.start, range.end, 'first');
  if (value !== null) return claimOf(page, method, start, stop, value, value.stated);
  return page.read(whole) === 'words' && whole.length <= 120
    ? claimOf(page, method, start, stop, range, false)
    : null;
}

/** "la B": the range without what leads to an option's letter, when one is expected. */
const pastOptionLead = (page: Page, { start, end }: Range): Range => ({
  start: start + (page.options.expects === 'choice' ? optionLead(page.text.slice(start, end)) : 0),
  end,
});

/** The option that a statement gives with its text, or among denials. */
const chosenIn = (page: Page, range: Range, whole: string): Range | null =>
  optionWithText(page, range) ??
  (hasCue(fold(whole), negations) ? optionIn(page, range.start, range.end) : null);

/** The end of emphasis in HTML: `</b>`. */
const CLOSING_TAG = /^<\/(?:b|i|em|strong|p|u|span|h\d)>/i;

/** The first character of the answer: after spaces, markup, a further colon or "is", and line feeds. */
function contentStart(page: Page, from: number): number {
  const { text, end } = page;
  let at = from;
  for (let round = 0; round < 4; round += 1) {
    at = skipSpaces(text, at, end);
    if (text[at] === '<') at += CLOSING_TAG.exec(text.slice(at, at + 12))?.[0].length ?? 0;
    while (at < end && isOneOf('*_:：="', text, at) && !isSpace(text.charCodeAt(at))) at += 1;
    if (/^(?:is|are)\b/i.test(text.slice(at, at + 4))) at += text[at] === 'a' || text[at] === 'A' ? 3 : 2;
  }
  at = skipSpaces(text, at, end);
  const struck =
    text[at] === '~' || text[at] === '<' ? STRUCK.exec(text.slice(at, Math.min(end, at + 96))) : null;
  return at + (struck?.[0].length ?? 0);
}

/** Something struck out, and what is put in its place: "~~8~~ 7". */
const STRUCK = /^(?:~~[^~\n]{1,80}~~|<(s|del)>[^<\n]{1,80}<\/\1>)\s+(?=\S)/;

function claimOf(
  page: Page,
  method: Method,
  start: number,
  end: number,
  range: { start: number; end: number },
  firm: boolean,
): Claim {
  return {
    method,
    text: page.text.slice(range.start, range.end),
    spans: [{ start: range.start, end: range.end }],
    start,
    end,
    firm,
  };
}
