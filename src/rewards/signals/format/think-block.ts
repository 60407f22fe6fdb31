import { afterSpace, isBlank } from '../../text/characters.js';
import type { Dialect } from './dialect.js';

/** A tag `<think>` or `</think>`, spelt with any case and white space. */
interface Tag {
  readonly closing: boolean;
  readonly start: number;
  readonly end: number;
}

/** What Python's case-blind matching takes for each letter: more than upper and lower case. */
const LETTERS = ['tT', 'hH', 'iIİı', 'nN', 'kK\u212a'] as const;

/** The tag that starts at a `<`, `null` when none does. */
function tagAt(text: string, start: number): Tag | null {
  let at = afterSpace(text, start + 1);
  const closing = text[at] === '/';
  if (closing) at = afterSpace(text, at + 1);
  for (const letters of LETTERS) {
    if (!letters.includes(text[at] ?? ' ')) return null;
    at += 1;
  }
  at = afterSpace(text, at);
  return text[at] === '>' ? { closing, start, end: at + 1 } : null;
}

/** All think tags in order. */
function tagsOf(text: string): Tag[] {
  const found: Tag[] = [];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const tag = tagAt(text, at);
    if (tag !== null) found.push(tag);
  }
  return found;
}

/** Whether some block, read from its first opening tag to the next closing one, says something. */
function someBlock(text: string, tags: readonly Tag[]): boolean {
  let open: Tag | null = null;
  for (const tag of tags) {
    if (!tag.closing) open ??= tag;
    else if (open !== null) {
      if (!isBlank(text, open.end, tag.start)) return true;
      open = null;
    }
  }
  return false;
}

/**
 * torchforge `ThinkingReward`: 1 for a thought that says something, 0.2 for any attempt at a tag, 0 without.
 * Closed: 1 only for one pair in order; `emptyThought` pays it in full even when empty.
 */
export const torchforge: Dialect = (text, { exact, emptyThought }) => {
  const tags = tagsOf(text);
  if (tags.length === 0) return 0;
  const [open, close] = tags;
  const onePair = tags.length === 2 && open?.closing === false && close?.closing === true;
  if (someBlock(text, tags)) return exact || onePair ? 1 : 0.2;
  return !exact && emptyThought && onePair ? 1 : 0.2;
};
