import type { Answer } from './answer.js';
import type { Context } from './context.js';
import { type Extraction, explicitMethods, sameSpelling } from './extract/index.js';
import { proseWords } from './extract/reading.js';
import { findReply } from './extract/thinking.js';
import type { UsableGold } from './gold.js';
import { parseWithin } from './judge.js';
import { equal, type Finding } from './verdict.js';

/** A reply may be this much longer than the gold it repeats: delimiters, white space. */
const slack = 2;

/**
 * A reply without any marker that says just what a gold in prose says, word for word. Extraction looks for the value a
 * sentence states; where the gold is the sentence, the sentence is the answer. Null when no gold is repeated so.
 */
export function repeatsProse(
  golds: readonly UsableGold[],
  extraction: Extraction,
  response: string,
  context: Context,
): Finding | null {
  if (extraction.method !== null && explicitMethods.includes(extraction.method)) return null;
  for (const { text, answer, whole } of golds) {
    const [source, prose] = whole === undefined ? [text, answer] : [whole.text, whole.answer];
    if (response.length < source.length / slack || !isProse(source, prose)) continue;
    const reply = findReply(response, () => {});
    if (!reply.found || reply.end - reply.start > slack * source.length + 20) continue;
    const repeated = response.slice(reply.start, reply.end);
    if (sameSpelling(repeated, source)) return equal('text');
    const parsed = prose.kind === 'text' ? parseWithin(repeated, context) : null;
    if (parsed?.ok !== true || prose.kind !== 'text') continue;
    if (parsed.value.kind === 'text' && parsed.value.normal === prose.normal) return equal('text');
  }
  return null;
}

/** Words, or a value among words. */
const isProse = (text: string, answer: Answer): boolean => answer.kind === 'text' || proseWords(text, 3) > 2;
