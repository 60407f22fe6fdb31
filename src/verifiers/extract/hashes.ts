import { fold, isDigit, isLatin, isOneOf, isSpace, lineEnd, skipSpaces } from './characters.js';
import { cleanRange } from './clean.js';
import type { Claim } from './contract.js';
import type { Page } from './page.js';
import { isPlaceholder } from './reading.js';

/**
 * `#### 42`, the marker of GSM8K: four hashes and the answer up to the end of the line. A Markdown heading
 * of the fourth level ("#### Step 2", "#### Final Answer") is none: its line is words, or ends in a colon.
 */
export function hashClaims(page: Page): { claims: Claim[]; unterminated: number | null } {
  const { text, start, end } = page;
  const claims: Claim[] = [];
  for (let at = text.indexOf('####', start); at >= 0 && at < end; ) {
    let content = at + 4;
    while (text[content] === '#') content += 1;
    const stop = lineEnd(text, content, end);
    page.look(stop - at);
    if (content === at + 4) addHash(page, claims, at, content, stop);
    if (content === at + 4 && skipSpaces(text, content, end) >= end) return { claims, unterminated: at };
    at = text.indexOf('####', Math.max(content, stop));
  }
  return { claims, unterminated: null };
}

function addHash(page: Page, claims: Claim[], start: number, content: number, stop: number): void {
  const { text, end } = page;
  const range = cleanRange(text, content, stop);
  const line = text.slice(range.start, range.end);
  if (
    isPlaceholder(line) ||
    line.length > 400 ||
    fold(line).includes('answer') ||
    text[range.end] === ':' ||
    text[range.end] === '：'
  )
    return;
  const closes = skipSpaces(text, stop, end) >= end;
  const firm = startsAsValue(line) || page.isAnswer(line);
  if (!firm && !closes) return;
  claims.push({ method: 'hashes', text: line, spans: [range], start, end: stop, firm: true });
}

/** A value begins with a digit, a sign, money, mathematics or a bracket, not with a numbered heading ("1. Setup"). */
function startsAsValue(line: string): boolean {
  const code = line.charCodeAt(0);
  if (!isDigit(code)) return isOneOf('-+$\\([', line, 0);
  const words = line.split(' ');
  return (
    words.length === 1 || !(line.includes('. ') && isLatin((words[1] ?? '').charCodeAt(0))) || isSpace(code)
  );
}
