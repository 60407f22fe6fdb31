import type { Answer } from './answer.js';
import type { Context } from './context.js';
import type { Extraction } from './extract/index.js';
import type { UsableGold } from './gold.js';
import { parseWithin } from './judge.js';

/** Longest reply that is tried as one answer. */
const LONGEST = 160;

/** Kinds that no sentence has by carrying one value: a set, labelled parts or a ratio is all that the reply says. */
const STRUCTURED: ReadonlySet<Answer['kind']> = new Set([
  'set-operation',
  'set-builder',
  'family',
  'labelled',
  'ratio',
]);

/** Kinds of golds that a structured answer may equal. */
const PARTNERS: ReadonlySet<Answer['kind']> = new Set([
  ...STRUCTURED,
  'relation',
  'interval',
  'logic',
  'list',
  'tuple',
]);

/** Markers whose contents are the answer, whatever stands around them. */
const MARKED: ReadonlySet<string> = new Set(['boxed', 'fbox', 'answer-tag', 'hashes', 'code-fence', 'bare']);

/**
 * A reply of one line that is an answer in words and signs as a whole ("all reals except 2", "the mean is 6 and the
 * median is 5"), where a search for one value in it would cut it; null for any other reply or gold.
 */
export function wholeReply(
  golds: readonly UsableGold[],
  extraction: Extraction,
  response: string,
  context: Context,
): Extraction | null {
  if (extraction.status === 'several' || extraction.status === 'restatement') return null;
  if (extraction.method !== null && MARKED.has(extraction.method)) return null;
  if (response.length > 2 * LONGEST || !golds.some(({ answer }) => PARTNERS.has(answer.kind))) return null;
  const text = response.trim();
  // Quotation marks are a JSON object's: its fields say more than its answer.
  if (text === '' || text.length > LONGEST || /[\n"]/.test(text)) return null;
  const parsed = parseWithin(text, context);
  if (!parsed.ok || !STRUCTURED.has(parsed.value.kind)) return null;
  const start = response.indexOf(text);
  const span = { start, end: start + text.length };
  return {
    ...extraction,
    status: 'found',
    text,
    span,
    spans: [span],
    method: 'bare',
    reason: 'stated as bare',
  };
}
