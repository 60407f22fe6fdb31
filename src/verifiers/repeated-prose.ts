import type { Context } from './context.js';
import { type Extraction, explicitMethods } from './extract/index.js';
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
    const prose = whole?.answer ?? answer;
    if (prose.kind !== 'text' || response.length < text.length / slack) continue;
    const reply = findReply(response, () => {});
    if (!reply.found || reply.end - reply.start > slack * (whole?.text ?? text).length + 20) continue;
    const parsed = parseWithin(response.slice(reply.start, reply.end), context);
    if (parsed.ok && parsed.value.kind === 'text' && parsed.value.normal === prose.normal)
      return equal('text');
  }
  return null;
}
