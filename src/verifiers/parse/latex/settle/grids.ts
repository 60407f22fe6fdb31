import type { Token } from '../../token.js';
import type { Piece } from '../constructs/walk.js';
import { settleStatements } from './statements.js';

type Grid = Extract<Token, { readonly kind: 'array' }>;

/** Which closer belongs to which opener around a grid. Bars have no side of their own. */
const CLOSER: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['|', '|'],
  ['‖', '‖'],
]);

function bracketOf(piece: Piece | undefined, side: 'open' | 'close'): string | null {
  if (piece === undefined) return null;
  if (piece.kind === side) return piece.bracket;
  if (piece.kind === 'operator' && piece.operator === '|' && piece.mark === undefined) return '|';
  return null;
}

/** A grid with the delimiters written around it: `\left( … \right)` is a matrix, a lone `\{` makes cases. */
function delimited(grid: Grid, open: string | null, close: string | null): Grid | null {
  if (grid.delimiter !== '') return null;
  if (open !== null && close !== null && CLOSER.get(open) === close) return { ...grid, delimiter: open };
  const sided = (open === '{' && close === null) || (open === null && close === '}');
  return sided ? { ...grid, shape: 'cases', delimiter: '{' } : null;
}

/** Joins grids with the delimiters around them. */
export function settleGrids(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.kind !== 'array') {
      out.push(piece);
      continue;
    }
    const before = out[out.length - 1];
    const after = pieces[at + 1];
    const open = bracketOf(before, 'open');
    const close = bracketOf(after, 'close');
    const grid = delimited(piece, open, close);
    if (grid === null) {
      out.push(settleStatements(piece));
      continue;
    }
    if (open !== null) out.pop();
    if (close !== null) at += 1;
    const start = open === null ? grid.start : (before?.start ?? grid.start);
    const end = close === null ? grid.end : (after?.end ?? grid.end);
    out.push(settleStatements({ ...grid, start, end }));
  }
  return out;
}
