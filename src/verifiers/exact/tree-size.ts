import type { Expr } from '../expr.js';

/**
 * The number of nodes of a tree, parts that are shared counted each time; counting ends beyond `limit`. Trees built
 * from their own parts double with every step, while they stay small in memory.
 */
export function treeSize(expr: Expr, limit: number): number {
  const open: Expr[] = [expr];
  let size = 0;
  for (let next = open.pop(); next !== undefined && size <= limit; next = open.pop()) {
    size += 1;
    if (next.node === 'apply') for (const arg of next.args) open.push(arg);
  }
  return size;
}
