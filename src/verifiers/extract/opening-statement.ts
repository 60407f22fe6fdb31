import { skipSpaces, trimSpaces } from './characters.js';
import { cleanRange, unwrapMarks } from './clean.js';
import type { Claim } from './contract.js';
import type { Page } from './page.js';

/** How a paragraph begins that gives the reasons for the answer before it. */
const REASONS =
  /^[*_#> ]*(?:explanation|because|reason(?:ing|s)?|since|justification|this is because|here(?:'s| is) (?:why|how|the reason)|why|proof|verification|check|step|steps|解析|解释|解釋|因为|因為|理由|説明|설명|이유|explicación|explicação|explication|erklärung|begründung|porque|parce que|weil|объяснение|пояснение|потому что)(?![a-z])/i;

/** Longest first line that is tried. */
const limit = 120;

/** "12", a blank line, "Explanation: …": the reply opens with its answer, and goes on to give the reasons. */
export function openingClaim(page: Page): Claim | null {
  const { text, end } = page;
  const start = skipSpaces(text, page.start, end);
  const line = text.indexOf('\n', start);
  if (line < 0 || line >= end || line - start > limit) return null;
  const rest = skipSpaces(text, line, end);
  if (!REASONS.test(text.slice(rest, rest + 40))) return null;
  const range = unwrapMarks(text, cleanRange(text, start, trimSpaces(text, line, start)));
  if (range.end <= range.start || !page.isAnswer(text.slice(range.start, range.end))) return null;
  return {
    method: 'bare',
    text: text.slice(range.start, range.end),
    spans: [range],
    start,
    end: line,
    firm: true,
  };
}
