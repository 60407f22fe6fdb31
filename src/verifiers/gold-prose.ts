import type { Answer } from './answer.js';
import { fold, isLetter } from './extract/characters.js';
import { conclusions, hasCue } from './extract/cues.js';
import { type Extraction, explicitMethods } from './extract/index.js';
import { proseWords } from './extract/reading.js';

/**
 * True when what was extracted from a gold in prose is all that the gold claims, so that it may stand for the whole. A
 * marker says so. Without one the last sentence must state that one value and nothing after it, and must not be one
 * statement of several: "the minimum is 2, the maximum 5" is not answered by 5.
 */
export function statesOneValue(text: string, extraction: Extraction, part: Answer): boolean {
  const { method, span } = extraction;
  if (method === null || explicitMethods.includes(method)) return true;
  if (span === null || proseWords(text, 2) < 2) return false;
  if (part.kind === 'truth') return true;
  if (part.kind === 'choice' || hasWord(text, span.end)) return false;
  const sentence = sentenceStart(text, span.start);
  if (holdsClaim(text.slice(sentence, span.start))) return false;
  return !holdsClaim(text.slice(0, sentence)) || hasCue(fold(text.slice(sentence, span.start)), conclusions);
}

function hasWord(text: string, from: number): boolean {
  for (let i = from; i < text.length; i += 1) {
    if (isLetter(text.charCodeAt(i)) || /\d/.test(text.charAt(i))) return true;
  }
  return false;
}

/** Where the sentence that holds `at` begins. */
function sentenceStart(text: string, at: number): number {
  const before = text.slice(0, at);
  return Math.max(
    ...['. ', '.\n', '\n\n', '! ', '。'].map((stop) => {
      const found = before.lastIndexOf(stop);
      return found < 0 ? 0 : found + stop.length;
    }),
  );
}

/** A numeral or a relation: more than the mention of a name. */
const holdsClaim = (text: string): boolean => /[0-9=<>≤≥≈]|\\(?:approx|le|ge|leq|geq)(?![a-z])/.test(text);
