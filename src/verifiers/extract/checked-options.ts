import { lineStart, trimSpaces } from './characters.js';
import type { Range } from './clean.js';
import type { Page } from './page.js';

/** Most lines of a list of options, and characters of one line. */
const lineLimit = 12;
const reach = 200;

/** A list has three options or more: of two, the one said to be wrong may be the one asked for. */
const fewest = 3;

/** The label that a line opens with: "C. 4", "- **(C)** 4", "✅ C", "- [x] C". */
const LABEL =
  /^[\s>*#•–-]*(?:\[[ xX✓✔]?\]\s*|[✅✔☑❌✗✘☒]\ufe0f?\s*)?[\s*]*(?:(?:option|choice) )?[(*]*([A-J])(?![A-Za-z])/i;

/** How a line says that its option is right, and that it is wrong. */
const RIGHT =
  /^[\s>*#•–-]*(?:\[[xX✓✔]\]|[✅✔☑])|(?:[✅✔☑✓]\ufe0f?|(?:[—–:(=-]\s*\**|\bis )(?:this is )?(?:the )?(?:correct|right)(?: (?:answer|option|choice|one))?)[\s.!*)]*$/i;
const WRONG =
  /^[\s>*#•–-]*(?:\[ ?\]|[❌✗✘☒])|(?:[❌✗✘☒×]\ufe0f?|(?:[—–:(=-]\s*\**|\bis )(?:incorrect|wrong|not (?:correct|right)|false))[\s.!*)]*$/i;

/**
 * The option that a list at the end of the reply ticks or calls right, when it judges every other one wrong; `several` when
 * it ticks more than one; else null.
 */
export function checkedOption(page: Page): Range | 'several' | null {
  const { text, start } = page;
  let right: Range | null = null;
  let lines = 0;
  for (let end = trimSpaces(text, page.end, start); end > start && lines < lineLimit; ) {
    const from = lineStart(text, end, Math.max(start, end - reach));
    const line = text.slice(from, end);
    const label = LABEL.exec(line);
    const isRight = RIGHT.test(line);
    if (label === null || isRight === WRONG.test(line)) break;
    if (isRight && right !== null) return 'several';
    const at = from + label[0].length - 1;
    if (isRight) right = { start: at, end: at + 1 };
    lines += 1;
    end = trimSpaces(text, from, start);
  }
  return lines >= fewest ? right : null;
}
