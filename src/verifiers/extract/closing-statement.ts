import {
  fold,
  isLatin,
  isLetter,
  isOneOf,
  isQuestionMark,
  isSpace,
  lineEnd,
  lineStart,
  skipSpaces,
  trimSpaces,
} from './characters.js';
import { cleanRange, type Range, skipLeadIns, unwrapMarks, withoutTags } from './clean.js';
import type { Claim, Method } from './contract.js';
import { type Cues, cueList, cuesAt } from './cue-list.js';
import {
  conclusions,
  endsInCue,
  finals,
  hasCue,
  isDisbelieved,
  negations,
  rejections,
  suppositions,
} from './cues.js';
import type { Page } from './page.js';
import { isPlaceholder, sentenceWords } from './reading.js';
import { runAt, runs } from './run.js';
import { lastSentences } from './sentence-scan.js';
import { spelling } from './settle.js';
import { isCheck, isError, isSupposition, statesTwo } from './unstated.js';
import { boldValue, copulas, valueIn } from './value.js';

/** Sentences that follow an answer without saying anything of it. */
const signOffs: readonly string[] = [
  'i hope',
  'hope this',
  'hope it',
  'let me know',
  'feel free',
  'please',
  'thank',
  'q.e.d',
  'qed',
  'good luck',
  'is there anything',
  'if you have',
  'note:',
  '[^',
  'done',
  '希望',
  '如有',
  '谢谢',
  '完毕',
];

const claimOf = (page: Page, method: Method, range: Range): Claim => ({
  method,
  text: page.text.slice(range.start, range.end),
  spans: [{ start: range.start, end: range.end }],
  start: range.start,
  end: range.end,
  firm: true,
});

/** The response is the answer: all of it reads as mathematics, an option, yes or no. */
export function bareClaim(page: Page): Claim | null {
  const range = wholeRange(page);
  if (range === null) return null;
  const text = page.text.slice(range.start, range.end);
  if ((sentenceWords(text, 2) >= 2 && !isMeasure(text)) || isDenial(text) || opensConclusion(text))
    return null;
  const numbered = LIST_NUMBER.exec(text)?.[0].length ?? 0;
  if (numbered === 0 && page.isAnswer(text)) return claimOf(page, 'bare', range);
  const inner = numbered > 0 ? numbered : afterMarks(text);
  return inner > 0 && page.isAnswer(text.slice(inner))
    ? claimOf(page, 'bare', { start: range.start + inner, end: range.end })
    : null;
}

/** "1. -1": the number of an item, and no sum. */
const LIST_NUMBER = /^\d{1,2}\.\s+(?=[-+−±])/;

/** "→ 7", "=> 7", "~~8~~ 7": an arrow, or something struck out, before the answer. */
const MARKS = /^(?:(?:=>|->|→|⇒|⟹|➜|∴|~~[^~\n]{1,80}~~|<(s|del)>[^<\n]{1,80}<\/\1>)\s*)+/;

const afterMarks = (text: string): number => MARKS.exec(text)?.[0].length ?? 0;

/** "70 miles per hour": a number with a unit of several words, and no verb. */
const isMeasure = (text: string): boolean =>
  text.length <= 80 &&
  /^(?:(?:about|approximately|roughly) )?[$-]?\d/i.test(text) &&
  !hasCue(fold(text), copulas);

/** "Hence, …": a sentence that concludes is read as one. */
const opensConclusion = (text: string): boolean => {
  const folded = fold(text.slice(0, 24));
  return cuesAt(folded, 0, conclusions).some(
    (cue) => folded.startsWith(cue) && !isLatin(folded.charCodeAt(cue.length)),
  );
};

/** A reply that opens with yes or no and goes on to say why. */
function truthClaim(page: Page): Claim | null {
  const { text, end } = page;
  const start = skipSpaces(text, page.start, end);
  const folded = fold(text.slice(start, start + 8));
  const word = ['yes', 'no', 'true', 'false'].find(
    (each) => folded.startsWith(each) && isOneOf('.,:;!*', folded, each.length),
  );
  if (
    word === undefined ||
    TURNS.test(folded + fold(text.slice(start + folded.length, Math.min(end, start + 60))))
  )
    return null;
  return claimOf(page, 'bare-words', { start, end: start + word.length });
}

