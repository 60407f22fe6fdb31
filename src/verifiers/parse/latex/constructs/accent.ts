import type { KatexNode } from '../katex.js';
import { NEEDS, type Walk } from './walk.js';

/** Marks over letters, by the bare name of their command; a line over digits may be a period. */
export function accent(walk: Walk, node: KatexNode): void {
  if (node.type !== 'accent' && node.type !== 'overline') return;
  const from = walk.begin();
  const space = walk.place(from, from);
  const tokens = walk.argument(node.type === 'accent' ? node.base : node.body);
  const end = walk.place(from, walk.cursor).end;
  const name = node.type === 'accent' ? node.label.slice(1) : 'overline';
  walk.needs |= NEEDS.decimals;
  walk.push({ kind: 'accent', accent: name, tokens, ...space, end });
}
