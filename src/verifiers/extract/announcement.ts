import { type Anchor, adjectives } from './anchors.js';
import { isCjk, isDigit, isLetter, isOneOf, isSpace } from './characters.js';
import { type Cues, cueList, cuesAt } from './cue-list.js';
import { bounds, distances, endsInCue, hasCue, isDisbelieved, isReported, negations } from './cues.js';
import { mathAt, sentenceEnd } from './sentence-scan.js';

/** Words between the noun and its verb: "the answer to the second question is". */
const complementLimit = 80;

/** Whether only adjectives and markup stand between the beginning of the line or sentence and the noun. */
export function openingOf(folded: string, at: number): { start: number; opens: boolean; heading: boolean } {
  let i = at;
  let heading = false;
  for (;;) {
    i = beforeTags(folded, i);
    while (i > 0 && isOneOf(' \t*_"\'“`>{([$【', folded, i - 1)) i -= 1;
    let j = i;
    while (j > 0 && isLetter(folded.charCodeAt(j - 1)) && i - j < 12) j -= 1;
    if (j === i || !adjectives.has(folded.slice(j, i))) break;
    i = j;
  }
  while (i > 0 && folded[i - 1] === '#') {
    i -= 1;
    heading = true;
  }
  const before = folded.charAt(i - 1);
  return { start: i, heading, opens: i === 0 || '\n.。:：!！?？;；,，-—)】]|'.includes(before) || heading };
}

/** An opening tag of HTML that sets off what follows (and does not strike it out), and closing ones. */
const OPENING_TAG = /<(?:b|i|u|p|em|strong|div|span|h[1-6]|li|td|mark|center|summary|details)>$/;
const CLOSING_TAGS = /^(?:<\/[a-z][a-z\d]{0,7}>)+/;

/** Where the tags of HTML begin that end at `at`. */
function beforeTags(folded: string, at: number): number {
  let i = at;
  for (let round = 0; round < 4 && folded[i - 1] === '>'; round += 1)
    i -= OPENING_TAG.exec(folded.slice(Math.max(0, i - 10), i))?.[0].length ?? 0;
  return i;
}

/** What leads from the noun to the answer. */
interface Verb {
  readonly end: number;
  /** A colon, a sign or the end of the line, and no word. */
  readonly label: boolean;
  /** Nothing: what follows is the answer only as a whole. */
  readonly whole?: true;
}

/** The offset before spaces that end at `at`, no further than `start`. */
function skipBack(text: string, at: number, start: number): number {
  let i = at;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i -= 1;
  return i;
}

/** A digit, mathematics, or an option's letter alone stands at `at`. */
const startsValue = (folded: string, at: number): boolean =>
  /^(?:[-−]?[\d$\\]|\(?[a-j]\)?(?:[\s.。।]|$))/.test(folded.slice(at, at + 4)) &&
  isSpace(folded.charCodeAt(at - 1));

/** The offset after the verb or colon that follows the noun, or null when the noun announces nothing. */
export function verbEnd(folded: string, at: number, anchor: Anchor, opens: boolean): Verb | null {
  let i = at + anchor.noun.length;
  if (folded[i] === 's' && anchor.noun === 'answer') i += 1;
  if (anchor.noun === 'ans' && folded[i] === '.') i += 1;
  const mark = i;
  while (i < folded.length && isOneOf(' \t*_"\'”`}]】', folded, i)) i += 1;
  if (folded[i] === '<') i += CLOSING_TAGS.exec(folded.slice(i, i + 24))?.[0].length ?? 0;
  if (folded.startsWith('=>', i) || folded.startsWith('->', i)) return { end: i + 2, label: true };
  const numbered = anchor.noun === 'answer' ? NUMBERED.exec(folded.slice(i, i + 8)) : null;
  if (numbered !== null) return { end: i + numbered[0].length, label: true };
  // A program compares.
  if (folded.startsWith('==', i)) return null;
  if (isOneOf(':：=＝', folded, i) && i < folded.length) return { end: i + 1, label: true };
  const closed = isOneOf('.]】>', folded, skipBack(folded, i, mark) - 1);
  const isSign = folded[i] === '-' && isDigit(folded.charCodeAt(i + 1));
  if (opens && !closed && !isSign && isOneOf('→⇒➜➡|—–-', folded, i) && !isOneOf('-', folded, i + 1))
    return { end: i + 1, label: true };
  const aside = anchor.noun === 'answer' ? null : ASIDE.exec(folded.slice(i, i + 72));
  if (aside !== null) return { end: i + aside[0].length, label: false };
  if (anchor.labelOnly !== true) {
    for (const verb of anchor.verbs) {
      const next = folded.charCodeAt(i + verb.length);
      if (folded.startsWith(verb, i) && (isCjkVerb(verb) || !isLetter(next)))
        return { end: i + verb.length, label: false };
    }
  }
  if (opens && (closed || isSign || folded[i] === '\n' || mathAt(folded, i, folded.length) !== null))
    return { end: i, label: true };
  if (anchor.bare === true && startsValue(folded, i)) return { end: i, label: false, whole: true };
  return anchor.noun === 'answer' ? distantVerb(folded, i) : null;
}

