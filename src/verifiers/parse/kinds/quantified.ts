import type { Answer } from '../../answer.js';
import type { Reading } from './reading.js';

/** "all x >", "the set of all real numbers x such that": words that leave the condition after them to say it all. */
const LEAD =
  /^(?:the )?(?:set of )?(?:all|any|every) (?:real )?(?:numbers? |values? of |values? )?(?:[a-z] (?:such that|with|for which|where|satisfying) )?(?=[a-z] ?(?:[<>≤≥≠]|\\(?:leq?|geq?|neq?|lt|gt|in|leqslant|geqslant)(?![a-z])))/;

/** "all integers n ≥": an index letter is a whole number anyway. */
const WHOLE_LEAD =
  /^(?:all|any|every|for all) (?:positive |natural )?(?:integers?|numbers?|integer values of) (?=[nkm] ?(?:[>≥]|\\(?:geq?|gt|geqslant)(?![a-z])))/;

const TEXT = /\\(?:text|textrm|mathrm) ?\{([^{}]*)\}/g;

const CONDITIONS: ReadonlySet<Answer['kind']> = new Set(['relation', 'logic', 'interval', 'set-operation']);

/** "all x > 2", "all real numbers x such that x ≠ 2": the condition alone. */
export function readQuantified({ surface, pieces, mathematics }: Reading): Answer | null {
  const first = pieces[0];
  if (first?.kind !== 'word' || !/^(?:all|any|every|the|set)$/i.test(first.value)) return null;
  if (surface.text.length > 200) return null;
  const text = surface.text.replaceAll(TEXT, '$1').replaceAll('$', '').replaceAll(/\s+/g, ' ').trim();
  const lowered = text.charAt(0).toLowerCase() + text.slice(1);
  const lead = LEAD.exec(lowered) ?? WHOLE_LEAD.exec(lowered);
  const answer = lead === null ? null : mathematics(text.slice(lead[0].length));
  return answer !== null && CONDITIONS.has(answer.kind) ? answer : null;
}
