import type { KatexNode } from '../katex.js';
import type { Walk } from './walk.js';

/** Roots, with their index. */
export function root(walk: Walk, node: KatexNode): void {
  if (node.type !== 'sqrt') return;
  const from = walk.begin();
  const { start, spaceBefore } = walk.place(from, from);
  const index = node.index === null || node.index === undefined ? null : walk.argument(node.index);
  const radicand = walk.argument(node.body);
  const { end } = walk.place(from, walk.cursor);
  walk.push({ kind: 'root', radicand, index: index?.length === 0 ? null : index, start, end, spaceBefore });
}
