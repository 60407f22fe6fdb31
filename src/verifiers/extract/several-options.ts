import { wordEnd, wordStart } from './alternative.js';
import { fold, isCjk, isOneOf, isSpace } from './characters.js';
import { type Cues, cueList } from './cue-list.js';
import { hasCue, maybeWords, orWords } from './cues.js';
import { isArticle, isOptionLetter, standsAlone } from './option-letters.js';

/** "A or B", "A or else B", `\\text{A} أو (E)`: a word for "or" stands right before. */
export function followsOr(text: string, at: number, start: number): boolean {
  let end = at;
  while (end > start && (isSpace(text.charCodeAt(end - 1)) || isOneOf('([{*$`"“', text, end - 1))) end -= 1;
  const word = fold(text.slice(wordStart(text, end, start), end)).replace('.', '');
  const counts = word.length > 1 || isCjk(word.charCodeAt(0));
  return counts && (orWords.has(word) || maybeWords.has(word) || word === 'else' || word === 'otherwise');
}

/** Words between an option and another one, beside those that leave open which is meant. */
const JOINERS: ReadonlySet<string> = new Set(
  'and either even else rather both plus then too actually no wait'.split(' '),
);

/** The same in several words. */
const PHRASE = /^(?:as well as|together with|along with|in addition to|followed by)\s/i;

/** Most of them in a row. */
const joinerLimit = 5;

/** "A, B", "A and C", "A or D", "A as well as B": several options are named, and the other one is not denied. */
export function namesSeveral(text: string, after: number, end: number): boolean {
  let at = after;
  let joined = false;
  let worded = false;
  let unsure = false;
  while (at < end && isOneOf(' ,;/&)($*、和或', text, at)) {
    if (text[at] === '或') return true;
    joined ||= isOneOf(',;/&、和', text, at);
    at += 1;
  }
  for (let words = 0; words < joinerLimit; words += 1) {
    const phrase = PHRASE.exec(text.slice(at, Math.min(end, at + 16)))?.[0].length ?? 0;
    const stop = phrase > 0 ? at + phrase : wordEnd(text, at, end);
    const word = fold(text.slice(at, stop));
    if (text.startsWith('and/or', at)) return true;
    if (orWords.has(word) && (word.length > 1 || isCjk(word.charCodeAt(0)))) return true;
    unsure ||= maybeWords.has(word);
    if (phrase === 0 && !JOINERS.has(word) && !maybeWords.has(word)) break;
    joined = true;
    worded = true;
    at = opened(text, stop, end);
  }
  if (!joined || isArticle(text, at)) return false;
  if (ALL_BUT_LETTER.test(text.slice(at, Math.min(end, at + 56)))) return true;
  if (unsure && GROUP.test(text.slice(at, Math.min(end, at + 12)))) return true;
  // `(C), perhaps \text{D}`, but of "(C), $D$ is the diameter" the second letter is no option.
  const isStyled = worded && isOptionLetter(text.charCodeAt(at)) && isOneOf('}$', text, at + 1);
  if (isStyled || standsAlone(text, at, after, end, true)) return !isDeniedClause(text, at + 1, end);
  return (
    SEVERAL_LETTERS.test(text.slice(at, Math.min(end, at + 6))) ||
    (isOptionLetter(text.charCodeAt(at)) && isOneOf('\\/&', text, at + 1))
  );
}

/** "all except ", "anything but \\text{", "every other option save (": what leads to the one option that is left out. */
const ALL_BUT = String.raw`(?:every|all|any|anything|everything|each|those)\b[^.]{0,30}?\b(?:except|but|other than|save|besides|apart from)(?: for)?[\s}({*$]*(?:\\text\{)?`;
const ALL_BUT_LETTER = new RegExp(`^${ALL_BUT}[A-J](?![A-Za-z])`, 'i');
const ENDS_IN_ALL_BUT = new RegExp(String.raw`\b${ALL_BUT}$`, 'i');

/** True when the option that follows `before` is the one that is left out. */
export const isLeftOut = (before: string): boolean => ENDS_IN_ALL_BUT.test(before);

/** "possibly all of them", "maybe none of these": options named together. */
const GROUP = /^(?:all|none|neither|both|every|each|any|several|some)(?![a-z])/i;

/** "E; EA": two options or more as one word. */
const SEVERAL_LETTERS = /^[A-J]{2,5}(?![A-Za-z])/;

/** "EA vs. (E)": such a word anywhere before an option. */
export const holdsSeveralLetters = (text: string): boolean =>
  /(?:^|[^A-Za-z\\])[A-J]{2,5}(?![A-Za-z])/.test(text);

/** The offset after spaces, marks and the macros of words that open before what comes next: ` \\text{both`. */
function opened(text: string, from: number, end: number): number {
  let at = from;
  for (let round = 0; round < 3; round += 1) {
    while (at < end && isOneOf(' .,:($*{', text, at)) at += 1;
    const macro = text[at] === '\\' ? MACRO.exec(text.slice(at, at + 16)) : null;
    if (macro === null) break;
    at += macro[0].length;
  }
  return at;
}

/** A macro that sets words, or sets them off. */
const MACRO = /^\\(?:text(?:bf|it|rm|sf)?|mbox|math(?:rm|bf|sf)|boldsymbol|operatorname|underline)\s?\{/;

/** What is said of an option right after its letter, up to the end of the clause. */
const CLAUSE =
  /^[)\]*$]*\s+(?:is|are|was|were|would|can|could|does|do|has|have|gives|yields|seems|fails|contradicts|violates|isn['’]t|doesn['’]t|can['’]t|cannot|won['’]t|wasn['’]t|ist|est|n['’]est|es|é|è|(?:no|non|não|nicht|не)(?! \(?[A-J](?![a-z]))|является)(?![a-z])[^.,;:?!\n]{0,80}/i;

const nots: Cues = cueList([
  'not',
  "isn't",
  'isn’t',
  "doesn't",
  'doesn’t',
  "can't",
  'can’t',
  'cannot',
  "won't",
  "wasn't",
  'never',
  'no',
  ...['nicht', 'kein', 'keine', 'pas', "n'est", 'non', 'não', 'не'],
]);

/** Words that deny by themselves; with a "not" they affirm. */
const negatives: Cues = cueList(
  'wrong|incorrect|false|impossible|invalid|excluded|eliminated|ruled out|fails|contradicts|violates|inconsistent|discarded|out|smaller|larger|gives|yields|falsch|faux|fausse|incorrecta|incorrecto|falsa|falso|errada|errado|sbagliata|sbagliato|неверно|неверный|неправильный'.split(
    '|',
  ),
);

/** Another clause: "B is right and A is not". */
const NEXT_CLAUSE = /\s(?:and|but|while|whereas|because|since|so)\s.*$/;

/** "would give 13": what is not the case. */
const WOULD = /\bwould (?!be (?:the|my|our)\b)/;

/** "too small", at the end of nothing: "right too" affirms. */
const TOO = /\btoo [a-z]/;

/** "C is too small", "D cannot be": the clause about an option, whose letter ends at `after`, denies it. */
export function isDeniedClause(text: string, after: number, end: number): boolean {
  const clause = CLAUSE.exec(text.slice(after, Math.min(end, after + 100)))?.[0];
  if (clause === undefined) return false;
  const folded = fold(clause).replace(NEXT_CLAUSE, '');
  return hasCue(folded, nots) !== (hasCue(folded, negatives) || TOO.test(folded) || WOULD.test(folded));
}
