import type { Answer } from '../../answer.js';
import { GREEK } from '../names.js';
import { type Piece, sliceText } from '../scan.js';
import { isProse, type Reading } from './reading.js';

/** Verbs and signs after which a sentence states its value. */
const VERBS: ReadonlySet<string> = new Set(
  (
    'is are was be equals equal equalling has have costs cost takes took gets got weighs measures becomes contains needs makes totals ' +
    'es son est sont ist sind é são 是 为 等于 equals'
  ).split(' '),
);

/** Words that may stand between the verb and the value without changing it. */
const FILLERS: ReadonlySet<string> = new Set(
  (
    'the a an about approximately approx roughly around exactly simply just only therefore thus then also to by given as precisely now ' +
    'length area volume value measure plane line hyperplane point equation matrix interval function vector width height perimeter radius probability total sum equal indeed of la el le les der die das'
  ).split(' '),
);

/** Words in the subject that turn the sentence into something else than a statement of its value. */
const SPOILERS: ReadonlySet<string> = new Set(
  (
    'not no never nobody none nothing neither nor cannot isn isnt arent wasnt don dont doesn didn won wouldn couldn shouldn doubt unsure without except unless if whether either least most more less than fewer greater ' +
    'between over under above below maybe perhaps possibly probably might may can could would should either wrong incorrect false but or assume assuming suppose supposing let impossible unlikely say says claim claims não nao non ne pas nicht kein nie niet не bukan tidak değil لا ليس 不 不是 没有 如果 或'
  ).split(' '),
);

/** Chinese phrases that lead to a value, longest first. */
const CHINESE_LEADS =
  /^(?:.{0,24}?(?:答案|结果|值|解|和|积|差|商|数|率|长|面积|体积|周长|角|范围|度数|距离|速度|时间|人数|个数)(?:是|为|等于|：|:)|(?:这|它|该函数|该三角形|该四边形)是|在(?=第.象限)|(?:答案|答|解|共|共有|一共|共计|总共|约|大约|约为|等于|为|是|得|有)(?:是|为|：|:)?)/u;

/** Words that open a statement: an answer label (`Answer: 5`), a connective. */
const LEADS: ReadonlySet<string> = new Set(
  'answer answers ans result solution solutions sol final value respuesta resultado réponse antwort ответ 答案 答 解'.split(
    ' ',
  ),
);

const isVerb = (piece: Piece): boolean => piece.kind === 'word' && VERBS.has(piece.value.toLowerCase());
const isWord = (piece: Piece): boolean =>
  piece.kind === 'word' && (isProse(piece) || piece.value.length > 1 || /^[aAI]$/.test(piece.value));
const isSymbol = (piece: Piece): boolean => piece.kind === 'word' && piece.value.length === 1;
const lower = (piece: Piece): string => piece.value.toLowerCase();

/** Where the value begins after a subject of words and a verb: "The mode is $1/3$". */
function sentenceValue(pieces: readonly Piece[]): number | null {
  let at = 0;
  let verb = -1;
  while (at < pieces.length && at < 24) {
    const piece = pieces[at]!;
    if (piece.kind === 'word' && SPOILERS.has(lower(piece))) return null;
    if (at > 0 && isVerb(piece)) verb = at;
    else if (!(isWord(piece) || isSymbol(piece) || isComma(piece) || isBrace(piece) || isGreek(piece))) break;
    at += 1;
  }
  if (verb < 0) return leadingFillers(pieces);
  let value = verb + 1;
  while (value < pieces.length && pieces[value]!.kind === 'word' && FILLERS.has(lower(pieces[value]!)))
    value += 1;
  if (pieces[value]?.kind === 'mark' && ':：'.includes(pieces[value]!.value)) value += 1;
  return value < pieces.length && pieces.slice(0, verb).some(isWord) ? value : null;
}

/** Words before a value that add nothing: "about 30 miles", "the year 2024". */
const PREFIXES: ReadonlySet<string> = new Set(
  'about approximately approx roughly around exactly the year number only just 大约 约'.split(' '),
);

function leadingFillers(pieces: readonly Piece[]): number | null {
  let at = 0;
  while (at < pieces.length && pieces[at]!.kind === 'word' && PREFIXES.has(lower(pieces[at]!))) at += 1;
  return at > 0 && at < pieces.length && pieces[at]!.kind !== 'word' ? at : null;
}

const isGreek = (piece: Piece): boolean => piece.kind === 'command' && GREEK.has(piece.value);
const isComma = (piece: Piece): boolean => piece.kind === 'mark' && ",'’".includes(piece.value);
const isBrace = (piece: Piece): boolean =>
  (piece.kind === 'open' || piece.kind === 'close') && (piece.value === '{' || piece.value === '}');

/** Where the value begins after `Answer:`, "Final answer:", "Solution is:". */
function labelValue(pieces: readonly Piece[]): number | null {
  let at = 0;
  let lead = false;
  while (at < pieces.length && at < 6 && isWord(pieces[at]!)) {
    if (LEADS.has(lower(pieces[at]!))) lead = true;
    at += 1;
  }
  const colon = pieces[at]?.kind === 'mark' && ':：='.includes(pieces[at]!.value);
  if (pieces.slice(0, at).some((piece) => SPOILERS.has(lower(piece)))) return null;
  return lead && colon && at + 1 < pieces.length ? at + 1 : null;
}

/** A hyphen set off from the word after it. */
const isBullet = ([first, second]: readonly Piece[]): boolean =>
  first?.kind === 'mark' && '-•*'.includes(first.value) && second?.kind === 'word' && second.space;

