import { isBlank } from './characters.js';

/** How often `part` occurs, occurrences not overlapping; 0 for an empty part. */
export function occurrences(text: string, part: string): number {
  if (part === '') return 0;
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

/** Where `part` occurs if it occurs exactly once, else −1. */
export function onlyAt(text: string, part: string): number {
  const at = text.indexOf(part);
  return at >= 0 && text.indexOf(part, at + 1) < 0 ? at : -1;
}

/**
 * Whether a line ends at an offset: at the end of the text or before a line feed, as Python's multi-line `$`.
 */
export const endsLine = (text: string, at: number): boolean => at === text.length || text[at] === '\n';

/** A half-open range of a text. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * What one pair `<tag>…</tag>` encloses, when each of the two stands exactly once and in order; else `null`.
 */
export function onlyBlock(text: string, tag: string): Part | null {
  const open = `<${tag}>`;
  const start = onlyAt(text, open);
  const end = onlyAt(text, `</${tag}>`);
  return start >= 0 && end >= start + open.length ? { start: start + open.length, end } : null;
}

/** Whether a part of a text is blank. */
export const isBlankPart = (text: string, { start, end }: Part): boolean => isBlank(text, start, end);
