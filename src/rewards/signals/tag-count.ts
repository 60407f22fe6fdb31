import { defineSignal } from '../define.js';
import type { Signal } from '../signal.js';
import { occurrences, onlyAt } from '../text/tags.js';

/** The four tags of open-r1 with the line feeds that belong to them, in order. */
const TAGS = [
  { tag: '<think>', lines: '<think>\n' },
  { tag: '</think>', lines: '\n</think>\n' },
  { tag: '<answer>', lines: '\n<answer>\n' },
  { tag: '</answer>', lines: '\n</answer>' },
] as const;

/** How many tags stand exactly once on lines of their own. */
const exactCount = (text: string): number =>
  TAGS.filter(({ lines }) => occurrences(text, lines) === 1).length;

/** The same, where the tag stands nowhere else in any form, and behind those counted before it. */
function closedCount(text: string): number {
  let count = 0;
  let last = -1;
  for (const { tag, lines } of TAGS) {
    const at = onlyAt(text, tag);
    if (at <= last || occurrences(text, lines) !== 1) continue;
    count += 1;
    last = at;
  }
  return count;
}

/**
 * A quarter for each of `<think>`, `</think>`, `<answer>`, `</answer>` that stands exactly once, on a line of
 * its own. Closed: in this order, and the same tag stands nowhere else; `exact` is open-r1
 * `tag_count_reward`.
 */
export const tagCount: Signal = defineSignal({
  name: 'tag-count',
  summary: 'a quarter for each think or answer tag that stands once, on a line of its own',
  source: 'open-r1 `tag_count_reward`',
  parameters: {
    exact: { kind: 'boolean', default: false, what: 'decide as the original, its holes included' },
  },
  range: () => [0, 1],
  score: ({ text }, { exact }) => 0.25 * (exact ? exactCount(text) : closedCount(text)),
});