/** One label of words before a value: `radius: 5`, `Maximum = 2`. */
function singleLabel(pieces: readonly Piece[]): number | null {
  const opens = (piece: Piece | undefined): boolean =>
    (piece?.kind === 'word' && /^(?:an?|the)$/i.test(piece.value)) || isBullet(pieces);
  const from = opens(pieces[0]) ? 1 : 0;
  let at = from;
  while (at < pieces.length && at < 7 && isProse(pieces[at]!) && pieces[at]!.value.length > 2) at += 1;
  if (at === from || pieces.slice(0, at).some((piece) => SPOILERS.has(lower(piece)))) return null;
  const sign = pieces[at]?.kind === 'mark' && ':：='.includes(pieces[at]!.value);
  return sign && at + 1 < pieces.length ? at + 1 : null;
}

const CLAUSE_OPENERS: ReadonlySet<string> = new Set(['the', 'a', 'an', 'our', 'both', 'indeed', 'my']);

/** "where m is an integer": the clause is about a parameter, not about the value. */
const opensCondition = (piece: Piece): boolean =>
  piece.kind === 'word' && /^(?:where|for|with|when|if)$/i.test(piece.value);

/**
 * Where a value ends that a clause of words is said about: "x = 3 is the only root". The clause may name
 * letters, not values or relations, and may not deny.
 */
function statedValue(pieces: readonly Piece[]): number | null {
  const verb = pieces.findIndex(
    (piece) => piece.kind === 'word' && piece.style !== 'math' && /^(?:is|are)$/i.test(piece.value),
  );
  const opener = pieces[verb + 1];
  if (verb < 1 || opener?.kind !== 'word' || !CLAUSE_OPENERS.has(lower(opener))) return null;
  const holds = (piece: Piece): boolean =>
    piece.kind === 'number' || (piece.kind === 'mark' && '=<>+*/'.includes(piece.value));
  if (!pieces.slice(0, verb).some(holds) || pieces.slice(0, verb).some(opensCondition)) return null;
  const clause = pieces.slice(verb + 1);
  const plain = clause.every(
    (piece) => (piece.depth > 0 || !holds(piece)) && !(piece.kind === 'word' && SPOILERS.has(lower(piece))),
  );
  return plain ? verb : null;
}

/** How far a Chinese lead such as 最大值为 reaches, in characters of the first piece; 0 when there is none. */
function chineseLead(text: string): number {
  const found = CHINESE_LEADS.exec(text);
  return found === null || /[不没]|如果|假如|假设|可能|或许|也许/.test(found[0]) ? 0 : found[0].length;
}

const carries = (answer: Answer | null, words: boolean): Answer | null =>
  answer === null || (answer.kind === 'text' && !words) ? null : answer;

/** A value carried by a sentence or a label: the value alone, when it parses as an answer of its own. */
export function readCarried(reading: Reading): Answer | null {
  const { pieces, surface, part } = reading;
  if (pieces.length > 400) return null;
  if (pieces.length < 2) return readLead(reading);
  const cut = (from: number): string => sliceText(surface.text, pieces, from, pieces.length);
  const labelled = labelValue(pieces);
  if (labelled !== null) {
    const answer = part(cut(labelled));
    if (answer !== null) return answer;
  }
  const sentence = sentenceValue(pieces);
  if (sentence !== null) {
    const answer = carries(part(cut(sentence)), shortWords(pieces, sentence));
    if (answer !== null) return withSentence(answer, reading);
  }
  const stated = statedValue(pieces);
  if (stated !== null) {
    const answer = carries(part(sliceText(surface.text, pieces, 0, stated)), false);
    if (answer !== null) return answer;
  }
  const single = singleLabel(pieces);
  if (single !== null) {
    const answer = carries(part(cut(single)), single === 2);
    if (answer !== null) return answer;
  }
  const remark = remarkedValue(pieces);
  if (remark !== null) {
    const answer = carries(part(sliceText(surface.text, pieces, 0, remark)), false);
    if (answer !== null) return answer;
  }
  return readLead(reading);
}

/** A value after a Chinese lead. */
function readLead({ surface, part }: Reading): Answer | null {
  const lead = chineseLead(surface.text);
  return lead === 0 ? null : carries(part(surface.text.slice(lead)), true);
}

/** Words after a value that say where it is taken, or that it is all: "5, attained at x = 1", "x = 7 only". */
const REMARKS: ReadonlySet<string> = new Set('attained achieved reached occurring'.split(' '));
const ENDINGS: ReadonlySet<string> = new Set('only exactly'.split(' '));

/** Where a value ends that such words follow; null when none do. */
function remarkedValue(pieces: readonly Piece[]): number | null {
  const last = pieces[pieces.length - 1]!;
  const at =
    last.kind === 'word' && ENDINGS.has(lower(last))
      ? pieces.length - 1
      : pieces.findIndex((piece) => piece.kind === 'word' && REMARKS.has(lower(piece)));
  if (at < 1) return null;
  if (pieces.slice(at).some((piece) => piece.kind === 'word' && SPOILERS.has(lower(piece)))) return null;
  return isComma(pieces[at - 1]!) ? at - 1 : at;
}

/** Words keep the sentence that carried them, unless its subject says nothing ("It is Sunday."). */
function withSentence(answer: Answer, { pieces, phrase }: Reading): Answer {
  const generic = /^(?:it|this|that|answer)$/i.test(
    pieces.find((piece) => !/^(?:an?|the)$/i.test(piece.value))!.value,
  );
  return answer.kind === 'text' && phrase !== null && !generic ? { ...answer, sentence: phrase } : answer;
}

/** "The day is Sunday.": at most three words after the verb, and a subject that begins with an article. */
const shortWords = (pieces: readonly Piece[], value: number): boolean =>
  pieces.length - value <= 3 && /^(?:the|it|this|that|answer)$/i.test(pieces[0]!.value);
