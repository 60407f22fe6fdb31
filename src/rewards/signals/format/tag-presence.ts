import { isBlankPart, onlyBlock } from '../../text/tags.js';
import type { Dialect } from './dialect.js';

/** A tag and whether its pair may be repeated, reordered or empty. */
export interface Presence {
  readonly tag: string;
  readonly exact: boolean;
}

/**
 * Whether a pair of tags is there: exactly, an opening tag and any closing tag after it; with the hole
 * closed, one of each around something.
 */
export function hasPair(text: string, { tag, exact }: Presence): boolean {
  const block = onlyBlock(text, tag);
  if (!exact) return block !== null && !isBlankPart(text, block);
  const open = text.indexOf(`<${tag}>`);
  return open >= 0 && text.lastIndexOf(`</${tag}>`) >= open + tag.length + 2;
}

/** NeMo-RL `format_reward` with its own tags and weights: ¼ for a thought, ¾ for an answer. */
export const nemoRl: Dialect = (text, { exact, emptyThought }) =>
  (hasPair(text, { tag: 'think', exact: exact || (emptyThought && onlyBlock(text, 'think') !== null) })
    ? 0.25
    : 0) + (hasPair(text, { tag: 'answer', exact }) ? 0.75 : 0);