/** "Yes. No.", "Yes, but actually no.": the word is taken back. */
const TURNS =
  /^(?:yes|true)[.,;:!*\s]+(?:(?:but|and|or|well|wait|actually|hmm)[,\s]+)*(?:no|false)(?:[.,;!*]|$)|^(?:no|false)[.,;:!*\s]+(?:(?:but|and|or|well|wait|actually|hmm)[,\s]+)*(?:yes|true)(?:[.,;!*]|$)/;

/** "It can't be 7": words that deny a number are no answer, whatever the number. */
const isDenial = (text: string): boolean =>
  text.length < 200 &&
  /\d/.test(text) &&
  (hasCue(fold(text), negations) ||
    hasCue(fold(text), rejections) ||
    isDisbelieved(fold(text)) ||
    isError(fold(text)));

/** The response is a few words on one line, such as a name or a short statement. */
export function bareWordsClaim(page: Page): Claim | null {
  const truth = truthClaim(page);
  if (truth !== null) return truth;
  const range = wholeRange(page);
  if (range === null) return null;
  const text = page.text.slice(range.start, range.end);
  const bold = boldWords(page.text, range);
  if (bold !== null && !isDenial(text) && !hasCue(fold(text), negations))
    return claimOf(page, 'bare-words', bold);
  return text.length <= 300 && !isDenial(text) && !text.includes('\n\n') && !text.trimEnd().endsWith(':')
    ? claimOf(page, 'bare-words', range)
    : null;
}

/** The sign that a proof ends, after the answer. */
const PROVED = /\s*(?:[∎■□]|\$?\\(?:blacksquare|qed|qedhere)\$?)$/;

/** "So the winner is **Tom**.": bold words after a verb or colon that end a short reply, its only bold ones. */
const BOLD_WORDS = /^[^*]{1,120}(?:\s(?:is|are|was)|:)\s\*\*([^*\n]{1,60})\*\*[.!]?$/;

function boldWords(text: string, { start, end }: Range): Range | null {
  const words = end - start < 240 ? BOLD_WORDS.exec(text.slice(start, end))?.[1] : undefined;
  if (words === undefined) return null;
  const at = text.lastIndexOf(words, end);
  return cleanRange(text, at, at + words.length);
}

function wholeRange(page: Page): Range | null {
  const start = skipSpaces(page.text, page.start, page.end);
  const end = trimSpaces(page.text, page.end, start);
  if (end <= start || end - start > page.options.policy.maxAnswerLength) return null;
  const kept = end - (PROVED.exec(page.text.slice(Math.max(start, end - 24), end))?.[0].length ?? 0);
  return isPlaceholder(page.text.slice(start, kept))
    ? null
    : unwrapMarks(page.text, withoutTags(page.text, { start, end: kept }));
}

/** A code fence at the end that holds just a value; a program is no answer, but its printed output is. */
export function codeFenceClaim(page: Page): Claim | null {
  const { text } = page;
  const end = trimSpaces(text, page.end, page.start);
  if (!text.startsWith('```', end - 3) || end - 3 <= page.start) return null;
  const open = text.lastIndexOf('```', end - 4);
  if (open < page.start) return null;
  const line = lineEnd(text, open, end);
  const language = text
    .slice(open + 3, line)
    .trim()
    .toLowerCase();
  if (!['', 'output', 'text', 'txt', 'latex', 'tex', 'math', 'plaintext', 'answer'].includes(language))
    return null;
  const range = cleanRange(text, line, end - 3);
  const content = text.slice(range.start, range.end);
  return content.length > 0 && content.length <= 400 && page.isAnswer(content)
    ? claimOf(page, 'code-fence', range)
    : null;
}

/** A bold value in the last paragraph. */
export function boldClaim(page: Page): Claim | null {
  const paragraph = lastParagraph(page);
  const sentence = closingSentences(page, paragraph)[0];
  if (sentence === undefined || !page.text.includes('**', sentence.start)) return null;
  const bold = boldValue(page, sentence.start, paragraph.end);
  return bold === null || isDenied(page, sentence.start, bold.start) ? null : claimOf(page, 'bold', bold);
}

/**
 * The last sentence (past any sign-off), when it states a result: it concludes ("therefore", 因此), or it says what
 * something is or equals. A sentence that denies, asks or supposes states nothing.
 */