/** "Answer 2:", `"answer2":`. */
const NUMBERED = /^[#_]?\d{1,2}["']?\s*[:：]/;

const isCjkVerb = (verb: string): boolean => verb.charCodeAt(0) >= 0x3040;

/** "is" or a colon further on in the same sentence: "the answer to part (b), then, is 5". */
function distantVerb(folded: string, from: number): Verb | null {
  if (!/^(?:to|for|of|choice|option|here|\()/.test(folded.slice(from, from + 7))) return null;
  const stop = Math.min(sentenceEnd(folded, from, folded.length), from + complementLimit);
  const stretch = folded.slice(from, stop);
  for (const verb of [' is ', ' are ', ' is:', ': ', ':\n']) {
    const found = stretch.indexOf(verb);
    if (found >= 0) return { end: from + found + verb.length - 1, label: false };
  }
  return null;
}

/** "not 6 but", "not 6, but rather": another value that is put aside. */
const CONTRAST =
  /^ not (?!only|just|merely|simply)[^\s,.;](?:[^,.;]|[.,]\d){0,40},? but (?:rather |it is |it's )?/;

/** The same in other languages, from the verb on: "no es 6 sino", "ist nicht 6, sondern", 6ではなく. */
const ASIDE =
  /^(?:no (?:es|son) [^,.;]{1,40},? sino |n['’]est pas [^,.;]{1,40},? mais (?:plutôt )?|(?:ist|lautet) nicht [^,;]{1,40},? sondern |(?:— ?|- ?|это )?не [^,;]{1,40}, а |não é [^,.;]{1,40},? mas (?:sim )?|non è [^,;]{1,40},? (?:ma|bensì) |[はが] ?[^、。]{1,30}(?:では|じゃ)なくて?、?|[은는이가] ?[^,.]{1,30}[이가] 아니라 )/;

/** The offset after a value that the statement puts aside for the next: "the answer is not 6 but 5". */
export const contrastEnd = (folded: string, from: number): number =>
  from + (CONTRAST.exec(folded.slice(from, from + 72))?.[0].length ?? 0);

/** Words before the noun with which the statement asks, supposes or speaks of another answer. */
const supposing: Cues = cueList(
  'if suppose assume whether had unless impossible unlikely 如果 假如 假设'.split(' '),
);

/** Words of its own clause with which the statement is only supposed: "perhaps the answer is", but not "perhaps surprisingly, …". */
const supposingClause: Cues = cueList(
  'maybe|perhaps|possibly|vielleicht|möglicherweise|peut-être|tal vez|quizás|quizá|talvez|forse|возможно|может быть|ربما|शायद|có lẽ|mungkin|belki'.split(
    '|',
  ),
);

/** Words without one of which the lead of a statement says nothing against it: one pass rules out most. */
const doubtful: Cues = cueList([...supposing, ...supposingClause, ...distances]);

/** Words right before the noun with which it is another answer, or none, or the grader's. */
const others: Cues = cueList(
  "no what previous initial earlier former old wrong incorrect student's students' student gold golden reference target key truth grader tempting common naive interim intermediate partial draft provisional tentative preliminary".split(
    ' ',
  ),
);

/** The same, and verbs right before the noun that ask for the answer, unless a colon gives it: "Here is my answer: 7". */
const asking: Cues = cueList([...others, 'is', 'was', 'would']);

/** A verb by which the statement says what would be. */
const conditional: Cues = cueList(['would']);

/** Words after the verb that deny, bound or judge, and state nothing. */
const unstated: Cues = cueList([
  ...negations,
  ...bounds,
  ...['unclear', 'unknown', 'wrong', 'incorrect', 'correct', 'right', 'consistent'],
]);

/** True when the statement is denied, asked, only supposed, another's, or a bound; a colon says that it is no question. */
export function isSupposed(
  folded: string,
  start: number,
  noun: number,
  content: number,
  colon: boolean,
): boolean {
  const sentence = folded.slice(Math.max(0, start - 60), start);
  const from = lastBreak(sentence);
  const lead = `${sentence.slice(from)} ${folded.slice(start, noun)}`;
  const rest = folded.slice(content, content + 20);
  return (
    (hasCue(lead, doubtful) &&
      (hasCue(lead, supposing) ||
        hasCue(ownClause(lead), supposingClause) ||
        isDisbelieved(lead) ||
        isReported(lead))) ||
    endsInCue(sentence.slice(from), colon ? others : asking) ||
    hasCue(folded.slice(noun, content), conditional) ||
    startsWithCue(rest, unstated)
  );
}

/** What follows the last comma before the noun, "Возможно, ответ": the noun's own clause, or the one word before it. */
function ownClause(lead: string): string {
  const comma = lead.lastIndexOf(',');
  return comma < 0 || !lead.slice(0, comma).trim().includes(' ') ? lead : lead.slice(comma + 1);
}

/** The offset after the last end of a sentence in `text`. */
function lastBreak(text: string): number {
  for (let i = text.length - 1; i >= 0; i -= 1) {
    if (text[i] === '\n' || isOneOf('。！？', text, i)) return i + 1;
    // A field of JSON ends.
    if (text[i] === ',' && text[i - 1] === '"') return i + 1;
    if (isOneOf('.!?:;', text, i) && (i + 1 === text.length || isSpace(text.charCodeAt(i + 1)))) return i + 1;
  }
  return 0;
}

const startsWithCue = (text: string, cues: Cues): boolean => {
  const rest = text.replace(/^(?:[\s*_:“"`>=-]|<\/?[a-z]{1,6}>)+/, '');
  return cuesAt(rest, 0, cues).some(
    (cue) =>
      rest.startsWith(cue) &&
      (isCjk(cue.charCodeAt(cue.length - 1)) || !isLetter(rest.charCodeAt(cue.length))),
  );
};
