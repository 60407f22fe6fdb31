import type { Token } from '../../token.js';
import type { KatexNode } from '../katex.js';
import { type Head, NEEDS, type Walk } from './walk.js';

type Row = readonly (readonly Token[])[];

const PLAIN: Extract<Head, { readonly kind: 'array-head' }> = {
  kind: 'array-head',
  shape: 'matrix',
  delimiter: '',
};

/** Contents of a cell, which KaTeX wraps in a style and a group. */
function cell(walk: Walk, node: KatexNode): readonly Token[] {
  const [inside] = node.type === 'styling' ? node.body : [node];
  return inside === undefined ? [] : walk.argument(inside);
}

/** Alignment marks come in pairs: what stands left and right of one is a single statement. */
function joinPairs(row: Row): Row {
  const joined: (readonly Token[])[] = [];
  for (let i = 0; i < row.length; i += 2) {
    const statement = [...(row[i] ?? []), ...(row[i + 1] ?? [])];
    if (statement.length > 0) joined.push(statement);
  }
  return joined;
}

/** End of the environment whose last cell ends at `at`. */
function environmentEnd(walk: Walk, at: number): number {
  const mark = '\\end{matrix}';
  const found = walk.text.indexOf(mark, at);
  return found < 0 ? at : found + mark.length;
}

/** A grid: matrix, cases or aligned lines, as the head before it says. Rows without contents go. */
export function grid(walk: Walk, node: KatexNode): void {
  if (node.type !== 'array') return;
  const from = walk.begin();
  const head = walk.head?.kind === 'array-head' ? walk.head : PLAIN;
  walk.head = null;
  const space = walk.place(from, from);
  const rows: Row[] = [];
  for (const nodes of node.body) {
    const cells = nodes.map((inside) => cell(walk, inside));
    const row = head.shape === 'lines' ? joinPairs(cells) : cells;
    if (row.some((tokens) => tokens.length > 0)) rows.push(row);
  }
  const end = walk.place(from, environmentEnd(walk, walk.cursor)).end;
  walk.needs |= NEEDS.grids;
  walk.push({ kind: 'array', shape: head.shape, delimiter: head.delimiter, rows, ...space, end });
}