export function sentenceClaim(page: Page): Claim | null {
  const { text } = page;
  const paragraph = lastParagraph(page);
  const sentence = closingSentences(page, paragraph)[0];
  if (sentence === undefined || isQuestionMark(text, sentence.end)) return null;
  const folded = fold(text.slice(sentence.start, sentence.end));
  page.look(folded.length * 2);
  if (hasCue(withoutAsides(folded), suppositions) || isDisbelieved(folded)) return null;
  if (isSupposition(folded) || statesTwo(folded)) return null;
  if (NUMBERED.test(folded.slice(0, 40)) || isError(folded)) return null;
  const value = valueIn(page, sentence.start, sentence.end, 'last');
  if (value === null || isListed(folded.slice(0, value.start - sentence.start))) return null;
  if (value.stated || concludes(folded) || isResult(page, sentence, value, folded))
    return claimOf(page, 'sentence', value);
  return isWholeLine(page, sentence, value) && !followsValue(page, paragraph, sentence, value)
    ? claimOf(page, 'sentence', value)
    : null;
}

/** Commands and tags, which are no words. */
const MARKUP = /\\[a-z]{1,20}|<\/?[a-z]{1,8}>/g;

/** "Answer: 3 9090, ", "therefore 5; ": nothing but figures lead up to a value, so that it is one of a list. */
function isListed(before: string): boolean {
  const words = before.replaceAll(MARKUP, ' ').trimEnd();
  if (!isOneOf(',;，；、', words, words.length - 1)) return false;
  let at = words.length;
  while (at > 0 && !isLetter(words.charCodeAt(at - 1)) && !isOneOf(':：', words, at - 1)) at -= 1;
  const opens = at === 0 || isOneOf(':：', words, at - 1) || endsInCue(words.slice(0, at), conclusions);
  return opens && /\d/.test(words.slice(at));
}

