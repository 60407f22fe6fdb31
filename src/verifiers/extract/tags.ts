import { fold } from './characters.js';
import { cleanRange, type Range } from './clean.js';
import type { Claim } from './contract.js';
import type { Page } from './page.js';
import { isPlaceholder } from './reading.js';

/** Pairs of marks that hold the final answer: tags, and the special tokens of models that print them. */
const marks: readonly (readonly [open: string, close: string])[] = [
  ...['answer', 'final_answer', 'final-answer', 'finalanswer'].map(
    (name) => [`<${name}>`, `</${name}>`] as const,
  ),
  ['<|begin_of_box|>', '<|end_of_box|>'],
  ['[answer]', '[/answer]'],
];

/** Tags as claims, and the offset of one that is begun after all of them and never closed. */
export function tagClaims(page: Page): { claims: Claim[]; unterminated: number | null; empty: boolean } {
  const { text, start, end } = page;
  const claims: Claim[] = [];
  let unterminated: number | null = null;
  let seen = false;
  if (!text.includes('<', start) && !text.includes('[/', start))
    return { claims, unterminated, empty: false };
  const folded = fold(text.slice(start, end));
  page.look(folded.length * marks.length);
  for (const [open, shut] of marks) {
    // "[answer]" is a word in brackets where nothing closes it.
    if (shut.startsWith('[') && !folded.includes(shut)) continue;
    for (let at = folded.indexOf(open); at >= 0; ) {
      seen = true;
      const content = at + open.length;
      const close = folded.indexOf(shut, content);
      const next = folded.indexOf(open, content);
      if (close < 0) {
        unterminated = start + at;
        break;
      }
      if (next < 0 || next > close)
        addTag(page, claims, start + at, { start: start + content, end: start + close });
      at = next;
    }
  }
  claims.sort((a, b) => a.start - b.start);
  const last = claims.at(-1);
  if (unterminated !== null && last !== undefined && last.start > unterminated) unterminated = null;
  return { claims, unterminated, empty: seen && claims.length === 0 };
}

function addTag(page: Page, claims: Claim[], start: number, inside: Range): void {
  const range = cleanRange(page.text, inside.start, inside.end);
  const content = page.text.slice(range.start, range.end);
  if (isPlaceholder(content)) return;
  claims.push({ method: 'answer-tag', text: content, spans: [range], start, end: inside.end, firm: true });
}
