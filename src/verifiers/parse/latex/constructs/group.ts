import { CHARACTER_TEMPLATES } from '../commands/markers.js';
import type { KatexNode } from '../katex.js';
import { NEEDS, type Walk } from './walk.js';

/** The lone symbol of `{,}` or `{.}`, which marks digit grouping. */
function groupingMark(body: readonly KatexNode[]): ',' | '.' | null {
  const [only] = body;
  if (body.length !== 1 || only === undefined || !('text' in only)) return null;
  const template = CHARACTER_TEMPLATES.get(only.text);
  if (template?.kind !== 'operator') return null;
  return template.operator === ',' || template.operator === '.' ? template.operator : null;
}

/**
 * A braced group. An empty one prints nothing; one token in braces is that token, since a reader sees no
 * braces; anything longer is one operand.
 */
export function group(walk: Walk, node: KatexNode): void {
  if (node.type !== 'ordgroup') return;
  const located = walk.owns(node.loc) ? node.loc : undefined;
  const from = located?.start ?? walk.begin();
  const mark = groupingMark(node.body);
  if (mark !== null) {
    const { start, end, spaceBefore } = walk.place(from, located?.end ?? from + 1);
    walk.push({ kind: 'operator', operator: mark, mark: 'grouping', start, end, spaceBefore });
    return;
  }
  const [lone] = node.body;
  if (node.body.length === 1 && lone !== undefined && 'text' in lone) {
    // The neighbours of a lone symbol decide its role with or without braces.
    walk.visit(lone);
    walk.cursor = located?.end ?? walk.cursor;
    return;
  }
  const { start, spaceBefore } = walk.place(from, from + 1);
  const tokens = walk.inner(node.body);
  const { end } = walk.place(from, located?.end ?? walk.cursor);
  const [only] = tokens;
  if (only === undefined) return;
  if (tokens.length > 1) {
    if (walk.out[walk.out.length - 1]?.kind === 'open') walk.needs |= NEEDS.groups;
    walk.push({ kind: 'group', tokens, start, end, spaceBefore });
  } else {
    if (only.kind === 'array') walk.needs |= NEEDS.grids;
    if (only.kind === 'text') walk.needs |= NEEDS.words;
    walk.push({ ...only, start, end, spaceBefore });
  }
}