/** "Option 2: 8", "Answer 2: 8": one of several. */
const NUMBERED = /^[\s*#-]*(?:option|answer|candidate|possibility|alternative|guess|attempt) ?#?\d\W{0,4}:/;

/** A sentence without what stands in round brackets. */
function withoutAsides(sentence: string): string {
  let out = '';
  let depth = 0;
  for (let i = 0; i < sentence.length; i += 1) {
    const character = sentence.charAt(i);
    if (character === '(' || character === '（') depth += 1;
    else if ((character === ')' || character === '）') && depth > 0) depth -= 1;
    else if (depth === 0) out += character;
  }
  return out;
}

/** Verbs by which a sentence with one figure states it as its result. */
const resultVerbs: Cues = cueList(
  "comes to|come to|comes out to|amounts to|amount to|adds up to|add up to|totals|evaluates to|simplifies to|reduces to|yields|end up with|ends up with|we're left with|we are left with|leaves us with|results in|works out to|earns|costs|makes|make|needs|weighs|takes|takes him|takes her|has|have|occurs|pays|pay|spends|spend|saves|save|receives|receive|gets|owes|owe|travels|travel|walks|walk|uses|use|sells|sell|sold|buys|buy|collects|collect|reads|read|eats|eat|drinks|lasts|holds|requires|require|left|arrives|arrive|arrived|finishes|ends|returns|starts|begins|paid|spent|saved|got|read".split(
    '|',
  ),
);

/** Words by which there is no such thing. */
const absences: Cues = cueList([...negations, 'no', 'nobody', 'none', 'nothing', 'no one']);

/** "The total comes to 18.": such a verb, nothing else in figures, little after it, and a full stop: the sentence is complete. */
const isResult = (page: Page, sentence: Range, value: Range, folded: string): boolean =>
  hasCue(folded, resultVerbs) &&
  !hasCue(folded, absences) &&
  isOneOf('.!。！', page.text, sentence.end) &&
  /^[^,;:]{0,24}$/.test(page.text.slice(value.end, sentence.end)) &&
  runs(page, sentence.start, sentence.end).length === 1;

const concludes = (folded: string): boolean => hasCue(folded, conclusions) || hasCue(folded, finals);

/** The value, after words such as "just about", is all there is to the sentence; or it is the sentence's only mathematics after a colon. */
function isWholeLine(page: Page, sentence: Range, value: Range): boolean {
  const range = skipLeadIns(page.text, cleanRange(page.text, sentence.start, sentence.end));
  return (
    range.start >= value.start - 1 || page.text.slice(sentence.start, value.start).trimEnd().endsWith(':')
  );
}

/** True when the line before is a value too: a column of candidates has no last word. */
function followsValue(page: Page, paragraph: Range, sentence: Range, value: Range): boolean {
  const before = lastSentences(page.text, paragraph.start, sentence.start, 1)[0];
  if (before === undefined) return false;
  const range = cleanRange(page.text, before.start, before.end);
  const line = page.text.slice(range.start, range.end);
  return page.isAnswer(line) && !workedOut(line, page.text.slice(value.start, value.end));
}

/** "36/3 = 12", and then "12": the line before works the value out. */
const workedOut = (line: string, value: string): boolean =>
  spelling(line.slice(line.lastIndexOf('=') + 1)) === spelling(value) && line.includes('=');

const isDenied = (page: Page, start: number, at: number): boolean =>
  hasCue(fold(page.text.slice(Math.max(start, at - 16), at)), negations);

/** Tags that set a text off, and nothing else. */
const TAGS =
  /^(?:<\/?(?:b|i|u|p|em|strong|code|mark|big|center|div|span|h[1-6]|br|li|ul|ol|td|tr|table) ?\/?>\s*)+$/;

/** The last sentences of a paragraph that are not sign-offs, the last one first. */
function closingSentences(page: Page, paragraph: Range): Range[] {
  const { text } = page;
  const sentences = lastSentences(text, paragraph.start, paragraph.end, 4).reverse();
  page.look(paragraph.end - paragraph.start);
  const from = sentences.findIndex(({ start, end }) => {
    const folded = fold(text.slice(start, end)).replaceAll('*', '');
    return (
      !signOffs.some((words) => folded.startsWith(words)) &&
      !isCheck(folded) &&
      !isPlaceholder(folded) &&
      !TAGS.test(folded)
    );
  });
  const last = sentences[from];
  return last === undefined || leavesOpen(text, last.end + 1, paragraph.end) ? [] : sentences.slice(from);
}

/** What follows the last sentence is a lone question mark, dots, or a blank to fill in: the reply states nothing. */
function leavesOpen(text: string, start: number, end: number): boolean {
  if (end <= start || end - start > 60) return false;
  const tail = text.slice(start, end);
  return /[?…_]|\.\.|dots|phantom|box/.test(tail) && isPlaceholder(tail);
}

/** The last paragraph, at most 4,000 characters of it; with the ones before while it is only a sign-off or very short. */
function lastParagraph(page: Page): Range {
  const { text } = page;
  const end = trimSpaces(text, page.end, page.start);
  const limit = Math.max(page.start, end - 4_000);
  let start = end;
  for (let round = 0; round < 3; round += 1) {
    start = paragraphStart(text, trimSpaces(text, start, limit), limit);
    if (start <= limit || closingSentences(page, { start, end }).length > 0) break;
  }
  return { start, end };
}

function paragraphStart(text: string, at: number, limit: number): number {
  let i = at;
  while (i > limit) {
    const line = lineStart(text, i, limit);
    if (line <= limit) return limit;
    let j = line - 1;
    while (j > limit && isSpace(text.charCodeAt(j - 1)) && text.charCodeAt(j - 1) !== 10) j -= 1;
    if (text.charCodeAt(j - 1) === 10) return line;
    i = line - 1;
  }
  return limit;
}

/** The last mathematics of a response without any marker; the option `lastExpression` asks for it. */
export function lastExpressionClaim(page: Page): Claim | null {
  if (!page.options.policy.lastExpression) return null;
  // A reply that is an answer as a whole ("all real numbers less than 2") is not cut.
  const whole = bareWordsClaim(page);
  if (whole !== null && page.isAnswer(whole.text)) return whole;
  const paragraph = lastParagraph(page);
  for (const sentence of closingSentences(page, paragraph)) {
    const value = valueIn(page, sentence.start, sentence.end, 'last');
    if (value !== null) return claimOf(page, 'last-expression', value);
  }
  const run = runAt(page, paragraph.start, paragraph.end);
  return run === null ? null : claimOf(page, 'last-expression', run);
}
