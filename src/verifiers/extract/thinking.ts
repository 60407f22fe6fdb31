import { fold, isSpace } from './characters.js';

/** A pair of markers around text that is not part of the reply. */
interface ThoughtMarkers {
  readonly open: string;
  readonly close: string;
}

/** Every spelling of a thought's beginning and end in use; compared without case. */
const thoughts: readonly ThoughtMarkers[] = [
  { open: '<think>', close: '</think>' },
  { open: '<thinking>', close: '</thinking>' },
  { open: '<thought>', close: '</thought>' },
  { open: '<thoughts>', close: '</thoughts>' },
  { open: '<reasoning>', close: '</reasoning>' },
  { open: '<reflection>', close: '</reflection>' },
  { open: '<scratchpad>', close: '</scratchpad>' },
  { open: '<seed:think>', close: '</seed:think>' },
  { open: '[think]', close: '[/think]' },
  { open: '◁think▷', close: '◁/think▷' },
  { open: '<|begin_of_thought|>', close: '<|end_of_thought|>' },
  { open: '<|channel|>analysis<|message|>', close: '<|channel|>final<|message|>' },
  { open: '<|im_start|>think', close: '<|im_start|>answer' },
];

/** Tokens that begin the turn of another speaker: nothing after them is the reply's. */
const otherTurns: ReadonlySet<string> = new Set(['<|im_start|>user', '<|im_start|>system', '<|user|>']);

/** Tokens after which nothing of the reply follows: the end of the turn, or the start of another speaker's. */
const turnEnds: readonly string[] = [
  ...otherTurns,
  '<|im_end|>',
  '<|endoftext|>',
  '<|end_of_text|>',
  '<|end_of_turn|>',
  '<end_of_turn>',
  '<|eot_id|>',
  '<|return|>',
  '<|end|>',
  '<｜end▁of▁sentence｜>',
  '<|end_of_solution|>',
  '</s>',
  '<eos>',
];

/** Another speaker's name that opens a line of a transcript. */
const speakers: readonly string[] = ['User', 'Human', 'USER', 'HUMAN', 'user', 'human'].map(
  (name) => `\n${name}:`,
);

/** Any of them: most responses hold none, and are looked through once. */
const SPEAKER = new RegExp(speakers.join('|'));

/** Where the next speaker's line begins, after something has been said; else `end`. */
function speakerAt(text: string, from: number, end: number): number {
  let first = end;
  if (!SPEAKER.test(text)) return end;
  for (const speaker of speakers) {
    let at = text.indexOf(speaker, from);
    while (at >= 0 && isBlank(text, from, at)) at = text.indexOf(speaker, at + 1);
    if (at >= 0 && at < first) first = at;
  }
  return first;
}

/** How any of them begins; most responses hold none. */
const MARKER = /<[a-z|/｜]|\[\/?t|◁/i;

/** The part of a response that is the reply, or why there is none. */
export type Reply =
  | { readonly found: true; readonly start: number; readonly end: number }
  | { readonly found: false; readonly reason: string };

const isBlank = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i += 1) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
};

/** Offsets of every occurrence of `needle`. `folded` is the lower-cased text. */
function occurrences(folded: string, needle: string): number[] {
  const found: number[] = [];
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length))
    found.push(at);
  return found;
}

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly opens: boolean;
}

function thoughtMarks(folded: string): Mark[] {
  const marks: Mark[] = [];
  for (const { open, close } of thoughts) {
    for (const at of occurrences(folded, open)) marks.push({ at, length: open.length, opens: true });
    for (const at of occurrences(folded, close)) marks.push({ at, length: close.length, opens: false });
  }
  return marks.sort((a, b) => a.at - b.at);
}

/**
 * The stretches outside all thoughts. A closing marker with no opening one ends a thought that began with the
 * response (the template opened it in the prompt).
 */
function stretches(marks: readonly Mark[], end: number): { reply: [number, number][]; open: boolean } {
  const reply: [number, number][] = [];
  let from = 0;
  let depth = 0;
  for (const mark of marks) {
    if (mark.at >= end) break;
    if (mark.opens) {
      if (depth === 0) reply.push([from, mark.at]);
      depth += 1;
    } else {
      if (depth === 0) reply.length = 0;
      depth = 0;
      from = mark.at + mark.length;
    }
  }
  if (depth === 0) reply.push([from, end]);
  return { reply, open: depth > 0 };
}

/** Where the turn begins and ends: after tokens that open it, before the first end-of-turn token that follows something. */
function turnOf(text: string, folded: string, after: number): { from: number; end: number } {
  let from = after;
  let end = text.length;
  for (const token of turnEnds) {
    for (
      let at = folded.indexOf(token, from);
      at >= 0 && at < end;
      at = folded.indexOf(token, at + token.length)
    ) {
      if (isBlank(text, from, at) && !otherTurns.has(token)) from = at + token.length;
      else end = at;
    }
  }
  return { from, end };
}

/**
 * The last non-blank stretch of the response outside its thoughts, cut at the end of the turn. An unclosed
 * thought leaves no reply. `count` is told how many characters were looked at.
 */
export function findReply(text: string, count: (characters: number) => void): Reply {
  count(text.length);
  const marked = MARKER.test(text);
  const folded = marked ? fold(text) : text;
  const marks = marked ? thoughtMarks(folded) : [];
  const lastClose = marks.findLast((mark) => !mark.opens);
  const after = lastClose === undefined ? 0 : lastClose.at + lastClose.length;
  const { from, end } = marked ? turnOf(text, folded, after) : { from: 0, end: text.length };
  const turn = { from, end: speakerAt(text, Math.max(from, after), end) };
  const { reply, open } = stretches(marks, turn.end);
  if (open) return { found: false, reason: 'the thinking is never closed, so no final answer follows it' };
  const last = reply.findLast(
    ([start, stop]) => !isBlank(text, stop >= turn.from ? Math.max(start, turn.from) : start, stop),
  );
  if (last !== undefined)
    return {
      found: true,
      start: last[1] >= turn.from ? Math.max(last[0], turn.from) : last[0],
      end: last[1],
    };
  return {
    found: false,
    reason: marks.length > 0 ? 'nothing follows the thinking' : 'the response is empty',
  };
}
